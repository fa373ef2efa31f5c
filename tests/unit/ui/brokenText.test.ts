import { afterEach, expect, test } from 'vitest';
import type { Loss } from '../../../src/core/faults/failure.ts';
import { speak } from '../../../src/locales/text.ts';
import { brokenText } from '../../../src/ui/brokenText.ts';

afterEach(() => speak('en'));

const lost = (loss: Loss) => brokenText({ kind: 'worker-lost', loss }, 'Too many photos at once. Try fewer.');

test('each way in which work breaks off has a sentence of its own, and a way to go on', async () => {
  expect(lost('not-loaded')).toMatch(/could not be loaded.*reload the page\.$/);
  expect(lost('unreadable')).toMatch(/Try again; .*reload the page\.$/);
  expect(lost('crashed')).toBe('Too many photos at once. Try fewer.');
  const mistake = brokenText({ kind: 'unexpected', detail: 'TypeError: x is undefined' }, '');
  expect(mistake).toMatch(/a mistake in Keyveil, not yours\. Try again\./);
  // What only a developer understands is in the details.
  expect(mistake).not.toContain('TypeError');
  await speak('zh-Hans');
  expect(lost('not-loaded')).toMatch(/未能载入.*重新载入页面。$/);
});
