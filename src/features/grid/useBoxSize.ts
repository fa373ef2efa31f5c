import { type RefObject, useLayoutEffect, useState } from 'react';

export interface BoxSize {
  /** Inside, scroll bars left off. */
  readonly width: number;
  readonly height: number;
  /** Width of the vertical scroll bar, or of the room kept for it. */
  readonly bar: number;
}

/** Size of an element in CSS pixels; follows its changes. */
export function useBoxSize(ref: RefObject<HTMLElement | null>): BoxSize {
  const [size, setSize] = useState<BoxSize>({ width: 0, height: 0, bar: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height, offsetWidth } = element;
      setSize(last =>
        last.width === width && last.height === height ? last : { width, height, bar: offsetWidth - width },
      );
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, [ref]);
  return size;
}
