import { expect, test } from 'vitest';
import { printDetected } from '../../../../cli/lab/detector.ts';
import { castPresets, cudaPresets } from '../../../../src/core/settings.ts';
import type { Detection } from '../../../../src/prove/core/detector/detect.ts';
import type { Detected } from '../../../../src/prove/worker/detectorClient.ts';

const edit = (right: number) => ({
  auc: { area: 0.9, low: 0.8, high: 0.95 },
  taken: { right, total: 100 },
});
const detection = (area: number, low: number, high: number, found: number): Detection => ({
  auc: { area, low, high },
  found: { right: found, total: 100 },
  falseAlarms: { right: 5, total: 100 },
  edits: { tinted: edit(4), graduated: edit(0), 'soft-focus': edit(20) },
});

test('says of each preset whether it is told, with intervals, and what is taken for it', () => {
  const detected: Detected = {
    kind: 'detected',
    rows: [
      { settings: castPresets.light, detection: detection(0.72, 0.65, 0.78, 21) },
      { settings: castPresets.strong, detection: detection(0.99, 0.97, 1, 96) },
      { settings: cudaPresets.imagenet, detection: detection(0.5, 0.4, 0.6, 5) },
    ],
    photos: 100,
    labels: 10,
    failed: 2,
  };
  const lines: string[] = [];
  printDetected(detected, { print: (line: string) => lines.push(line) } as never);
  const text = lines.join('\n').replaceAll(/[ |]+/g, ' ');
  expect(text).toContain('light told in part 0.720 (0.650–0.780) 21 (14–30) 4 (2–10) 0 (0–4) 20 (13–29)');
  expect(text).toContain('strong easily told 0.990');
  expect(text).toContain('cuda (9, 0.06) hardly told');
  expect(text).toContain('100 photos of 10 labels');
  expect(text).toContain('2 could not be looked at');
});
