/**
 * A cast: the slow waves of faint colour that every photo of a label carries (docs/method.md). Here what it
 * is; `castChooser.ts` says which one each label gets, `castField.ts` what it adds to a photo.
 */

/** The waves of every cast, in the order of its numbers: half cycles across and down the central square. */
export const waves: readonly (readonly [p: number, q: number])[] = [
  [2, 0],
  [0, 1],
  [2, 1],
  [0, 2],
  [2, 2],
  [0, 3],
  [2, 3],
];

/** Numbers of a cast: R, G and B for each wave. */
export const castLength = waves.length * 3;

/**
 * A label's 21 numbers, wave by wave, R G B each; their squares add up to 3, so that at level 1 the field's root mean
 * square over the central square and the three channels together is 1 level of 255.
 */
export type Cast = readonly number[];

/** Whether these can be the numbers of a cast: 21 of them, finite. */
export function isCast(numbers: readonly number[]): boolean {
  return numbers.length === castLength && numbers.every(Number.isFinite);
}

/** The greatest level that is offered and read, in levels of 255. */
export const greatestCastLevel = 12;

/** Whether a number can be a cast's level: 0 (none) to 12. */
export function isCastLevel(level: number): boolean {
  return level >= 0 && level <= greatestCastLevel;
}

/** The numbers as files show them: one row a wave, R G B. */
export function castRows(cast: Cast): number[][] {
  return waves.map((_, wave) => cast.slice(wave * 3, wave * 3 + 3));
}
