import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { firstPage } from '../../src/firstPage.tsx';

const html = readFileSync(new URL('../../index.html', import.meta.url), 'utf8');

test('the page that stands before the scripts are there says what Keyveil does and shows where photos go', () => {
  const page = firstPage();
  for (const words of ['Keyveil', 'Protect', 'Add photos', 'Add a folder', 'Private key']) {
    expect(page).toContain(words);
  }
});

test('it needs nothing that the policy forbids', () => {
  expect(firstPage()).not.toMatch(/<(script|style|iframe|object|embed)\b|\s(style|on\w+)=/i);
});

test('nothing that is typed or chosen there can be lost: it takes nothing in', () => {
  const fields = firstPage().match(/<(input|select|textarea)\b[^>]*>/g) ?? [];
  expect(fields.length).toBeGreaterThan(3);
  for (const field of fields) expect(field).toMatch(/ (readonly|disabled) /);
  expect(firstPage()).not.toContain('type="file"');
});

test('it is the same in every build', () => {
  expect(firstPage()).toBe(firstPage());
});

test('index.html has one place for it, which cannot be pressed until the scripts are there', () => {
  expect(html.split('<div id="root" inert><!-- first page --></div>')).toHaveLength(2);
});
