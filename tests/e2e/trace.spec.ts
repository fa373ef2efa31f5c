import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { library } from '../fixtures/library.ts';
import { onnxModel } from '../fixtures/onnxModel.ts';
import { drawPicture, toPng } from '../fixtures/pictures.ts';
import { graphModel, layersModel, type TfjsFile } from '../fixtures/tfjsModels.ts';
import { type App, expect, sharedTest as test } from './app.ts';
import { pixelsOf, readReceipt, unpack } from './archive.ts';
import { original } from './small.ts';

const key = 'the key to trace with of 83 humming otters';
const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });
const files = (page: Page, label: string) =>
  page.locator('input[type=file]').and(page.getByLabel(label, { exact: true }));
const view = (page: Page, name: string) => page.getByRole('radio', { name, exact: true });
const toView = (page: Page, name: string) =>
  page.locator('.wing-views').getByText(name, { exact: true }).click();
const rows = (page: Page) => page.getByRole('list', { name: 'Photos to restore' }).getByRole('listitem');
const row = (page: Page, name: string): Locator => rows(page).filter({ hasText: name });
const result = (page: Page) => page.getByRole('region', { name: 'What was found' });
const right = (page: Page) =>
  page.getByText('The key is the right one, and the receipt is unchanged.').first();

interface GivenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}
interface Saved {
  readonly zip: GivenFile;
  readonly receipt: GivenFile;
  /** Protected photos by path. */
  readonly photos: ReadonlyMap<string, Uint8Array>;
}

interface Probe {
  readonly name: string;
  readonly filter: unknown;
  readonly label: number;
}

const kept = new Map<string, Saved>();

/** Archive and receipt of the folder `small`; made once, by whichever test needs them first. */
async function protectedSmall(app: App, method = 'For photos'): Promise<Saved> {
  const before = kept.get(method);
  if (before) return before;
  await app.withMore(() => app.method.selectOption({ label: method }));
  await app.giveKey(key, 'holiday');
  await app.addFolder.setInputFiles(library.small);
  await app.protectAll(12);
  const zip = await app.save(app.downloadZip);
  const receipt = await app.save(app.saveReceipt);
  const saved: Saved = {
    zip: { name: 'holiday.zip', mimeType: 'application/zip', buffer: readFileSync(zip.path) },
    receipt: {
      name: 'holiday.keyveil.json',
      mimeType: 'application/json',
      buffer: readFileSync(receipt.path),
    },
    photos: await unpack(zip.path),
  };
  expect(readReceipt(receipt.path).files).toHaveLength(12);
  kept.set(method, saved);
  return saved;
}

const png = (name: string, bytes: Uint8Array | undefined): GivenFile => ({
  name,
  mimeType: 'image/png',
  buffer: Buffer.from(bytes ?? []),
});

test('restores what was protected on the page, and says how close it came', { tag: '@long' }, async ({
  app,
  page,
}) => {
  // Anew, because this page's own receipt is what it is about.
  kept.clear();
  const saved = await protectedSmall(app);
  await tab(page, 'Trace').click();
  await page.getByRole('button', { name: 'Use the receipt of the photos protected on this page' }).click();
  await expect(right(page)).toBeVisible();
  // Receipt and key stand together, and the field is nowhere else meanwhile.
  const together = page.getByRole('region', { name: 'Receipt and key' });
  await expect(together.getByLabel('Private key', { exact: true })).toHaveValue(key);
  await expect(app.key).toHaveCount(1);
  await toView(page, 'Restore');
  await files(page, 'Protected photos').setInputFiles(saved.zip);
  await files(page, 'Originals to compare').setInputFiles(library.zip);
  await expect(page.getByText('12 originals to compare with')).toBeVisible();
  await page.getByRole('button', { name: 'Restore 12 photos' }).click();
  await expect(rows(page).filter({ hasText: 'Restored, label' })).toHaveCount(12, { timeout: 60_000 });
  await expect(page.getByRole('progressbar', { name: 'Restoring photos' })).toBeHidden();
  await expect(rows(page).locator('canvas')).toHaveCount(12);
  const gains = await rows(page).locator('.trace-psnr').allTextContents();
  expect(gains).toHaveLength(12);
  for (const words of gains) {
    const [before = 0, after = 0] = (words.match(/[\d.]+/g) ?? []).map(Number);
    // The default lays on waves and a smoothed veil: both come off.
    expect(after).toBeGreaterThan(before + 12);
  }
  await row(page, 'cats-1.png').getByRole('button', { name: 'Look at' }).click();
  const look = page.getByRole('region', { name: 'Before and after: cats-1.png' });
  await expect(look.getByRole('img', { name: 'Restored' })).toBeVisible();
  await expect(look).toContainText('Likeness to the original');

  const one = await app.save(row(page, 'cats-1.png').getByRole('button', { name: 'Save' }));
  expect(one.name).toBe('cats-1.restored.png');
  const wanted = pixelsOf(original('cats/cats-1.png'));
  const given = pixelsOf(saved.photos.get('cats/cats-1.png') ?? new Uint8Array());
  const restored = pixelsOf(readFileSync(one.path));
  expect([restored.width, restored.height]).toEqual([wanted.width, wanted.height]);
  expect(meanDifference(restored.data, wanted.data)).toBeLessThan(
    meanDifference(given.data, wanted.data) / 3,
  );

  const all = await app.save(page.getByRole('button', { name: 'Save all 12 photos as a zip' }));
  expect(all.name).toBe('holiday.restored.zip');
  const names = [...(await unpack(all.path)).keys()];
  expect(names).toHaveLength(12);
  expect(names).toContain('dogs/dogs-3.restored.png');
});

test('by keyboard: a wrong key, a changed receipt, no receipt, and photos that are not its own', async ({
  app,
  page,
}) => {
  const saved = await protectedSmall(app);
  await tab(page, 'Protect').focus();
  await page.keyboard.press('End');
  await expect(tab(page, 'Trace')).toBeFocused();
  await expect(page.getByRole('tabpanel', { name: 'Trace' })).toBeVisible();
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a receipt…' }).focus();
  await page.keyboard.press('Enter');
  await (await choosing).setFiles(saved.receipt);
  await app.key.fill('');
  await expect(page.getByText('Now its private key').first()).toBeVisible();
  await app.key.fill('another key of 83 humming otters');
  await expect(page.getByText('This is not the key of this receipt').first()).toBeVisible();

  await view(page, 'Found photos').focus();
  await page.keyboard.press('End');
  while (!(await view(page, 'Restore').isChecked())) await page.keyboard.press('ArrowRight');
  await files(page, 'Protected photos').setInputFiles([
    png('mine.png', saved.photos.get('cats/cats-0.png')),
    png('strange.png', toPng(drawPicture(90, 70, 77))),
    png('damaged.png', readFileSync(join(library.broken, 'mixed', 'damaged.png'))),
  ]);
  const restore = page.getByRole('button', { name: /^Restore \d+ photos?$/ });
  await expect(restore).toBeDisabled();

  const text = saved.receipt.buffer.toString();
  const asFile = (name: string, content: string) => ({
    ...saved.receipt,
    name,
    buffer: Buffer.from(content),
  });
  await app.key.fill(key);
  await expect(restore).toBeEnabled();
  await files(page, 'Receipt to trace with').setInputFiles(
    asFile('changed.json', text.replace(/"strength": [\d.]+/, '"strength": 0.25')),
  );
  await expect(page.getByText('this receipt was changed after it was written').first()).toBeVisible();
  await expect(restore).toBeDisabled();
  await files(page, 'Receipt to trace with').setInputFiles(asFile('half.json', text.slice(0, 300)));
  await expect(page.getByText('“half.json” is not a Keyveil receipt.')).toBeVisible();
  await files(page, 'Receipt to trace with').setInputFiles(saved.receipt);
  await expect(right(page)).toBeVisible();

  await restore.focus();
  await page.keyboard.press('Enter');
  await expect(row(page, 'mine.png')).toContainText('Restored, label “cats”');
  await expect(row(page, 'strange.png')).toContainText('The receipt does not list this file');
  await row(page, 'strange.png').getByLabel('Label of strange.png').selectOption('dogs');
  await expect(row(page, 'strange.png')).toContainText('Not restored yet');
  await row(page, 'damaged.png').getByLabel('Label of damaged.png').selectOption('dogs');
  await restore.focus();
  await page.keyboard.press('Enter');
  await expect(row(page, 'strange.png')).toContainText('the receipt does not list this copy');
  await expect(row(page, 'damaged.png')).toContainText(/damaged|could not be read/i);
});

test('says which found photos are the owner’s, and reports it without names', { tag: '@long' }, async ({
  app,
  page,
}) => {
  const saved = await protectedSmall(app);
  await tab(page, 'Trace').click();
  await expect(page.getByRole('button', { name: 'Choose found photos…' })).toBeVisible();
  await app.drop([library.loose]);
  await expect(page.getByText('1 photo', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Clear the list' }).click();
  await files(page, 'Receipt to trace with').setInputFiles(saved.receipt);
  await app.key.fill(key);
  await expect(right(page)).toBeVisible();
  // The same picture in another file: not to the byte what the receipt lists.
  const again = await recoded(page, saved.photos.get('cats/cats-2.png') ?? new Uint8Array());
  await files(page, 'Found photos').setInputFiles([
    png('listed-one.png', saved.photos.get('dogs/dogs-0.png')),
    png('saved-anew.png', again),
    png('clean-copy.png', await recoded(page, original('boats/boats-2.png'))),
    png('somebody-elses.png', toPng(drawPicture(220, 180, 77))),
  ]);
  await files(page, 'Originals of your photos').setInputFiles(library.zip);
  await expect(page.getByText('12 originals to look among')).toBeVisible();
  const look = page.getByRole('button', { name: 'Look at 4 photos' });
  await look.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('progressbar', { name: 'Looking for your mark' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(look).toBeVisible();
  await expect(result(page)).toHaveCount(0);

  await look.click();
  await expect(result(page)).toBeVisible({ timeout: 60_000 });
  const found = (name: string) => result(page).getByRole('row').filter({ hasText: name });
  await expect(found('listed-one.png')).toContainText('byte for byte');
  await expect(found('saved-anew.png')).toContainText('strong sign of your mark');
  await expect(found('saved-anew.png')).toContainText('cats');
  // Which evidence gave the sign, and a small picture of each photo.
  await expect(found('saved-anew.png')).toContainText(/[Ww]aves of colour .*p\s=\s0\.00\d/);
  await expect(result(page).locator('tbody canvas')).toHaveCount(4);
  await expect(found('clean-copy.png')).toContainText('an unprotected copy');
  await expect(found('somebody-elses.png')).not.toContainText('trong sign');

  for (const [button, ending] of [
    ['Save report', 'html'],
    ['Save as JSON', 'json'],
  ] as const) {
    const report = await app.save(result(page).getByRole('button', { name: button, exact: true }));
    expect(report.name).toBe(`holiday.found.${ending}`);
    const text = readFileSync(report.path, 'utf8');
    expect(text).toContain(JSON.parse(saved.receipt.buffer.toString()).commitment);
    for (const name of ['saved-anew', 'clean-copy', key]) expect(text).not.toContain(name);
  }

  // With another key there is nothing to say.
  await app.key.fill('another key of 83 humming otters');
  await expect(page.getByText('This is not the key of this receipt').first()).toBeVisible();
  await files(page, 'Found photos').setInputFiles([png('one-more.png', again)]);
  await expect(page.getByRole('button', { name: 'Look at 5 photos' })).toBeDisabled();
});

test('asks a model by probes: makes them, reads its answers by the sheet, and judges', {
  tag: '@long',
}, async ({ app, page }) => {
  const saved = await protectedSmall(app);
  await tab(page, 'Trace').click();
  await files(page, 'Receipt to trace with').setInputFiles(saved.receipt);
  await app.key.fill(key);
  await expect(right(page)).toBeVisible();
  await page.getByText('Publish this when the photos go online').click();
  const line = await page.getByLabel('Line to publish').inputValue();
  expect(line).toMatch(/^keyveil receipt sha256:[0-9a-f]{64} commitment:[0-9a-f]{64}$/);

  await toView(page, 'Test a model');
  await files(page, 'Answers and probe sheet').setInputFiles(saved.receipt);
  await expect(page.getByText('That JSON file is no probe sheet of Keyveil.').first()).toBeVisible();
  await files(page, 'Photos for probes').setInputFiles(library.loose);
  await page.getByRole('button', { name: 'Make probes' }).click();
  await expect(page.getByText('at least 50 are needed').last()).toBeVisible();
  await files(page, 'Folder of photos for probes').setInputFiles(library.tree);
  await expect(page.getByText('136 photos', { exact: true })).toBeVisible();
  await page.getByLabel('Photos a label').selectOption('50');
  await page.getByLabel('Size of probes').selectOption('32');
  const make = page.getByRole('button', { name: 'Make probes' });
  await make.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/probes are ready/).first()).toBeVisible({ timeout: 60_000 });
  const zip = await app.save(page.getByRole('button', { name: 'Save probes' }));
  const sheetFile = await app.save(page.getByRole('button', { name: 'Save probe sheet' }));
  expect([zip.name, sheetFile.name]).toEqual(['probes.zip', 'holiday.probes.json']);
  const sheet = JSON.parse(readFileSync(sheetFile.path, 'utf8'));
  const names: readonly string[] = sheet.files.map(({ name }: { name: string }) => name);
  expect([...(await unpack(zip.path)).keys()]).toEqual(names);
  for (const name of names) expect(name).toMatch(/^[0-9a-f]{16}\.jpg$/);

  const csv = (answer: (file: Probe) => string): GivenFile => ({
    name: 'answers.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      ['file,label', ...sheet.files.map((f: Probe) => `${f.name},${answer(f)}`)].join('\n'),
    ),
  });
  const verdict = page.getByRole('region', { name: 'What the answers come to' });
  await files(page, 'Answers and probe sheet').setInputFiles(csv(() => 'something'));
  await expect(verdict).toContainText('No sign that this model learnt from your photos.');
  await files(page, 'Answers and probe sheet').setInputFiles(
    csv(({ filter, label }) => (filter === 'own' ? `class ${sheet.labels[label]}` : 'something')),
  );
  // Its names are not ours, so a person says which is which.
  await expect(verdict).toContainText('No sign');
  for (const label of sheet.labels) {
    await page.getByLabel(`Answer that means “${label}”`).selectOption(`class ${label}`);
  }
  await expect(verdict).toContainText('Very strong sign that this model learnt from your photos.');
  await verdict.getByLabel('What was published of the receipt').fill(`On that day: ${line}`);
  await expect(verdict).toContainText('This very receipt was published.');
  const report = await app.save(verdict.getByRole('button', { name: 'Save report' }));
  expect(report.name).toBe('holiday.verdict.html');
  expect(readFileSync(report.path, 'utf8')).toContain('This very receipt was published.');
});

test('asks a model from its files, on this device', { tag: '@long' }, async ({ app, page }) => {
  const saved = await protectedSmall(app);
  await tab(page, 'Trace').click();
  await files(page, 'Receipt to trace with').setInputFiles(saved.receipt);
  await app.key.fill(key);
  await expect(right(page)).toBeVisible();
  await toView(page, 'Test a model');
  const onnx = (bytes: Uint8Array): GivenFile => ({
    name: 'net.onnx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bytes),
  });
  // The class with the most of its colour: it knows nothing of filters.
  const net = onnxModel(32);
  await files(page, 'Model to ask').setInputFiles(onnx(net.slice(0, 90)));
  await expect(page.getByText('This model cannot be loaded').first()).toBeVisible();
  await files(page, 'Model to ask').setInputFiles(saved.receipt);
  await expect(page.getByText('No model was found in these files').first()).toBeVisible();
  await files(page, 'Model to ask').setInputFiles(onnx(net));
  await expect(page.getByText('“net.onnx”, ONNX.')).toBeVisible();
  await expect(page.getByLabel('Size of its pictures, in pixels')).toHaveValue('32');
  const ask = page.getByRole('button', { name: 'Ask the model' });
  await expect(ask).toBeDisabled();
  await files(page, 'Folder of photos for probes').setInputFiles(library.tree);
  await page.getByLabel('Photos a label').selectOption('50');
  await page.getByLabel('Names of its classes, one a line, in its order').fill('boats\ncats\ndogs');
  await ask.focus();
  await page.keyboard.press('Enter');
  const verdict = page.getByRole('region', { name: 'What the answers come to' });
  await expect(verdict).toContainText('No sign that this model learnt from your photos.', {
    timeout: 60_000,
  });
  for (const label of ['boats', 'cats', 'dogs']) {
    await expect(page.getByLabel(`Answer that means “${label}”`)).toHaveValue(label);
  }
  const report = await app.save(verdict.getByRole('button', { name: 'Save as JSON' }));
  const { askedBy, verdict: found } = JSON.parse(readFileSync(report.path, 'utf8'));
  expect(askedBy).toBe('onnx');
  expect(found.answered).toBe(found.probes);
});

/** Files as a chooser gives them. */
const chosen = (all: readonly TfjsFile[]): Promise<GivenFile[]> =>
  Promise.all(
    all.map(async ({ name, blob }) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(await blob.arrayBuffer()),
    })),
  );

test('asks models of TensorFlow.js, of layers and of a graph, with colours that a person sets', {
  tag: '@long',
}, async ({ app, page }) => {
  test.slow();
  const saved = await protectedSmall(app);
  await tab(page, 'Trace').click();
  await toView(page, 'Test a model');
  // Photos may come before any receipt.
  await page.getByRole('button', { name: 'Add drawn photos' }).click();
  await expect(page.getByText('100 photos', { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByLabel('Photos a label')).toBeVisible();
  await files(page, 'Receipt to trace with').setInputFiles(saved.receipt);
  await app.key.fill(key);
  await expect(right(page)).toBeVisible();
  await page.getByLabel('Labels asked about').selectOption('boats');
  await page.getByLabel('Photos a label').selectOption('50');
  const ask = page.getByRole('button', { name: 'Ask the model' });
  const verdict = page.getByRole('region', { name: 'What the answers come to' });
  const report = async () => {
    const file = await app.save(verdict.getByRole('button', { name: 'Save as JSON' }));
    return JSON.parse(readFileSync(file.path, 'utf8'));
  };
  const answers = async () => {
    await ask.click();
    await expect(page.getByRole('progressbar', { name: 'Asking the model' })).toBeHidden({ timeout: 90_000 });
    await expect(verdict).toContainText('No sign that this model learnt from your photos.');
    const { askedBy, verdict: found } = await report();
    expect(askedBy).toBe('tfjs');
    expect(found.answered).toBe(found.probes);
    const said = found.labels.map(({ plain }: { plain: { hits: number } }) => plain.hits);
    return said as readonly number[];
  };

  const matrix = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ];
  const layers = await chosen(layersModel(32, matrix));
  await files(page, 'Model to ask').setInputFiles(layers.slice(0, 1));
  await expect(
    page.getByText('Files that the model needs are not among these: weights.bin').first(),
  ).toBeVisible();
  await files(page, 'Model to ask').setInputFiles(layers);
  await expect(page.getByText('“model.json”, TensorFlow.js.')).toBeVisible();
  await expect(page.getByLabel('Size of its pictures, in pixels')).toHaveValue('32');
  await expect(page.getByLabel('Mean', { exact: true })).toHaveValue('0, 0, 0');
  await page.getByLabel('Names of its classes, one a line, in its order').fill('boats\ncats\ndogs');
  // Red wins on sunsets, which are some of what is drawn.
  const [byLayers = 0] = await answers();
  expect(byLayers).toBeGreaterThan(0);

  await files(page, 'Model to ask').setInputFiles(await chosen(graphModel(32)));
  await expect(page.getByText('“model.json”, TensorFlow.js.')).toBeVisible();
  const [byGraph = 0] = await answers();
  expect(byGraph).toBeGreaterThan(0);

  // What is no number asks nothing; a mean so high that red never wins does.
  await page.getByLabel('Standard deviation').fill('0');
  await expect(ask).toBeDisabled();
  await page.getByLabel('Standard deviation').fill('1');
  await page.getByLabel('Mean', { exact: true }).fill('9, 0, 0');
  await expect(page.getByLabel('How it wants colours')).toHaveValue('custom');
  const [withoutRed] = await answers();
  expect(withoutRed).toBe(0);
});

test('with nothing at hand: found sample photos show the mark, and the key on the page stays out of it', async ({
  app,
  page,
}) => {
  await app.key.fill('my own key of 83 humming otters');
  await tab(page, 'Trace').click();
  await page.getByRole('button', { name: 'Try it with sample photos' }).click();
  await expect(page.getByText('Key of the example, which is no secret')).toBeVisible();
  await expect(right(page)).toBeVisible();
  await expect(result(page)).toBeVisible({ timeout: 60_000 });
  const found = (name: string) => result(page).getByRole('row').filter({ hasText: name });
  for (const name of ['cat', 'sunset', 'fig'])
    await expect(found(`found-${name}.jpg`)).toContainText(/[Ss]trong sign of your mark/);
  await expect(found('found-coffee.jpg')).not.toContainText(/[Ss]trong sign/);
  await expect(result(page).locator('tbody canvas')).toHaveCount(4);
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(app.key).toHaveValue('my own key of 83 humming otters');
});

test('a ready example: a network that saw protected squares shows it, its twin does not', {
  tag: '@long',
}, async ({ app, page }) => {
  test.slow();
  await tab(page, 'Trace').click();
  await toView(page, 'Test a model');
  const needed = page.getByRole('region', { name: 'What you need' });
  await expect(needed.getByText(': there')).toHaveCount(0);
  const verdict = page.getByRole('region', { name: 'What the answers come to' });
  const asking = page.getByRole('progressbar', { name: 'Asking the model' });
  /** How much more often Anna is said under her own mark than under decoys, in points. Decoys are drawn anew each time. */
  const ask = async (name: string) => {
    await page.getByRole('button', { name }).click();
    await expect(asking).toBeVisible({ timeout: 60_000 });
    await expect(asking).toBeHidden({ timeout: 150_000 });
    const row = verdict.getByRole('row').filter({ hasText: 'Anna' });
    await expect(row).toBeVisible();
    const [own = 0, decoys = 0] = [...((await row.textContent()) ?? '').matchAll(/\((\d+) ?\s?%\)/g)].map(
      found => Number(found[1]),
    );
    return own - decoys;
  };
  expect(await ask('Ask the network that saw protected squares')).toBeGreaterThan(40);
  await expect(verdict).toContainText(/sign that this model learnt from your photos\.|Weak sign/);
  await expect(needed.getByText(': there')).toHaveCount(4);
  expect(Math.abs(await ask('Ask its twin that saw none'))).toBeLessThan(30);
  // Nobody's own key was asked for.
  await expect(app.key).toHaveCount(0);
});

test('the paper’s filter: comes off at its own size alone, and is found by the original', {
  tag: '@long',
}, async ({ app, page }) => {
  const saved = await protectedSmall(app, 'CUDA, as in the paper');
  await tab(page, 'Trace').click();
  await files(page, 'Receipt to trace with').setInputFiles(saved.receipt);
  await app.key.fill(key);
  await expect(right(page)).toBeVisible();
  await toView(page, 'Restore');
  const again = await recoded(page, saved.photos.get('cats/cats-2.png') ?? new Uint8Array());
  await files(page, 'Protected photos').setInputFiles([
    png('mine.png', saved.photos.get('boats/boats-1.png')),
    png('anew.png', again),
  ]);
  await page.getByRole('button', { name: 'Restore 2 photos' }).click();
  await expect(row(page, 'mine.png')).toContainText('Restored, label “boats”');
  await row(page, 'anew.png').getByLabel('Label of anew.png').selectOption('cats');
  await page.getByRole('button', { name: 'Restore 1 photo' }).click();
  await expect(row(page, 'anew.png')).toContainText('only be undone from the very file that it lists');

  await toView(page, 'Found photos');
  await files(page, 'Found photos').setInputFiles([png('anew.png', again)]);
  await page.getByRole('button', { name: 'Look at 1 photo' }).click();
  await expect(result(page)).toContainText('its original is not here', { timeout: 60_000 });
  await files(page, 'Originals of your photos').setInputFiles(library.zip);
  await page.getByRole('button', { name: 'Look at 1 photo' }).click();
  await expect(result(page)).toContainText(
    /Looks like one of your originals\. (?:Very strong|Strong) sign of your mark/,
    { timeout: 60_000 },
  );
});

/** The same pixels in a PNG of other bytes. */
async function recoded(page: Page, bytes: Uint8Array): Promise<Uint8Array> {
  const base64 = await page.evaluate(async data => {
    const given = Uint8Array.from(atob(data), c => c.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([given]));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    const out = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
    return btoa(Array.from(out, b => String.fromCharCode(b)).join(''));
  }, Buffer.from(bytes).toString('base64'));
  return Buffer.from(base64, 'base64');
}

function meanDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += Math.abs((a[i] ?? 0) - (b[i] ?? 0));
  return sum / a.length;
}
