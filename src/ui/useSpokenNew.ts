import { useEffect, useRef } from 'react';
import { useAnnounce } from './announce.tsx';

/** Says something of each new value; nothing of the first one, nor of none. `wordsOf` is called when it is said. */
export function useSpokenNew<Value>(value: Value | null, wordsOf: (value: Value) => string): void {
  const say = useAnnounce();
  const last = useRef(value);
  const words = useRef(wordsOf);
  words.current = wordsOf;
  useEffect(() => {
    if (value !== null && value !== last.current) say(words.current(value));
    last.current = value;
  }, [value, say]);
}
