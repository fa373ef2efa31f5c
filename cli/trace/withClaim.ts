import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { openPage } from '../browser/openPage.ts';
import type { Home } from '../home.ts';
import { readKey } from '../key/readKey.ts';
import { isFolder, textOf } from '../terminal/files.ts';
import { refuse } from '../terminal/refusal.ts';
import type { Terminal } from '../terminal/terminal.ts';

export interface ClaimFiles {
  readonly folder: string | undefined;
  readonly receipt: string | null;
  readonly 'key-file': string | null;
}

/**
 * Opens Trace's page with the claim opened and the photos in their field, for `work` to go on with.
 *
 * @throws Refusal where receipt, key or photos are missing, or do not belong together
 */
export async function withClaim<T>(
  { folder, receipt: path, 'key-file': keyFile }: ClaimFiles,
  terminal: Terminal,
  home: Home,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  if (folder === undefined || !isFolder(folder)) refuse('Which folder of photos?');
  if (path === null) refuse('--receipt is missing.');
  const receipt = textOf(path);
  const { passphrase } = await readKey(keyFile);
  const { page, close } = await openPage('trace.html', 'trace', terminal, home);
  const timer = setInterval(() => sayProgress(page, terminal), 1000);
  try {
    const claim = await page.evaluate(([text, secret]) => window.trace.claim(text, secret), [
      receipt,
      passphrase,
    ] as const);
    if ('trouble' in claim) refuse(claim.trouble);
    await page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('#photos');
      if (field) field.webkitdirectory = true;
    });
    await page.locator('#photos').setInputFiles(resolve(folder));
    return await work(page);
  } finally {
    clearInterval(timer);
    terminal.show('');
    await close();
  }
}

async function sayProgress(page: Page, terminal: Terminal): Promise<void> {
  if (!terminal.live) return;
  // The page may be on its way out.
  const at = await page.evaluate(() => window.trace.progress).catch(() => null);
  if (at) terminal.show(`${at.done} of ${at.total} photos`);
}
