/** Whether somebody who has both pictures side by side at 100 % sees that one was changed. */
export type Visibility = 'no' | 'slightly' | 'yes';

export interface Seen {
  /** See `likeness`; null for pictures too small for it. It sees ghosts and lost detail, and no change of colour. */
  readonly structure: number | null;
  /** See `seenDifference`. It sees colours that shifted, and hardly a ghost beside an edge. */
  readonly colour: number;
}

/**
 * The worse of two verdicts: on structure, for what a veil does, and on colour, for what a cast does. The bounds are one
 * viewer's, set on twenty pairs; docs/evidence.md has the pairs, and where the two disagree.
 */
export function visibleAt100({ structure, colour }: Seen): Visibility {
  const like = structure ?? 1;
  if (like < bounds.structure.yes || colour >= bounds.colour.yes) return 'yes';
  return like < bounds.structure.slightly || colour >= bounds.colour.slightly ? 'slightly' : 'no';
}

const bounds = {
  structure: { slightly: 0.995, yes: 0.985 },
  colour: { slightly: 3, yes: 5.5 },
} as const;
