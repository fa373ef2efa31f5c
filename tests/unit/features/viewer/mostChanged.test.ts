import { expect, test } from 'vitest';
import { mostChanged } from '../../../../src/features/viewer/mostChanged.ts';

test('the photos with the fewest decibels come first; of equals those that stand first', () => {
  const nothing = Number.POSITIVE_INFINITY;
  const measured = [
    { id: 'same', psnr: nothing },
    { id: 'a', psnr: 26 },
    { id: 'b', psnr: 23.5 },
    { id: 'also-a', psnr: 26 },
    { id: 'also-same', psnr: nothing },
  ];
  expect(mostChanged(measured, 3)).toEqual(['b', 'a', 'also-a']);
  expect(mostChanged(measured, 9)).toEqual(['b', 'a', 'also-a', 'same', 'also-same']);
  expect(mostChanged([], 3)).toEqual([]);
});
