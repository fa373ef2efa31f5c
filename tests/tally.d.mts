export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const nothing: Tally;
export function add(a: Tally, b: Tally): Tally;
export function one(ok: boolean): Tally;
export function tallyOf(kind: 'vitest' | 'playwright', file: string, code: number): Tally;
