import { lazy, Suspense, useEffect, useState } from 'react';

interface Props {
  readonly words: string;
}

const plain = { default: ({ words }: Props) => [words] };
/** Where it cannot be fetched, the words do without. */
const Explained = lazy(() => import('./Explained.tsx').catch(() => plain));

/** Words as they are, and with their words of the trade explained as soon as the page is up and what explains them is there. */
export function Jargon({ words }: Props) {
  const [up, setUp] = useState(false);
  useEffect(() => setUp(true), []);
  if (!up) return words;
  return (
    <Suspense fallback={words}>
      <Explained words={words} />
    </Suspense>
  );
}
