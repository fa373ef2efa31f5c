import '../../../../src/locales/workspace.ts';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../../../src/features/key/fingerprint.ts';
import { bytesText } from '../../../../src/features/run/bytesText.ts';
import { leftText, rateText } from '../../../../src/features/run/progressText.ts';

describe('words for a run', () => {
  it('tells fast runs in photos and slow ones in seconds', () => {
    expect(rateText(41.7)).toBe('42 photos a second');
    expect(rateText(1.44)).toBe('1.4 photos a second');
    expect(rateText(0.4)).toBe('2.5 s a photo');
  });

  it('rounds the time left to what is known', () => {
    expect(leftText(1)).toBe('almost done');
    expect(leftText(7.2)).toBe('about 8 s left');
    expect(leftText(41)).toBe('about 45 s left');
    expect(leftText(61)).toBe('about 2 min left');
    expect(leftText(2 * 3600 + 60)).toBe('about 2 h 1 min left');
  });

  it('tells sizes as file managers do', () => {
    expect(bytesText(10)).toBe('1 kB');
    expect(bytesText(352_400)).toBe('352 kB');
    expect(bytesText(2_340_000)).toBe('2.3 MB');
    expect(bytesText(42_000_000)).toBe('42 MB');
    expect(bytesText(999_600)).toBe('1 MB');
    expect(bytesText(3_900_000_000)).toBe('3.9 GB');
  });

  it('shows eight digits of a key check', () => {
    expect(fingerprint('d14155ed01234567')).toBe('d141 55ed');
  });
});
