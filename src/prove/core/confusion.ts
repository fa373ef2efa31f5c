import type { Answers } from './experiment.ts';

/** What a model's answers come to, by the table of right labels (rows) against labels said (columns). */

/** Part of all answers that are right, 0 to 1; 0 where nothing was asked. */
export function accuracy({ confusion }: Answers): number {
  const right = confusion.reduce((sum, row, label) => sum + (row[label] ?? 0), 0);
  return ratio(right, totalOf(confusion));
}

/** For each label, the part of its photos that were called by it, 0 to 1; 0 where it has none. */
export function recall({ confusion }: Answers): readonly number[] {
  return confusion.map((row, label) => ratio(row[label] ?? 0, sumOf(row)));
}

/** How often the commonest label would be right if it were always said, 0 to 1. */
export function chance({ confusion }: Answers): number {
  return ratio(Math.max(0, ...confusion.map(sumOf)), totalOf(confusion));
}

/** How often the label next in the list was said, 0 to 1: in the control, that whose filter the photo carries. */
export function saidNext({ confusion }: Answers): number {
  const next = confusion.reduce((sum, row, label) => sum + (row[(label + 1) % row.length] ?? 0), 0);
  return ratio(next, totalOf(confusion));
}

function totalOf(confusion: Answers['confusion']): number {
  return sumOf(confusion.map(sumOf));
}

function sumOf(list: readonly number[]): number {
  return list.reduce((sum, value) => sum + value, 0);
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}
