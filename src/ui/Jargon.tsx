import { lazy, Suspense, useEffect, useState } from 'react';

const Explained = lazy(() => import('./Explained.tsx'));

/** Words as they are, and with their words of the trade explained as soon as the page is up and what explains them is there. */
export function Jargon({ words }: { readonly words: string }) {
  const [up, setUp] = useState(false);
  useEffect(() => setUp(true), []);
  if (!up) return words;
  return (
    <Suspense fallback={words}>
      <Explained words={words} />
    </Suspense>
  );
}
