import { useEffect } from 'react';

/** How many bars of progress are in the page: all that takes long shows one. */
let bars = 0;

/** For what shows progress, for as long as it is there. */
export function useGoesOn(): void {
  useEffect(() => {
    bars += 1;
    return () => {
      bars -= 1;
    };
  }, []);
}

/** Whether something long is at work: a run, an archive, a check, a training run, a search. */
export function goesOn(): boolean {
  return bars > 0;
}
