/**
 * What a table of right labels (rows) against labels said (columns) comes to. All results are from 0 to 1; null where
 * nothing was asked.
 */
export type Confusion = readonly (readonly number[])[];

/** Part of all answers that are right. */
export function accuracyOf(confusion: Confusion): number | null {
  const right = confusion.reduce((sum, row, label) => sum + (row[label] ?? 0), 0);
  return ratio(right, totalOf(confusion));
}

/** For each label, the part of its photos that were called by it. */
export function recallsOf(confusion: Confusion): readonly (number | null)[] {
  return confusion.map((row, label) => ratio(row[label] ?? 0, sumOf(row)));
}

/** How often the commonest label would be right if it were always said. */
export function chanceIn(confusion: Confusion): number | null {
  return ratio(Math.max(0, ...confusion.map(sumOf)), totalOf(confusion));
}

/** How often the label next in the list was said: in the control, that whose filter the photo carries. */
export function nextLabelOf(confusion: Confusion): number | null {
  const next = confusion.reduce((sum, row, label) => sum + (row[(label + 1) % row.length] ?? 0), 0);
  return ratio(next, totalOf(confusion));
}

function totalOf(confusion: Confusion): number {
  return sumOf(confusion.map(sumOf));
}

function sumOf(list: readonly number[]): number {
  return list.reduce((sum, value) => sum + value, 0);
}

function ratio(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}
