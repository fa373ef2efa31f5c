import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { browserFlags } from '../findBrowser.mjs';

/**
 * A browser with a profile on the disk, as people have it: a private window, which tests get otherwise, keeps origin
 * files in memory and sends each write to another process.
 *
 * @param {string} executablePath
 * @param {readonly string[]} [flags] besides the usual ones
 * @param {import('@playwright/test').LaunchOptions} [options] of Playwright, besides
 */
export async function openBrowser(executablePath, flags = [], options = {}) {
  const profile = mkdtempSync(join(tmpdir(), 'keyveil-profile-'));
  const args = [...browserFlags, ...flags];
  const context = await chromium.launchPersistentContext(profile, { executablePath, args, ...options });
  const browser = context.browser();
  if (browser === null) throw new Error('the browser does not answer');
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    browser,
    page,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/**
 * Builds a bench of its own folder, serves it and opens it in a browser.
 *
 * @param {string} root of the repository
 * @param {string} name of the folder; its page offers `${name}Bench`
 * @param {string} executablePath
 */
export async function openOwnBench(root, name, executablePath) {
  const configFile = join(root, 'tests/bench', name, 'vite.config.ts');
  await build({ configFile, logLevel: 'warn' });
  const server = await preview({ configFile, preview: { host: '127.0.0.1', port: 0 }, logLevel: 'warn' });
  const { browser, page, close } = await openBrowser(executablePath);
  await page.goto(server.resolvedUrls.local[0]);
  await page.waitForFunction(bench => bench in window, `${name}Bench`);
  return {
    browser,
    page,
    async close() {
      await close();
      await server.close();
    },
  };
}

/** Opens the bench page in a browser of its own. */
export async function openBench(address, executablePath, flags = [], options = {}) {
  const opened = await openBrowser(executablePath, flags, options);
  await opened.page.goto(address);
  await opened.page.waitForFunction(() => 'bench' in window);
  return opened;
}

/** Calls what the bench page offers. */
export const call = (page, name, ...args) =>
  page.evaluate(([f, given]) => window.bench[f](...given), [name, args]);
