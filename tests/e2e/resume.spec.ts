import type { Page } from '@playwright/test';
import { library } from '../fixtures/library.ts';
import { type App, expect, sharedTest as test } from './app.ts';
import { unpack } from './archive.ts';
import { stored } from './kill.ts';

/** Begins on 24 photos and stops when some, but not all, are done. */
async function workHalf(app: App): Promise<number> {
  await app.giveKey('the right key of 83 humming otters');
  await app.addFolder.setInputFiles(library.several);
  await expect(app.protect).toBeEnabled();
  await app.protectAndPress('Cancel');
  await expect(app.progress).toBeHidden();
  await expect(app.status).toHaveText(/Stopped\. \d+ of 24 photos protected$/);
  const done = Number(/(\d+) of 24/.exec((await app.status.textContent()) ?? '')?.[1]);
  expect(done).toBeGreaterThan(0);
  expect(done).toBeLessThan(24);
  return done;
}

/** Reloads at once, without being asked to stay: nothing that was done may need another moment. */
async function reload(app: App): Promise<void> {
  const { page } = app;
  page.on('dialog', dialog => void dialog.accept());
  await page.reload();
  await app.ready();
}

/** What lies in the browser: files by name, and how many visits are remembered. */
function leftInBrowser(page: Page): Promise<{ readonly files: readonly string[]; readonly visits: number }> {
  return page.evaluate(async () => {
    const files: string[] = [];
    const walk = async (folder: FileSystemDirectoryHandle): Promise<void> => {
      for await (const handle of folder.values()) {
        if (handle.kind === 'directory') await walk(handle as FileSystemDirectoryHandle);
        else files.push(handle.name);
      }
    };
    await walk(await navigator.storage.getDirectory());
    const visits = await new Promise<number>((resolve, reject) => {
      const opening = indexedDB.open('keyveil');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const counting = opening.result.transaction('keepsakes').objectStore('keepsakes').count();
        counting.onsuccess = () => {
          opening.result.close();
          resolve(counting.result);
        };
      };
    });
    return { files, visits };
  });
}

const nothing = { files: [], visits: 0 };

const goOn = (app: App) =>
  app.page.getByText('Go on where you were?').locator('..').locator('..').locator('..');

test('after a reload the work goes on where it was', async ({ app, page }) => {
  const told = await workHalf(app);
  await reload(app);
  // A photo whose worker was ended for taking too long to stop may be safe all the same.
  const { journalled: done } = await stored(page);
  expect(done).toBeGreaterThanOrEqual(told);
  expect(done).toBeLessThan(24);
  await expect(page.getByText(`24 photos, ${done} of them protected`)).toBeVisible();
  await page.getByRole('button', { name: 'Go on', exact: true }).click();
  await expect(app.status).toHaveText(new RegExp(`${done} of 24 photos protected$`));
  await app.withMore(() => expect(app.dataset).toHaveValue('e2e-photos'));
  await expect(app.key).toHaveValue('');

  // What is done can be taken away at once; the rest needs its files, and then the key.
  expect((await unpack((await app.save(app.downloadZip)).path)).size).toBe(done);
  await expect(app.saveReceipt).toBeDisabled();
  await app.addFolder.setInputFiles(library.several);
  await expect(page.getByText(/have their files again/).first()).toBeVisible();
  await app.key.fill('a wrong key of 83 humming otters');
  await expect(
    page.getByText(/This is another key than the one your finished photos were made with/),
  ).toBeVisible();
  await app.key.fill('the right key of 83 humming otters');
  await expect(app.status).toHaveText(new RegExp(`${done} of 24 photos protected$`));
  await expect(app.protect).toHaveText(new RegExp(`\\b${24 - done}\\b`));
  await app.protect.click();
  await app.expectEnd(24);
  expect((await unpack((await app.save(app.downloadZip)).path)).size).toBe(24);
});

test('earlier work can be discarded, and then nothing of it is left', { tag: '@long' }, async ({
  app,
  page,
}) => {
  await workHalf(app);
  await reload(app);
  await page.getByRole('button', { name: 'Discard', exact: true }).click();
  await expect(goOn(app)).toBeHidden();
  await expect.poll(() => leftInBrowser(page)).toEqual(nothing);
});

test('starting over leaves nothing behind in the browser', { tag: '@long' }, async ({ app, page }) => {
  await workHalf(app);
  await app.startOver();
  await expect(app.grid).toBeHidden();
  await expect.poll(() => leftInBrowser(page)).toEqual(nothing);
});

test('a second tab says that the first is at work, and touches nothing of it', { tag: '@long' }, async ({
  app,
  page,
  context,
}) => {
  const done = await workHalf(app);
  const second = await app.another(context);
  await expect(second.page.getByText('Keyveil is at work in another tab too.')).toBeVisible();
  await expect(second.page.getByText('Go on where you were?')).toHaveCount(0);
  await second.page.close();
  expect((await unpack((await app.save(app.downloadZip)).path)).size).toBe(done);
  await expect(page.getByText('Keyveil is at work in another tab too.')).toHaveCount(0);
});

test('a run pauses and goes on', async ({ app, page }) => {
  await app.giveKey('a key of 83 humming otters');
  await app.addFolder.setInputFiles(library.several);
  await expect(app.protect).toBeEnabled();
  await app.protectAndPress('Pause');
  await expect(page.getByText(/· Paused/)).toBeVisible();
  await page.getByRole('button', { name: 'Go on', exact: true }).click();
  await app.expectEnd(24);
});
