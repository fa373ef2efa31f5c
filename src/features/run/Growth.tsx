import { useEffect, useState } from 'react';
import { text } from '../../locales/text.ts';
import { pendingPhotos } from '../../state/queries/counts.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { bytesText } from './bytesText.ts';

/** Growth that nobody needs to be told of. */
const worthSaying = 1.2;
/** Ms without a change before photos are made for trial. */
const calm = 700;

/** Says before a run how large the photos will be, where they will be larger. */
export function Growth() {
  const pending = useKeyveil(pendingPhotos);
  const settings = useKeyveil(s => s.settings);
  const output = useKeyveil(s => s.output);
  const { growth } = useActions();
  const [found, setFound] = useState<{ readonly before: number; readonly after: number } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other photos and settings are what asks again
  useEffect(() => {
    const abort = new AbortController();
    setFound(null);
    const timer = setTimeout(async () => {
      const told = await growth(abort.signal);
      if (!abort.signal.aborted) setFound(told);
    }, calm);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [growth, pending, settings, output]);
  if (found === null || found.after < found.before * worthSaying) return null;
  return text('run.growth', { after: bytesText(found.after), before: bytesText(found.before) });
}
