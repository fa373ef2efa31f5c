import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, sharedTest as test } from './app.ts';
import { greatestDifference, pixelsOf, readFilters, readReceipt } from './archive.ts';
import { expectMethodsRight, expectReference, original, protectSmall } from './small.ts';

test('on the CPU, pixels are those of a float64 computation from the saved filters', async ({ app }) => {
  await expectMethodsRight(app, 'CPU');
});

test('the other presets are computed from their own numbers', { tag: '@long' }, async ({ app }) => {
  await app.giveKey('one key for all of these tests of 83 humming otters');
  for (const [preset, settings] of [
    ['Light', { castLevel: 6, strength: 0 }],
    ['Strong', { castLevel: 8, veilSize: 112, strength: 0.3 }],
  ] as const) {
    await app.page.getByRole('radio', { name: preset }).check({ force: true });
    const photos = await protectSmall(app);
    const saved = readFilters((await app.save(app.saveFilters)).path);
    expect(saved.settings).toMatchObject({ version: 2, method: 'cast', ...settings });
    expectReference(photos, saved);
    await app.startOver();
    await app.giveKey('one key for all of these tests of 83 humming otters');
  }
});

test('the same key makes the same pixels, another key or dataset name others', { tag: '@long' }, async ({
  browser,
  app,
}) => {
  const runs: ReadonlyMap<string, Uint8Array>[] = [];
  const keys = [
    ['a key of mine of 83 humming otters', 'first'],
    ['a key of mine of 83 humming otters', 'first'],
    ['another key of 83 humming otters', 'first'],
    ['a key of mine of 83 humming otters', 'second'],
  ] as const;
  for (const [passphrase, dataset] of keys) {
    const context = await browser.newContext();
    const own = await app.another(context);
    await own.chooseEngine('CPU');
    await own.giveKey(passphrase, dataset);
    runs.push(await protectSmall(own));
    await context.close();
  }
  const [first, again, otherKey, otherName] = runs.map(run =>
    [...run].map(([, bytes]) => pixelsOf(bytes).data),
  );
  expect(again).toEqual(first);
  for (const other of [otherKey, otherName]) {
    first?.forEach((pixels, i) => {
      expect(greatestDifference(pixels, other?.[i] ?? [])).toBeGreaterThan(1);
    });
  }
});

test('the receipt tells what was made of what, and nothing of the key', async ({ app }) => {
  await app.giveKey('a key that no file may hold of 83 humming otters', 'receipts');
  const photos = await protectSmall(app);
  const { name, path } = await app.save(app.saveReceipt);
  expect(name).toBe('receipts.keyveil.json');
  expect(readFileSync(path, 'utf8')).not.toContain('a key that no file may hold');
  const receipt = readReceipt(path);
  expect(receipt).toMatchObject({
    dataset: 'receipts',
    version: 2,
    method: 'cast',
    castLevel: 8,
    veilSize: 160,
    strength: 0.2,
    labels: ['boats', 'cats', 'dogs'],
  });
  const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
  expect(receipt.files.map(file => file.path).sort()).toEqual([...photos.keys()].sort());
  for (const file of receipt.files) {
    expect(file.sha256).toBe(hash(photos.get(file.path) ?? new Uint8Array()));
    expect(file.sourceSha256).toBe(hash(original(file.path)));
    expect(file.path).toBe(`${file.label}/${file.source.split('/').at(-1)}`);
  }
});
