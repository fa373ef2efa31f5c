import '../../../src/locales/workspace.ts';
import { afterEach, expect, test } from 'vitest';
import { bytesText } from '../../../src/features/run/bytesText.ts';
import {
  language,
  list,
  moment,
  number,
  onLanguage,
  sentences,
  speak,
  text,
} from '../../../src/locales/text.ts';

afterEach(() => speak('en'));

test('words, plurals, numbers, sizes, days and lists are those of the language that is spoken', async () => {
  const at = Date.UTC(2026, 10, 23, 12);
  expect(text('run.outdated', { count: 1, n: number(1) })).toMatch(/^1 photo was/);
  expect(text('run.outdated', { count: 2, n: number(2) })).toMatch(/^2 photos were/);
  expect(moment(at)).toMatch(/Nov/);
  expect(list(['a', null, 'b', false, '', 'c'])).toBe('a, b, c');
  expect(sentences(['One.', 'Two.'])).toBe('One. Two.');

  expect(await speak('zh-Hans')).toBe('spoken');
  expect(language()).toBe('zh-Hans');
  for (const count of [0, 1, 2, 1234]) {
    expect(text('run.outdated', { count, n: number(count) })).toContain(`${number(count)} 张照片`);
  }
  expect(number(1234.5, 1)).toBe('1,234.5');
  expect(moment(at)).toMatch(/2026年11月23日/);
  expect(bytesText(1_200_000)).toBe('1.2 MB');
  expect(list(['猫', null, '狗', '船'])).toBe('猫、狗、船');
  expect(sentences(['一。', '二。'])).toBe('一。二。');
});

test('whoever listens is told of each change, and of nothing else', async () => {
  const heard: string[] = [];
  const stop = onLanguage(() => heard.push(language()));
  await speak('en');
  await speak('zh-Hans');
  await speak('zh-Hans');
  await speak('en');
  stop();
  await speak('zh-Hans');
  expect(heard).toEqual(['zh-Hans', 'en']);
});

test('of two changes at once the later one holds', async () => {
  const [, later] = await Promise.all([speak('zh-Hans'), speak('en')]);
  expect(later).toBe('spoken');
  expect(language()).toBe('en');
  expect(text('app.protect')).toBe('Protect');
});
