import { expect, test } from 'vitest';
import '../../../../src/locales/later.ts';
import { veilPresets } from '../../../../src/core/settings.ts';
import type { Finding } from '../../../../src/prove/state/proveSession.ts';
import { verdictOf } from '../../../../src/prove/view/verdict.ts';

/** What a check found at 224 px, in per cent of a hundred photos. */
const found = (original: number, protectedOnes: number): Finding => ({
  basis: { source: { kind: 'page' }, settings: veilPresets.standard, keyCheck: '', photos: [] },
  told: {
    kind: 'told',
    sizes: [
      {
        size: 224,
        original: { right: original, total: 100 },
        protected: { right: protectedOnes, total: 100 },
      },
    ],
    photos: 100,
    failed: 0,
    chance: 0.25,
    milliseconds: 1,
  },
  left: { labels: [], photos: 0 },
  labels: 4,
  typical: 600,
});

test.each([
  ['a shortcut that protection made', 24, 97, /can tell your labels by their filters alone: 97.*24/],
  ['no shortcut', 30, 35, /filters give little away/],
  ['labels that are told apart without any filter', 100, 100, /cannot tell here.*even unprotected, 100/],
])('says so where there is %s', (_, original, protectedOnes, words) => {
  expect(verdictOf(found(original, protectedOnes)).sentence).toMatch(words);
});
