import { useEffect, useRef } from 'react';
import { useAnnounce } from './announce.tsx';

/** Ms between two words on how far something has come: seldom, because each interrupts. */
const every = 30_000;

/** Says that something began, and now and then how far it is. What came of it is said by whoever knows. */
export function useSpokenProgress(began: string, words: string): void {
  const say = useAnnounce();
  const latest = useRef(words);
  latest.current = words;
  useEffect(() => {
    say(began);
    const timer = setInterval(() => say(latest.current), every);
    return () => clearInterval(timer);
  }, [say, began]);
}
