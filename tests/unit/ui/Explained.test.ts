import { afterEach, expect, test } from 'vitest';
import { termNames } from '../../../src/locales/terms.ts';
import { speak, text } from '../../../src/locales/text.ts';
import { partsOf } from '../../../src/ui/Explained.tsx';

afterEach(() => speak('en'));

const parts = (words: string) =>
  partsOf(words, name => text(`term.${name}`)).map(part => (typeof part === 'string' ? part : [part.name]));

test('a word of the trade is found where it stands, once, and as it is written there', () => {
  expect(parts('Likeness (SSIM), then PSNR and PSNR.')).toEqual([
    'Likeness (',
    ['ssim'],
    '), then ',
    ['psnr'],
    ' and PSNR.',
  ]);
  expect(parts('the paper’s filter')).toEqual([['paper'], '’s filter']);
  expect(parts('RSK+FF')).toEqual([['rskff']]);
});

test('not within another word, and not where there is none', () => {
  expect(parts('A coincidence of cunning and plush rabbits.')).toEqual([
    'A coincidence of cunning and plush rabbits.',
  ]);
  expect(parts('')).toEqual([]);
});

test('in Chinese too, which puts no spaces between words', async () => {
  await speak('zh-Hans');
  expect(parts('论文的滤镜挡不住对抗手段。')).toEqual([['paper'], '的滤镜挡不住', ['counter'], '。']);
  expect(parts('约 60 比特')).toEqual(['约 60 ', ['bits']]);
});

test('every one of them is said somewhere in words that explain it, in both languages', async () => {
  for (const language of ['en', 'zh-Hans'] as const) {
    await speak(language);
    for (const name of termNames) {
      expect(text(`term.${name}.what`).length).toBeGreaterThan(language === 'en' ? 40 : 15);
    }
  }
});
