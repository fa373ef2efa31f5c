import { describe, expect, it } from 'vitest';
import { isUnseen, withUnseenShown } from '../../../../src/core/labels/unseen.ts';

describe('names of which nothing is seen', () => {
  it('are those of nothing that can be seen', () => {
    for (const name of ['\u200b', '\u00ad', '\u3164', '\u2800', ' \u200d ', '\u00a0'])
      expect(isUnseen(name), JSON.stringify(name)).toBe(true);
    for (const name of ['', 'a', '.', '猫', '🐈', 'a\u200b']) expect(isUnseen(name)).toBe(false);
  });

  it('are written out', () => {
    expect(withUnseenShown('Mia\u200b')).toBe('Mia‹U+200B›');
    expect(withUnseenShown('Zoë 猫')).toBe('Zoë 猫');
  });
});
