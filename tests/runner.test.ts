import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type FoundBrowser, findBrowser, locateBrowser } from './findBrowser.mjs';
import { tallyOf } from './tally.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'keyveil-runner-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function report(content: unknown): string {
  const file = join(scratch, `${Math.random()}.json`);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

describe('counting a run', () => {
  const playwright = (stats: object, errors: unknown[] = []) =>
    report({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors });
  const vitest = (numbers: object, testResults: unknown[] = []) =>
    report({ numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, ...numbers, testResults });

  test('adds up what Playwright says; flaky and broken ones failed', () => {
    const file = playwright({ expected: 5, unexpected: 1, flaky: 1, skipped: 2 }, [{}]);
    expect(tallyOf('playwright', file, 1)).toEqual({ passed: 5, failed: 3, skipped: 2 });
  });

  test('adds up what Vitest says; a file that does not load failed', () => {
    const file = vitest({ numPassedTests: 7, numPendingTests: 1 }, [
      { status: 'failed', assertionResults: [] },
    ]);
    expect(tallyOf('vitest', file, 1)).toEqual({ passed: 7, failed: 1, skipped: 1 });
  });

  test('silence is no success', () => {
    const failed = { passed: 0, failed: 1, skipped: 0 };
    expect(tallyOf('vitest', join(scratch, 'missing.json'), 0)).toEqual(failed);
    expect(tallyOf('vitest', report('{'), 0)).toEqual(failed);
    expect(tallyOf('playwright', playwright({}), 0)).toEqual(failed);
    expect(tallyOf('vitest', vitest({ numPassedTests: 3 }), 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
  });
});

describe('finding a browser', () => {
  const found: FoundBrowser = { path: 'chromium', source: 'system' };

  test('takes what is there and installs nothing', async () => {
    const browser = await findBrowser(
      () => {},
      () => found,
      [() => expect.unreachable('nothing to install')],
    );
    expect(browser).toBe(found);
  });

  test('goes through the ways to get one until one helps', async () => {
    const tried: string[] = [];
    const way = (name: string, ok: boolean) => () => {
      tried.push(name);
      return ok;
    };
    const browser = await findBrowser(
      () => {},
      () => (tried.includes('c') ? found : null),
      [way('a', false), way('b', true), way('c', true), way('d', true)],
    );
    expect(browser).toBe(found);
    expect(tried).toEqual(['a', 'b', 'c']);
  });

  test('says so when none can be had', async () => {
    const browser = await findBrowser(
      () => {},
      () => null,
      [() => true],
    );
    expect(browser).toBeNull();
  });

  test('the environment comes first, and is not passed over in silence', () => {
    // Node answers `--version` as a browser does, though it stumbles over the sandbox flag.
    expect(() => locateBrowser({ KEYVEIL_BROWSER: join(scratch, 'nothing') })).toThrow(/KEYVEIL_BROWSER/);
    const fake = join(scratch, 'browser.sh');
    writeFileSync(fake, '#!/bin/sh\nexit 0\n', { mode: 0o755 });
    expect(locateBrowser({ KEYVEIL_BROWSER: fake }, 'linux')).toEqual({ path: fake, source: 'environment' });
  });
});
