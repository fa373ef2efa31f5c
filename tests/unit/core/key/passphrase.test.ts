import { describe, expect, it } from 'vitest';
import { generateBits, generateWords, wordList } from '../../../../src/core/key/passphrase.ts';
import { estimateStrength } from '../../../../src/core/key/passphraseStrength.ts';

/** Gives the bytes of a list, over and over. */
function scripted(...bytes: number[]) {
  let at = 0;
  return (into: Uint8Array<ArrayBuffer>) => {
    for (let i = 0; i < into.length; i++) into[i] = bytes[at++ % bytes.length] ?? 0;
    return into;
  };
}

describe('generated words', () => {
  it('come from a list of 2048 different words', async () => {
    const list = await wordList();
    expect(new Set(list).size).toBe(2048);
    for (const word of (await generateWords(50)).split(' ')) expect(list).toContain(word);
  });

  it('are eight unless asked otherwise, and never the same twice', async () => {
    expect((await generateWords()).split(' ')).toHaveLength(8);
    expect((await generateWords(12)).split(' ')).toHaveLength(12);
    expect(await generateWords()).not.toBe(await generateWords());
  });

  it('reach both ends of the list', async () => {
    // 0x07ff is word 2047, 0x0000 word 0, 0xf801 word 1 (of 16 bits the lower 11 count).
    expect(await generateWords(3, scripted(0x07, 0xff, 0, 0, 0xf8, 0x01))).toBe('zoo abandon ability');
  });
});

describe('generated bits', () => {
  it('are all there: 128 bits in, 26 characters out that give them back', () => {
    const bytes = Array.from({ length: 16 }, (_, i) => (i * 37 + 11) & 255);
    const text = generateBits(scripted(...bytes));
    expect(text).toMatch(/^([0-9a-z]{4}-){6}[0-9a-z]{2}$/);
    const number = [...text.replaceAll('-', '')].reduce(
      (all, character) => all * 32n + BigInt('0123456789abcdefghjkmnpqrstvwxyz'.indexOf(character)),
      0n,
    );
    const expected = bytes.reduce((all, byte) => all * 256n + BigInt(byte), 0n);
    expect(number >> 2n).toBe(expected);
  });

  it('differ each time', () => {
    expect(generateBits()).not.toBe(generateBits());
  });
});

describe('the strength', () => {
  it('of nothing is empty', async () => {
    expect(await estimateStrength('')).toEqual({ bits: 0, verdict: 'empty', form: 'typed' });
  });

  it.each([4, 6, 8, 12])('of %i drawn words is 11 bits a word', async count => {
    for (let i = 0; i < 20; i++) {
      // Fewer than seven words are sometimes doubted (twice the same, or a sentence); never overrated.
      const { bits, form } = await estimateStrength(await generateWords(count));
      if (count >= 8) expect(form).toBe('words');
      if (form === 'words') expect(bits).toBe(Math.min(11 * count, 128));
      expect(bits).toBeLessThanOrEqual(11 * count);
    }
    expect((await estimateStrength('zoo wrong legal cat')).bits).toBe(44);
  });

  it('of generated bits is 128', async () => {
    for (let i = 0; i < 50; i++) {
      expect(await estimateStrength(generateBits())).toEqual({ bits: 128, verdict: 'strong', form: 'bits' });
    }
  });

  it.each([
    'password',
    'Password1!',
    'P@ssw0rd2024',
    'hunter2',
    'hunter2hunter2hunter2hunter2',
    'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    'abcabcabcabcabcabcabcabc',
    'qwertyuiop1234567890',
    '12.05.1987',
    '1987-05-12 2001-01-01',
    'correct horse battery staple',
    'Correct-Horse-Battery-Staple',
    'the quick brown fox jumps over the lazy dog',
    'love you today always',
    'abandon abandon abandon abandon abandon abandon abandon about',
    'abandon ability able about above absent',
    '0123-4567-89ab-cdef-ghjk-mnpq-rs',
    'k7m2-k7m2-k7m2-k7m2-k7m2-k7m2-k7',
    'cat',
    'zoo legal',
  ])('of %j is weak', async passphrase => {
    expect(await estimateStrength(passphrase)).toMatchObject({ verdict: 'weak', form: 'typed' });
  });

  it.each(['hT9$kzQ2!mVx7Lp#wR4e', 'y4}Vn;2pK-x8=Qe@7dRm^3'])('of %j is strong', async passphrase => {
    expect(await estimateStrength(passphrase)).toMatchObject({ verdict: 'strong', form: 'typed' });
  });

  it('does not fall by much when more is typed', async () => {
    const short = await estimateStrength('hT9$kzQ2!mVx');
    expect((await estimateStrength('hT9$kzQ2!mVxlegal')).bits).toBeGreaterThan(short.bits);
  });

  it('of a pasted book comes back at once', { timeout: 20_000 }, async () => {
    const book = await estimateStrength('The sun was high. '.repeat(20_000));
    expect(book.form).toBe('typed');
  });
});
