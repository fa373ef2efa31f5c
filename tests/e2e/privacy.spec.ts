import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { stretch } from '../../src/core/key/key.ts';
import { library } from '../fixtures/library.ts';
import { expect, test } from './app.ts';

const passphrase = 'zebra-quartz-lighthouse-0815';

test('key, master key and seeds lie nowhere: storage, address, archive, receipt, console, error, markup', async ({
  app,
  page,
}) => {
  const said: string[] = [];
  page.on('console', message => said.push(message.text()));
  page.on('pageerror', error => said.push(`${error.message}\n${error.stack}`));
  await app.giveKey(passphrase, 'private-things');
  await app.addFolder.setInputFiles(library.small);
  await app.protectAll(12);
  await app.withMore(() => app.method.selectOption({ label: 'CUDA, as in the paper' }));
  await app.protectAnew();
  await app.withMore(() => app.method.selectOption({ label: 'For photos' }));
  await app.protectAnew();
  const files = [
    await app.save(app.downloadZip),
    await app.save(app.saveReceipt),
    await app.save(app.saveFilters),
  ];
  const stored = await page.evaluate(everythingStored);
  // Finished photos lie in the origin-private files, so the search does look at something.
  // Small ones share files, and each worker has its own.
  expect(stored.files.length).toBeGreaterThanOrEqual(2);
  // Trace works with the key too, and what goes wrong there must not tell it either.
  await page.getByRole('tab', { name: 'Trace', exact: true }).click();
  await page.locator('input[aria-label="Receipt to trace with"]').setInputFiles(files[1]?.path ?? '');
  await expect(page.getByText('The key is the right one').first()).toBeVisible();
  await page.locator('input[aria-label="Receipt to trace with"]').setInputFiles(files[0]?.path ?? '');
  await expect(page.getByText(/is not a Keyveil receipt/)).toBeVisible();
  await app.key.fill(`${passphrase}, mistyped`);
  await expect(page.getByText(/This is not the key of this receipt/).first()).toBeVisible();
  // The markup is what a page saved to disk would hold.
  said.push(await page.content());
  const spellings = await secretsOf(passphrase, 'private-things', ['boats', 'cats', 'dogs']);
  expect(spellings.length).toBeGreaterThan(15);
  for (const spelling of spellings) {
    expect(page.url()).not.toContain(spelling);
    expect(said.filter(text => text.includes(spelling))).toEqual([]);
    expect(stored.texts.filter(text => text.includes(spelling))).toEqual([]);
    expect(stored.files.filter(text => text.includes(spelling))).toEqual([]);
    for (const { path } of files) expect(readFileSync(path, 'latin1')).not.toContain(spelling);
  }
  // Nothing like a master key or a seed (64 hex digits) is stored either.
  expect(stored.texts.filter(text => /[0-9a-f]{64}/i.test(text))).toEqual([]);
});

test('the key field keeps the key from password stores, spell checkers and onlookers', async ({ app }) => {
  await expect(app.key).toHaveAttribute('autocomplete', /off|new-password|one-time-code/);
  await expect(app.key).toHaveAttribute('spellcheck', 'false');
});

test('Start over wipes what the browser stored', async ({ app, page }) => {
  await app.giveKey(passphrase);
  await app.addFolder.setInputFiles(library.small);
  await app.protectAll(12);
  await app.startOver();
  await expect.poll(async () => (await page.evaluate(everythingStored)).files.length).toBe(0);
  await expect(app.key).toHaveValue('');
  await expect(app.downloadZip).toBeHidden();
});

/** The passphrase, the master key and the seeds that are drawn from it, each spelt in every way that would be as bad. */
async function secretsOf(
  words: string,
  dataset: string,
  labels: readonly string[],
): Promise<readonly string[]> {
  const master = Buffer.from(await stretch(words, dataset));
  const seeds = [
    'check',
    ...labels.flatMap(label => [`cast/${label}`, `veil/${label}`, `filter/9/${label}`]),
  ].map(message => createHmac('sha256', master).update(message).digest());
  return [Buffer.from(words), master, ...seeds].flatMap(bytes => [
    bytes.toString('latin1'),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    Array.from(bytes).join(','),
  ]);
}

/** Every text in local and session storage, cookies, caches and IndexedDB, and every origin-private file as Latin-1. */
async function everythingStored(): Promise<{ texts: string[]; files: string[] }> {
  const texts: string[] = [document.cookie];
  for (const storage of [localStorage, sessionStorage]) texts.push(JSON.stringify({ ...storage }));
  for (const name of await caches.keys()) texts.push(name);
  for (const { name } of await indexedDB.databases()) {
    if (name === undefined) continue;
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    for (const store of db.objectStoreNames) {
      const rows = await new Promise<unknown[]>((resolve, reject) => {
        const request = db.transaction(store).objectStore(store).getAll();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      texts.push(JSON.stringify(rows));
    }
    db.close();
  }
  const files: string[] = [];
  const walk = async (folder: FileSystemDirectoryHandle): Promise<void> => {
    for await (const entry of folder.values()) {
      if (entry.kind === 'directory') await walk(entry);
      else {
        const bytes = new Uint8Array(await (await entry.getFile()).arrayBuffer());
        files.push(entry.name + Array.from(bytes, b => String.fromCharCode(b)).join(''));
      }
    }
  };
  await walk(await navigator.storage.getDirectory());
  return { texts, files };
}
