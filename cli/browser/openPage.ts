import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Home } from '../home.ts';
import { refuse } from '../terminal/refusal.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { servePages } from './servePages.ts';

/** A headless browser on one of our pages. Close it. */
export interface OpenedPage {
  readonly page: Page;
  close(): Promise<void>;
}

/**
 * Opens one of the pages that commands drive, `lab.html`, `detector.html` or `trace.html`: the app's own code for what needs a browser. In a
 * profile on the disk, as people have it: a private window keeps origin files in memory.
 *
 * @throws Refusal where there is no browser, or nothing that drives one
 */
export async function openPage(
  name: string,
  ready: string,
  terminal: Terminal,
  home: Home,
): Promise<OpenedPage> {
  const { chromium } = await playwright();
  const { browserFlags, findBrowser } = await import('../../tests/findBrowser.mjs');
  const browser = await findBrowser(line => terminal.say(line));
  if (browser === null)
    refuse('No browser could be had. Install Chrome or Chromium, or name one in KEYVEIL_BROWSER.');
  const served = await servePages(await home.pages());
  const profile = mkdtempSync(join(tmpdir(), 'keyveil-profile-'));
  const close = async () => {
    await served.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: browser.path,
      args: browserFlags,
    });
    const page = context.pages()[0] ?? (await context.newPage());
    page.on('console', message => {
      const icon = message.location().url.endsWith('/favicon.ico');
      if (message.type() === 'error' && !icon) terminal.say(message.text());
    });
    // They lie in the build as in the sources.
    await page.goto(`${served.address}cli/pages/${name}`);
    await page.waitForFunction(given => given in window, ready);
    return {
      page,
      async close() {
        await context.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function playwright() {
  try {
    return await import('@playwright/test');
  } catch {
    return refuse(
      'This command drives a browser. Install what it does so with: npm install @playwright/test',
    );
  }
}
