import { expect, test } from 'vitest';
import '../../../../../src/locales/later.ts';
import type { Detection } from '../../../../../src/prove/core/detector/detect.ts';
import { detectorRows, detectorVerdictOf } from '../../../../../src/prove/view/detector/words.ts';

const edit = { auc: { area: 0.9, low: 0.8, high: 0.95 }, taken: { right: 12, total: 120 } };
const detection = (area: number, low: number, high: number): Detection => ({
  auc: { area, low, high },
  found: { right: 90, total: 120 },
  falseAlarms: { right: 6, total: 120 },
  edits: { tinted: edit, graduated: edit, 'soft-focus': edit },
});

test.each([
  [0.95, 0.9, 0.98, 'A scraper can tell protected photos from clean ones'],
  [0.72, 0.65, 0.78, 'A scraper can tell some protected photos from clean ones'],
  [0.55, 0.47, 0.62, 'A scraper can hardly tell protected photos from clean ones'],
  [0.6, 0.4, 0.78, 'Too few photos to say whether a scraper can tell'],
])('an area of %s, between %s and %s: %s', (area, low, high, sentence) => {
  expect(detectorVerdictOf(detection(area, low, high)).sentence).toBe(sentence);
});

test('figures come with their intervals, and ordinary edits beside protected photos', () => {
  const { figures, found } = detectorVerdictOf(detection(0.95, 0.9, 0.98));
  expect(figures.replaceAll('\u00a0', ' ')).toContain('in 95 of 100 cases (90 to 98 %)');
  expect(found.replaceAll('\u00a0', ' ')).toContain('finds 75 of 100 protected photos (67 to 82 %)');
  const rows = detectorRows(detection(0.95, 0.9, 0.98)).map(row => row.join('; ').replaceAll('\u00a0', ' '));
  expect(rows[1]).toBe('Clean; 5 % (2 to 10 %); 95 % (90 to 98 %)');
  expect(rows[4]).toBe('Clean, soft focus; 10 % (6 to 17 %); 90 % (80 to 95 %)');
});
