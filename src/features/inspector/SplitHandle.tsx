import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { number, text } from '../../locales/text.ts';

interface Props {
  /** 0 to 1. */
  readonly split: number;
  readonly onSplit: (split: number) => void;
}

const steps: Readonly<Record<string, (split: number, step: number) => number>> = {
  ArrowLeft: (split, step) => split - step,
  ArrowDown: (split, step) => split - step,
  ArrowRight: (split, step) => split + step,
  ArrowUp: (split, step) => split + step,
  PageDown: split => split - 0.25,
  PageUp: split => split + 0.25,
  Home: () => 0,
  End: () => 1,
};

/** The line between before and after: left of it lies the original. A slider, for the hand and for keys. */
export function SplitHandle({ split, onSplit }: Props) {
  const grip = useRef<number | null>(null);
  const set = (next: number) => onSplit(Math.min(1, Math.max(0, next)));

  const follow = (event: PointerEvent<HTMLElement>) => {
    if (grip.current !== event.pointerId) return;
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    if (box) set((event.clientX - box.left) / box.width);
  };
  const letGo = () => {
    grip.current = null;
  };

  return (
    <div
      className="split-handle"
      style={{ left: `${split * 100}%` }}
      role="slider"
      tabIndex={0}
      aria-label={text('inspector.split')}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(split * 100)}
      aria-valuetext={text('inspector.split.value', { percent: number(split * 100) })}
      onPointerDown={event => {
        if (event.button !== 0) return;
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        grip.current = event.pointerId;
      }}
      onPointerMove={follow}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onKeyDown={(event: KeyboardEvent<HTMLElement>) => {
        const step = steps[event.key];
        if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        event.stopPropagation();
        set(step(split, event.shiftKey ? 0.1 : 0.02));
      }}
    >
      <span aria-hidden="true" />
    </div>
  );
}
