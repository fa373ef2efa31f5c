import { chinese, hangul, kana, kanji, simplifiedOnly, traditionalOnly } from './commonCharacters.ts';
import type { Encoding } from './encodings.ts';

/** How likely characters are in names of East Asia, by what everybody writes and by where the encodings put the rest. */

export interface Script {
  /** BCP 47. */
  readonly code: string;
  readonly weight: number;
  readonly encodings: readonly Encoding[];
  /** Characters that nearly all of a name is made of, with their chances. */
  readonly common: ReadonlyMap<string, number>;
  /** Chances of what is in none of them: of a character that the encoding holds to be common, and of any other. */
  readonly usual: number;
  readonly rare: number;
  /** Characters that belong to the script at all; others are as good as impossible. */
  readonly holds: RegExp;
  /** Whether characters stand twice in a row in everyday words: 爸爸, 寶寶. */
  readonly doubles: boolean;
}

function shared(...groups: readonly (readonly [characters: string, chance: number])[]): Map<string, number> {
  const chances = new Map<string, number>();
  for (const [characters, chance] of groups) {
    const each = [...characters];
    for (const one of each) chances.set(one, (chances.get(one) ?? 0) + chance / each.length);
  }
  return chances;
}

const punctuation = '（）、。，：！？《》「」『』・·～－—　＆＋１２３４５６７８９０';

export const scripts: readonly Script[] = [
  {
    code: 'zh-Hans',
    weight: 1.5,
    encodings: ['gbk'],
    common: shared([chinese + simplifiedOnly, 0.82], [punctuation, 0.02]),
    usual: 0.13 / 2500,
    rare: 1e-6,
    holds: /\p{Script=Han}/u,
    doubles: true,
  },
  {
    code: 'zh-Hant',
    weight: 1.2,
    encodings: ['big5'],
    common: shared([chinese + traditionalOnly, 0.82], [punctuation, 0.02]),
    usual: 0.13 / 4000,
    rare: 1e-6,
    holds: /\p{Script=Han}/u,
    doubles: true,
  },
  {
    code: 'ja',
    weight: 1,
    encodings: ['shift_jis', 'euc-jp'],
    common: shared([kana, 0.45], [kanji, 0.45], [punctuation, 0.02]),
    usual: 0.07 / 2200,
    rare: 1e-6,
    holds: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
    doubles: false,
  },
  {
    code: 'ko',
    weight: 0.8,
    encodings: ['euc-kr'],
    common: shared([hangul, 0.94], [punctuation, 0.01]),
    usual: 0.04 / 1800,
    rare: 1e-7,
    holds: /\p{Script=Hangul}/u,
    doubles: false,
  },
];

/** Whether the standard behind an encoding counts a character of two bytes among the usual ones (its first level). */
export function isUsual(encoding: Encoding, lead: number, trail: number): boolean {
  switch (encoding) {
    case 'utf-8':
      return lead < 0xf0;
    case 'gbk':
      return lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1;
    case 'big5':
      return lead >= 0xa4 && lead <= 0xc6;
    case 'shift_jis':
      return lead >= 0x88 && lead <= 0x97;
    case 'euc-jp':
      return lead >= 0xb0 && lead <= 0xcf;
    case 'euc-kr':
      return lead >= 0xb0 && lead <= 0xc8 && trail >= 0xa1;
    default:
      return false;
  }
}
