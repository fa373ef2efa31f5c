import { type BrowserContext, expect, type Page } from '@playwright/test';
import { App } from './app.ts';
import { readReceipt, unpack } from './archive.ts';

/** A tab that is killed: nothing on the page runs any more, no file is closed, nobody is asked. */
export async function kill(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash');
  // It never answers.
  void (await page.context().newCDPSession(page)).send('Page.crash').catch(() => {});
  await crashed;
  await page.close();
}

/**
 * Starts a run, waits until so many of its photos are done and then some ms more, and kills the tab.
 *
 * @returns how many the page had told of
 */
export async function killInRun({ page, protect }: App, done: number, after: number): Promise<number> {
  await expect(protect).toBeEnabled();
  // Told from inside, because the last thing that a dying page said does not wait for a question.
  let told = 0;
  const reached = new Promise<void>(resolve => {
    void page.exposeFunction('told', (value: number) => {
      told = Math.max(told, value);
      if (value >= done) resolve();
    });
  });
  await page.evaluate(() => {
    let total: number | null = null;
    const tell = () => {
      const bar = document.querySelector('[role=progressbar][aria-label="Protecting photos"]');
      if (bar) total = Number(bar.getAttribute('aria-valuemax'));
      // A fast machine may be at the end before the page told of the middle.
      const value = bar ? Number(bar.getAttribute('aria-valuenow')) : total;
      if (value !== null) (globalThis as unknown as { told(value: number): void }).told(value);
    };
    new MutationObserver(tell).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  await protect.click();
  await reached;
  await new Promise(resolve => setTimeout(resolve, after));
  await kill(page);
  return told;
}

/**
 * What lies in the browser's private files, read the way another program would: how many photos the journals call finished,
 * and the zips that were on their way to the downloads.
 */
export async function stored(
  page: Page,
): Promise<{ readonly journalled: number; readonly zips: readonly string[] }> {
  return page.evaluate(async () => {
    const ids = new Set<string>();
    const zips: string[] = [];
    const walk = async (folder: FileSystemDirectoryHandle): Promise<void> => {
      for await (const [name, handle] of folder.entries()) {
        if (handle.kind === 'directory') await walk(handle as FileSystemDirectoryHandle);
        else if (name.endsWith('.zip')) zips.push(name);
        else if (name.startsWith('journal-')) {
          const text = await (await (handle as FileSystemFileHandle).getFile()).text();
          for (const line of text.split('\n').slice(0, -1)) ids.add(JSON.parse(line).photo.id);
        }
      }
    };
    await walk(await navigator.storage.getDirectory());
    return { journalled: ids.size, zips };
  });
}

/**
 * Opens the page again, goes on, and holds what is there against what had been finished: as many photos as the journal
 * says, at least those that the page had told of, and every one of them opens.
 */
export async function goOnAfterKill(
  context: BrowserContext,
  told: number,
  total = 24,
): Promise<{ readonly app: App; readonly done: number }> {
  const app = new App(await context.newPage());
  await app.open();
  const { journalled: done } = await stored(app.page);
  expect(done).toBeGreaterThanOrEqual(told);
  await expect(app.page.getByText(`${total} photos, ${done} of them protected`)).toBeVisible();
  await app.page.getByRole('button', { name: 'Go on', exact: true }).click();
  await expect(app.status).toHaveText(new RegExp(`(?:^|\\D)${done} of ${total} photos protected$`));
  // Half a zip that the dead page was saving is nobody's any more.
  expect((await stored(app.page)).zips).toEqual([]);
  if (done > 0) await expectToOpen(app, done);
  return { app, done };
}

async function expectToOpen(app: App, count: number): Promise<void> {
  const photos = await unpack((await app.save(app.downloadZip)).path);
  expect(photos.size).toBe(count);
  for (const [path, bytes] of photos) {
    // A whole JPEG, from its first marker to its last.
    expect([...bytes.subarray(0, 2), ...bytes.subarray(-2)], path).toEqual([0xff, 0xd8, 0xff, 0xd9]);
  }
}

/** Files and key again, as after any reload. */
export async function giveAgain(
  app: App,
  passphrase: string,
  done: number,
  folder: string,
  total = 24,
): Promise<void> {
  if (done < total) {
    await app.addFolder.setInputFiles(folder);
    await expect(app.page.getByText(/have their files again/).first()).toBeVisible();
  }
  await app.key.fill(passphrase);
  await expect(app.saveReceipt.or(app.protect).first()).toBeVisible();
  await expect(app.status).toHaveText(new RegExp(`(?:^|\\D)${done} of ${total} photos protected$`));
}

/** What the archive and its receipt say of each photo, by path: the same for the same key and photos. */
export async function outcome(app: App): Promise<ReadonlyMap<string, string>> {
  const photos = await unpack((await app.save(app.downloadZip)).path);
  const receipt = readReceipt((await app.save(app.saveReceipt)).path);
  expect(receipt.files.map(({ path }) => path).sort()).toEqual([...photos.keys()].sort());
  for (const { path, sha256 } of receipt.files) {
    const digest = await crypto.subtle.digest('SHA-256', Uint8Array.from(photos.get(path) ?? []));
    expect(Buffer.from(digest).toString('hex'), path).toBe(sha256);
  }
  return new Map(receipt.files.map(({ path, sha256 }) => [path, sha256]));
}
