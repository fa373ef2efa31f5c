import { describe, expect, test } from 'vitest';
import { castPresets } from '../../../../src/core/settings.ts';
import '../../../../src/locales/trace.ts';
import { chanceText, settingsText, spokeText } from '../../../../src/trace/state/ownWords.ts';

describe('which evidence spoke', () => {
  const spoken = (cast: number | null, filter: number | null, words: 'strong' | 'none' = 'strong') =>
    spokeText({ words, alone: { cast, filter } });

  test('is named with what each kind would come to alone', () => {
    expect(spoken(0.001, 0.4)).toBe(
      'Its waves of colour speak (p\u00a0=\u00a00.001); its veil alone says nothing clear (p\u00a0=\u00a00.400).',
    );
    expect(spoken(0.3, 0.01)).toMatch(/^Its veil speaks/);
    expect(spoken(0.05, 0.05)).toMatch(/^Both speak/);
    expect(spoken(0.06, 0.2)).toMatch(/together they are/);
  });

  test('goes without saying where there is one kind, or no sign', () => {
    expect(spoken(0.001, null)).toBeNull();
    expect(spoken(null, 0.001)).toBeNull();
    expect(spoken(0.4, 0.5, 'none')).toBeNull();
  });
});

test('chance is told by the hundred, and in photos where there are so many', () => {
  expect(chanceText(3)).toMatch(/^Chance alone makes about one in a hundred photos/);
  expect(chanceText(250)).toMatch(/of 250 photos, that is 3\.$/);
});

test('settings of casts name what was laid on', () => {
  expect(settingsText(castPresets.light)).toContain('cast of level 6, no veil');
  expect(settingsText(castPresets.standard)).toContain('cast of level 8, veil size 160 px, strength 0.2');
});
