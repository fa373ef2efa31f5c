/**
 * How the page itself feels during a run: the longest task on its main thread, and how long Cancel takes. On the
 * built app, with its own buttons.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const photos = 24;

/** A folder of photos that differ in a comment alone, so that none is "the same again". */
function writePhotos(folder, jpeg) {
  mkdirSync(join(folder, 'summer'), { recursive: true });
  for (let i = 0; i < photos; i++) {
    const text = Buffer.from(`photo ${i}`);
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, text.length + 2]), text]);
    writeFileSync(
      join(folder, 'summer', `photo-${i}.jpg`),
      Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]),
    );
  }
}

function watchTasks() {
  window.longestTask = 0;
  new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) window.longestTask = Math.max(window.longestTask, duration);
  }).observe({ type: 'longtask' });
}

/**
 * Adds 24 photos, protects them, cancels after the fourth.
 * @param {import('@playwright/test').Page} page a fresh page
 * @param {string} address of the built app
 * @param {Buffer} jpeg
 * @returns {Promise<{ longestTaskMs: number, cancelMs: number }>} the longest task is 0 where none took 50 ms.
 */
export async function measurePage(page, address, jpeg) {
  const folder = mkdtempSync(join(tmpdir(), 'keyveil-bench-'));
  try {
    writePhotos(folder, jpeg);
    await page.goto(address);
    await page.getByRole('tab', { name: 'Protect' }).waitFor();
    await page.evaluate(watchTasks);
    await page.getByLabel('Private key', { exact: true }).fill('a key for the bench of 83 humming otters');
    await page.locator('input[type=file][aria-label="Add a folder"]').setInputFiles(folder);
    await page.getByRole('button', { name: `Protect ${photos} photos` }).click();
    const progress = page.getByRole('progressbar', { name: 'Protecting photos' });
    await page.waitForFunction(() => Number(document.querySelector('[role=progressbar]')?.ariaValueNow) >= 4);
    const from = await page.evaluate(() => performance.now());
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await progress.waitFor({ state: 'hidden' });
    const { now, longest } = await page.evaluate(() => ({
      now: performance.now(),
      longest: window.longestTask,
    }));
    return { longestTaskMs: longest, cancelMs: now - from };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
