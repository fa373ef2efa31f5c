import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { library } from '../fixtures/library.ts';
import { onnxModel } from '../fixtures/onnxModel.ts';
import { drawPicture, toPng } from '../fixtures/pictures.ts';
import type { Look } from './access.ts';
import { type App, expect } from './app.ts';

/** Walks through the states of every view, so that each can be looked at. All of it is the real page at work. */

const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });

/** A folder of small photos without folders of their own: none of them gets a label. */
export function looseFiles(count: number) {
  return Array.from({ length: count }, (_, i) => ({
    name: `loose-${i}.png`,
    mimeType: 'image/png',
    buffer: Buffer.from(toPng(drawPicture(40 + (i % 7), 30 + (i % 5), 400 + i))),
  }));
}

/** A folder with two labels of sixteen photos, enough for the check and the lab. */
export function twoLabels(folder: string): string {
  for (const [at, label] of ['left', 'right'].entries()) {
    mkdirSync(join(folder, label), { recursive: true });
    for (let i = 0; i < 16; i++) {
      const picture = drawPicture(40 + (i % 3), 36, 700 + 50 * at + i);
      writeFileSync(join(folder, label, `${label}-${i}.png`), toPng(picture));
    }
  }
  return folder;
}

/** The empty page with what opens over it. */
export async function walkEmpty(app: App, look: Look): Promise<void> {
  const { page } = app;
  await look('empty');
  for (const item of ['What it protects against', 'Keyboard shortcuts', 'Preferences', 'Check an archive']) {
    await app.menu(item);
    await expect(page.getByRole('dialog')).toBeVisible();
    await look(`dialog ${item}`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await look('page menu');
  await page.keyboard.press('Escape');
}

/** Photos without labels, then with some, selected, with menus, fields and panels open. */
export async function walkLabelling(app: App, look: Look): Promise<void> {
  const { page } = app;
  await app.addPhotos.setInputFiles(looseFiles(5));
  await expect(app.grid.getByRole('option')).toHaveCount(5);
  await look('unlabelled');
  await app.addFolder.setInputFiles(library.small);
  await expect(app.grid.getByRole('option').nth(9)).toBeAttached();
  await look('labelled, no key');
  await app.giveKey('abc');
  await look('labelled, weak key');
  await app.giveKey('a key that is long enough for everybody');
  await app.grid.getByRole('option').first().click();
  await page.keyboard.press('Control+a');
  await look('all selected');
  await page.keyboard.press('l');
  await look('label as');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('more settings');
  await page.keyboard.press('Escape');
  await page.getByLabel('Format', { exact: true }).selectOption({ label: 'JPEG' });
  await page.getByLabel('Method', { exact: true }).selectOption({ label: 'CUDA, as in the paper' });
  await look('cuda and jpeg');
  await page.getByLabel('Format', { exact: true }).selectOption({ index: 0 });
  await page.getByLabel('Method', { exact: true }).selectOption({ index: 0 });
}

/** A run with a failing photo: paused on its way, ended, outdated. */
export async function walkRun(app: App, look: Look): Promise<void> {
  const { page } = app;
  await app.addFolder.setInputFiles(library.broken);
  await app.addFolder.setInputFiles(library.many);
  await expect(app.protect).toBeEnabled();
  await app.protectAndPress('Pause');
  await expect(page.getByRole('button', { name: 'Go on' })).toBeVisible();
  await look('running, paused');
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(app.progress).toBeHidden({ timeout: 60_000 });
  await look('finished, one failed');
  await page.getByText('Strong', { exact: true }).click();
  await expect(page.getByText('The zip leaves them out', { exact: false }).first()).toBeVisible();
  await look('outdated');
  await page.getByText('Standard', { exact: true }).click();
}

/** Every way of the inspector, beside the photos or in its dialog. */
export async function walkInspector(app: App, look: Look): Promise<void> {
  const { page } = app;
  const names = ['Split', 'Side by side', 'Hold', 'Difference'];
  const inspector = page.locator('.inspector');
  for (const name of names) {
    const way = inspector.locator('.mode-switch').getByText(name, { exact: true });
    await way.click();
    await expect(inspector.locator('.compare')).toHaveAttribute('aria-busy', 'false');
    await look(`inspector, ${name}`);
  }
}

/** What opens from the inspector and from the labels, and the question before all is forgotten. */
export async function walkMore(app: App, look: Look): Promise<void> {
  const { page } = app;
  await page.getByRole('button', { name: 'Numbers' }).first().click();
  await look('filter as numbers');
  await page.getByRole('button', { name: 'Open large' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('inspector, large');
  await page.keyboard.press('Escape');
  await app.menu('Start over');
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('dialog Start over');
  await page.keyboard.press('Escape');
}

/** The instant check, the lab and the theory, before, during and after. `set`: a folder of two labels. */
export async function walkProve(app: App, set: string, look: Look): Promise<void> {
  const { page } = app;
  await tab(page, 'Prove').click();
  await expect(page.getByText('There is nothing to check yet')).toBeVisible();
  await look('check, nothing there');
  await page.getByLabel('Folder to check').setInputFiles(set);
  await app.giveKey('a key to prove with');
  const check = page.getByRole('button', { name: 'Check now' });
  await expect(check).toBeVisible();
  await look('check, ready');
  await check.click();
  await expect(page.getByRole('region', { name: 'How often labels are told right' })).toBeVisible();
  await page.getByText('The numbers as a table').click();
  await look('check, found');
  await page.getByText('Training lab', { exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Train a model on your own photos' })).toBeVisible();
  await look('lab, ready');
  await page.getByText('More settings').last().click();
  await look('lab, settings');
  await page.getByLabel('Epochs', { exact: true }).fill('3');
  await page.getByLabel('Batch', { exact: true }).fill('8');
  await page.getByRole('button', { name: /^Train (now|again)$/ }).click();
  await page.getByRole('button', { name: 'Pause all' }).click();
  await look('lab, running');
  await page.getByRole('button', { name: 'Resume all' }).click();
  const runs = page.locator('.lab-run');
  await expect(runs.filter({ hasText: /Right on/ })).toHaveCount(2, { timeout: 80_000 });
  await page.locator('summary', { hasText: 'The curves as a table' }).click();
  await look('lab, finished');
  await page.getByText('Strong', { exact: true }).click();
  await look('lab, changed since');
  await page.locator('.prove-views').getByText('The theory', { exact: true }).click();
  await expect(page.locator('.charts[aria-busy=false]')).toBeVisible({ timeout: 60_000 });
  await look('theory');
}

export interface Saved {
  readonly zip: string;
  readonly receipt: string;
}

/** The three parts of Trace, before, during and after, and what they say when something is wrong. */
export async function walkTrace(app: App, folder: string, look: Look): Promise<void> {
  const { page } = app;
  await tab(page, 'Trace').click();
  await expect(page.getByRole('button', { name: 'Choose a receipt…' })).toBeVisible();
  await look('trace, nothing there');
  const saved = await protectForTrace(app, folder);
  await tab(page, 'Trace').click();
  const files = (label: string) =>
    page.locator('input[type=file]').and(page.getByLabel(label, { exact: true }));
  const view = (name: string) => page.locator('.prove-views:visible').getByText(name, { exact: true });
  await files('Receipt to trace with').setInputFiles({
    name: 'half.json',
    mimeType: 'application/json',
    buffer: readFileSync(saved.receipt).subarray(0, 300),
  });
  await expect(page.getByText('“half.json” is not a Keyveil receipt.').first()).toBeVisible();
  await look('trace, no receipt');
  await files('Receipt to trace with').setInputFiles(saved.receipt);
  await app.key.fill('another key');
  await expect(page.getByText('This is not the key of this receipt').first()).toBeVisible();
  await look('trace, wrong key');
  await app.key.fill('the key to trace with');
  await expect(
    page.getByText('The key is the right one, and the receipt is unchanged.').first(),
  ).toBeVisible();

  await files('Found photos').setInputFiles([saved.zip, library.loose]);
  await files('Originals of your photos').setInputFiles(library.zip);
  await expect(page.getByText('12 originals to look among')).toBeVisible();
  await look('found photos, ready');
  await page.getByRole('button', { name: /^Look at \d+ photos/ }).click();
  await expect(page.getByRole('progressbar', { name: 'Looking for your mark' })).toBeVisible();
  await look('found photos, running');
  await expect(page.getByRole('region', { name: 'What was found' })).toBeVisible({ timeout: 60_000 });
  await look('found photos, done');

  await view('Test a model').click();
  await look('model, nothing there');
  await files('Answers and probe sheet').setInputFiles(saved.receipt);
  await files('Folder of photos for probes').setInputFiles(library.tree);
  await page.getByLabel('Photos a label').selectOption('50');
  await page.getByLabel('Size of probes').selectOption('32');
  await page.getByRole('button', { name: 'Make probes' }).click();
  await look('model, making probes');
  await expect(page.getByText(/probes are ready/).first()).toBeVisible({ timeout: 60_000 });
  const model = join(folder, 'net.onnx');
  writeFileSync(
    model,
    onnxModel(32, [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]),
  );
  await files('Model to ask').setInputFiles(model);
  await expect(page.getByText('“net.onnx”, ONNX.')).toBeVisible();
  await page.getByLabel('Names of its classes, one a line, in its order').fill('boats\ncats\ndogs');
  await look('model, ready to ask');
  await page.getByRole('button', { name: 'Ask the model' }).click();
  await expect(page.getByRole('region', { name: 'What the answers come to' })).toContainText('No sign', {
    timeout: 60_000,
  });
  await look('model, verdict');

  await view('Restore').click();
  await files('Protected photos').setInputFiles([saved.zip, join(library.broken, 'mixed', 'damaged.png')]);
  await files('Originals to compare').setInputFiles(library.zip);
  await look('restore, ready');
  await page.getByRole('button', { name: /^Restore \d+ photos/ }).click();
  await look('restore, running');
  await expect(page.getByRole('button', { name: /^Save all/ })).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Look at' }).first().click();
  await look('restore, done');
}

export async function protectForTrace(app: App, folder: string): Promise<Saved> {
  const { page } = app;
  await tab(page, 'Protect').click();
  await app.giveKey('the key to trace with', 'holiday');
  await app.addFolder.setInputFiles(library.small);
  await app.protectAll(12);
  mkdirSync(folder, { recursive: true });
  const zip = await app.save(app.downloadZip);
  const receipt = await app.save(app.saveReceipt);
  const [zipPath, receiptPath] = [join(folder, zip.name), join(folder, receipt.name)];
  writeFileSync(zipPath, readFileSync(zip.path));
  writeFileSync(receiptPath, readFileSync(receipt.path));
  return { zip: zipPath, receipt: receiptPath };
}
