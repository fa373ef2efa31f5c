import { useEffect } from 'react';

/** How many bars of progress are in the page: all that takes long shows one. */
let bars = 0;

/** For what shows progress, for as long as it is there. */
function useGoesOn(): void {
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

interface Props {
  /** Accessible name. */
  readonly label: string;
  /** How far, from 0 to `max`; null while nobody knows. */
  readonly value: number | null;
  readonly max?: number;
  /** What is spoken instead of a percentage. */
  readonly valueText?: string;
}

/** How far something has come. */
export function ProgressBar({ label, value, max = 1, valueText }: Props) {
  useGoesOn();
  const share = value === null ? null : Math.min(1, Math.max(0, max > 0 ? value / max : 0));
  return (
    <div
      className={share === null ? 'progress progress-unknown' : 'progress'}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value ?? undefined}
      aria-valuetext={valueText}
    >
      <div style={share === null ? undefined : { transform: `scaleX(${share})` }} />
    </div>
  );
}
