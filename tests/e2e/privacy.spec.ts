import { readFileSync } from 'node:fs';
import { library } from '../fixtures/library.ts';
import { expect, test } from './app.ts';

const passphrase = 'zebra-quartz-lighthouse-0815';

test('the key lies nowhere: no storage, no address, no archive, no receipt', async ({ app, page }) => {
  await app.giveKey(passphrase, 'private-things');
  await app.addFolder.setInputFiles(library.small);
  await app.protectAll(12);
  const files = [
    await app.save(app.downloadZip),
    await app.save(app.saveReceipt),
    await app.save(app.saveFilters),
  ];
  const stored = await page.evaluate(everythingStored);
  // Finished photos lie in the origin-private files, so the search does look at something.
  // Small ones share files, and each worker has its own.
  expect(stored.files.length).toBeGreaterThanOrEqual(2);
  // A hex and a Base64 spelling would be as bad as the words themselves.
  const spellings = [
    passphrase,
    Buffer.from(passphrase).toString('hex'),
    Buffer.from(passphrase).toString('base64').replace(/=+$/, ''),
  ];
  for (const spelling of spellings) {
    expect(page.url()).not.toContain(spelling);
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
