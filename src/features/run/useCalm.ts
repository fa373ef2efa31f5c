import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '../../ui/language.ts';

/**
 * `value`, but followed at most every `milliseconds` while `busy`, so that screen readers and eyes are not chased.
 * When not busy, or when the page has changed its language since, it is followed at once.
 */
export function useCalm<T>(value: T, busy: boolean, milliseconds: number): T {
  const language = useLanguage();
  const [shown, setShown] = useState({ value, language });
  const shownAt = useRef(0);

  useEffect(() => {
    const follow = () => {
      shownAt.current = performance.now();
      setShown({ value, language });
    };
    if (!busy) return follow();
    const timer = setTimeout(follow, Math.max(0, shownAt.current + milliseconds - performance.now()));
    return () => clearTimeout(timer);
  }, [value, language, busy, milliseconds]);

  return busy && shown.language === language ? shown.value : value;
}
