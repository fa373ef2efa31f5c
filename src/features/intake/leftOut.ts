import type { LeftOut, LeftOutReason } from '../../state/model/intake.ts';

export interface LeftOutGroup {
  readonly reason: LeftOutReason;
  readonly paths: readonly string[];
}

/** Files that were left out, by reason, the most frequent first. */
export function groupLeftOut(leftOut: readonly LeftOut[]): readonly LeftOutGroup[] {
  const paths = new Map<LeftOutReason, string[]>();
  for (const { reason, path } of leftOut) {
    const group = paths.get(reason);
    if (group) group.push(path);
    else paths.set(reason, [path]);
  }
  return [...paths]
    .map(([reason, group]) => ({ reason, paths: group }))
    .sort((a, b) => b.paths.length - a.paths.length);
}
