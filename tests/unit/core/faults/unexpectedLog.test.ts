import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/** Both keep what they were told of, so each test has its own. */
async function page() {
  vi.resetModules();
  const { receiveUnexpected, unexpected, orTell } = await import('../../../../src/core/faults/unexpected.ts');
  const log = await import('../../../../src/core/faults/unexpectedLog.ts');
  receiveUnexpected(log.enterUnexpected);
  return { unexpected, orTell, ...log };
}

const said = vi.fn();
beforeEach(() => {
  said.mockClear();
  vi.spyOn(console, 'error').mockImplementation(said);
});
afterEach(() => vi.restoreAllMocks());

test('a mistake reaches the console with name, message and stack, and is kept to be copied', async () => {
  const { unexpected, unexpectedSoFar } = await page();
  unexpected(new TypeError('x is undefined'), 'saving');
  const [words] = said.mock.calls[0] ?? [];
  expect(words).toMatch(/^TypeError: x is undefined \(saving\)\n {4}at .*unexpectedLog\.test\.ts:\d+:\d+/);
  expect(unexpectedSoFar()).toMatchObject([
    { name: 'TypeError', message: 'x is undefined', where: 'saving' },
  ]);
});

test('neither says what photos are called, nor the key', async () => {
  const { unexpected, keepOut, unexpectedSoFar } = await page();
  const names = ['Mia at the lake.jpg', 'Mia'];
  const stop = keepOut(() => names);
  unexpected(new Error('no Mia at the lake.jpg under otters dance'), 'saving', {
    secrets: ['otters dance'],
  });
  const cause = new Error('Mia was here');
  unexpected(new Error('no more', { cause }), 'saving');
  const all = JSON.stringify([said.mock.calls, unexpectedSoFar()]);
  expect(all).not.toMatch(/Mia|lake|otters/);
  expect(all).toContain('because of Error: […] was here');
  stop();
});

test('many that are alike are one, and what is thrown may be anything', async () => {
  const { unexpected, unexpectedSoFar, onUnexpected } = await page();
  const heard = vi.fn();
  onUnexpected(heard);
  const error = new Error('again');
  for (let i = 0; i < 100; i++) unexpected(error, 'protecting');
  unexpected('a text', 'protecting');
  expect(unexpectedSoFar().map(({ message }) => message)).toEqual(['again', 'a text']);
  expect(said).toHaveBeenCalledTimes(2);
  expect(heard).toHaveBeenCalledTimes(2);
});

test('the page tells of those that nothing else tells of', async () => {
  const { unexpected, orTell, hasStrays } = await page();
  unexpected(new Error('told in its place'), 'saving');
  expect(hasStrays()).toBe(false);
  expect(orTell([], 'reading')(new Error('untold'))).toEqual([]);
  expect(hasStrays()).toBe(true);
});
