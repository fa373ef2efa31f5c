import { expect, test } from 'vitest';
import { clearest, type HitRates, judge } from '../../../../src/prove/core/decoy.ts';

const told = (before: number, after: number, total: number): HitRates => ({
  original: { right: before, total },
  protected: { right: after, total },
});

test.each([
  ['the decoy adds more than the pictures tell', told(60, 140, 200), 0.1, 'easier'],
  // The pictures tell 30 points beyond chance, the decoy adds 12.
  ['it adds less than the pictures tell', told(80, 104, 200), 0.1, 'not'],
  // 15 points are none, though they are significant among so many photos.
  ['it adds hardly anything', told(100, 250, 1000), 0.1, 'not'],
  // 5 of 20 and 11 of 20: Wilson's intervals run to 47 % and from 34 %.
  ['it may be chance', told(5, 11, 20), 0.1, 'unsure'],
  ['so few photos cannot show that there is none', told(5, 6, 20), 0.1, 'unsure'],
  ['the pictures tell nearly all by themselves', told(190, 200, 200), 0.1, 'already'],
  ['two labels are told by chance before and always after', told(50, 100, 100), 0.5, 'easier'],
] as const)('where %s', (_, one, chance, judgement) => {
  expect(judge(one, chance)).toBe(judgement);
});

test('of several readings it takes the one that shows most', () => {
  const [none, some, most, already] = [
    told(60, 62, 200),
    told(60, 130, 200),
    told(60, 190, 200),
    told(199, 200, 200),
  ] as const;
  expect(clearest([none, already, some, most], 0.1)).toBe(most);
  expect(clearest([none, already], 0.1)).toBe(already);
  expect(clearest([], 0.1)).toBeUndefined();
});
