import type { Random } from '../../../../../src/prove/lab/regime.ts';

/** Chance that was decided beforehand; asking for more is a fault of the test. */
export function decided(...draws: readonly number[]): Random {
  let next = 0;
  return () => {
    const draw = draws[next++];
    if (draw === undefined) throw new Error(`Draw ${next} was not decided.`);
    return draw;
  };
}

/** To so many digits, so that float32 compares with what was worked out by hand. */
export const rounded = (values: Iterable<number>, digits = 4) =>
  Array.from(values, value => Math.round(value * 10 ** digits) / 10 ** digits + 0);
