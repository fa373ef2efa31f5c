import type { IntakeDone, LeftOut } from '../model/intake.ts';

/** A report of intake that says what was left out, and that nothing came of the rest. */
export function onlyLeftOut(leftOut: readonly LeftOut[]): IntakeDone {
  return {
    kind: 'done',
    added: 0,
    refound: 0,
    leftOut,
    firstFrames: 0,
    fromRaw: 0,
    joined: [],
    unseen: [],
    loose: [],
  };
}
