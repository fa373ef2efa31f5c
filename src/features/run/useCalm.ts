import { useEffect, useRef, useState } from 'react';

/**
 * `value`, but followed at most every `milliseconds` while `busy`, so that screen readers and eyes are not chased.
 * When not busy it is followed at once.
 */
export function useCalm<T>(value: T, busy: boolean, milliseconds: number): T {
  const [shown, setShown] = useState(value);
  const shownAt = useRef(0);

  useEffect(() => {
    const follow = () => {
      shownAt.current = performance.now();
      setShown(value);
    };
    if (!busy) return follow();
    const timer = setTimeout(follow, Math.max(0, shownAt.current + milliseconds - performance.now()));
    return () => clearTimeout(timer);
  }, [value, busy, milliseconds]);

  return busy ? shown : value;
}
