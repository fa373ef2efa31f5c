import { expect, test } from 'vitest';
import { durationText, progressLine } from '../../../../cli/protect/progress.ts';

test('progress says how far, how fast and how long still', () => {
  expect(progressLine({ done: 1250, total: 5000, failed: 2, rate: 87.2, left: 43 })).toBe(
    '[######------------------] 1,250 of 5,000 · 87 a second · 43 s left · 2 failed',
  );
  expect(progressLine({ done: 3, total: null, failed: 0, rate: 2.46, left: null })).toBe(
    '3 photos · 2.5 a second',
  );
});

test.each([
  [0.2, '1 s'],
  [61, '1 min 1 s'],
  [7500, '2 h 5 min'],
])('%f seconds are %s', (seconds, words) => {
  expect(durationText(seconds)).toBe(words);
});
