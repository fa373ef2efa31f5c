import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { library } from '../fixtures/library.ts';
import { onnxModel } from '../fixtures/onnxModel.ts';
import { drawPicture, toPng } from '../fixtures/pictures.ts';
import type { Look } from './access.ts';
import { type App, expect } from './app.ts';

/** Walks through the states of Prove and Trace, so that each can be looked at. All of it is the real page at work. */

const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });

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

async function openProve(app: App, set: string): Promise<void> {
  const { page } = app;
  await tab(page, 'Prove').click();
  await page.getByLabel('Folder to check').setInputFiles(set);
  await app.giveKey('a key to prove with of 83 humming otters');
  await expect(page.getByRole('button', { name: 'Check now' })).toBeVisible();
}

/** The instant check and the theory, before and after. `set`: a folder of two labels. */
export async function walkCheck(app: App, set: string, look: Look): Promise<void> {
  const { page } = app;
  await tab(page, 'Prove').click();
  await expect(page.getByText('There is nothing to check yet')).toBeVisible();
  await look('check, nothing there');
  await openProve(app, set);
  await look('check, ready');
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByRole('region', { name: 'How often labels are told right' })).toBeVisible();
  await page.getByText('The numbers as a table').click();
  await look('check, found');
  await page.getByRole('button', { name: 'Try it', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Whether a scraper can tell' }).first()).toBeVisible();
  await page.getByText('How it is tried').click();
  await look('detector, found');
  await page.locator('.wing-views').getByText('The theory', { exact: true }).click();
  await expect(page.locator('.charts[aria-busy=false]')).toBeVisible({ timeout: 60_000 });
  await look('theory');
}

/** The lab, before, during and after. `set`: a folder of two labels. */
export async function walkLab(app: App, set: string, look: Look): Promise<void> {
  const { page } = app;
  await openProve(app, set);
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
}

export interface Saved {
  readonly zip: string;
  readonly receipt: string;
}

const files = (page: Page, label: string) =>
  page.locator('input[type=file]').and(page.getByLabel(label, { exact: true }));

const view = (page: Page, name: string) =>
  page.locator('.wing-views:visible').getByText(name, { exact: true });

/** Protects the small library, and opens Trace with its receipt and its key. */
async function openTrace(app: App, folder: string): Promise<Saved> {
  const { page } = app;
  const saved = await protectForTrace(app, folder);
  await tab(page, 'Trace').click();
  await files(page, 'Receipt to trace with').setInputFiles(saved.receipt);
  await expect(
    page.getByText('The key is the right one, and the receipt is unchanged.').first(),
  ).toBeVisible();
  return saved;
}

/** What Trace says before there is a receipt, of one that is none, and of another key; then found photos. */
export async function walkFound(app: App, folder: string, look: Look): Promise<void> {
  const { page } = app;
  await tab(page, 'Trace').click();
  await expect(page.getByRole('button', { name: 'Choose a receipt…' })).toBeVisible();
  await look('trace, nothing there');
  await files(page, 'Receipt to trace with').setInputFiles({
    name: 'half.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"format":"keyveil-receipt","version":1,"fil'),
  });
  await expect(page.getByText('“half.json” is not a Keyveil receipt.').first()).toBeVisible();
  await look('trace, no receipt');
  const saved = await openTrace(app, folder);
  await app.key.fill('another key of 83 humming otters');
  await expect(page.getByText('This is not the key of this receipt').first()).toBeVisible();
  await look('trace, wrong key');
  await app.key.fill('the key to trace with of 83 humming otters');
  await expect(
    page.getByText('The key is the right one, and the receipt is unchanged.').first(),
  ).toBeVisible();

  await files(page, 'Found photos').setInputFiles([saved.zip, library.loose]);
  await files(page, 'Originals of your photos').setInputFiles(library.zip);
  await expect(page.getByText('12 originals to look among')).toBeVisible();
  await look('found photos, ready');
  await page.getByRole('button', { name: /^Look at \d+ photos/ }).click();
  await expect(page.getByRole('progressbar', { name: 'Looking for your mark' })).toBeVisible();
  await look('found photos, running');
  await expect(page.getByRole('region', { name: 'What was found' })).toBeVisible({ timeout: 60_000 });
  await look('found photos, done');
}

/** Probes for a model, and a model asked. */
export async function walkModel(app: App, folder: string, look: Look): Promise<void> {
  const { page } = app;
  const saved = await openTrace(app, folder);
  await view(page, 'Test a model').click();
  await look('model, nothing there');
  await files(page, 'Answers and probe sheet').setInputFiles(saved.receipt);
  await files(page, 'Folder of photos for probes').setInputFiles(library.tree);
  await page.getByLabel('Photos a label').selectOption('50');
  await page.getByLabel('Size of probes').selectOption('32');
  await page.getByRole('button', { name: 'Make probes' }).click();
  await look('model, making probes');
  await expect(page.getByText(/probes are ready/).first()).toBeVisible({ timeout: 60_000 });
  const model = join(folder, 'net.onnx');
  writeFileSync(model, onnxModel(32));
  await files(page, 'Model to ask').setInputFiles(model);
  await expect(page.getByText('“net.onnx”, ONNX.').first()).toBeVisible();
  await page.getByLabel('Names of its classes, one a line, in its order').fill('boats\ncats\ndogs');
  await look('model, ready to ask');
  await page.getByRole('button', { name: 'Ask the model' }).click();
  await expect(page.getByRole('region', { name: 'What the answers come to' })).toContainText('No sign', {
    timeout: 60_000,
  });
  await look('model, verdict');
}

/** Photos restored, one of them damaged. */
export async function walkRestore(app: App, folder: string, look: Look): Promise<void> {
  const { page } = app;
  const saved = await openTrace(app, folder);
  await view(page, 'Restore').click();
  await files(page, 'Protected photos').setInputFiles([
    saved.zip,
    join(library.broken, 'mixed', 'damaged.png'),
  ]);
  await files(page, 'Originals to compare').setInputFiles(library.zip);
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
  await app.giveKey('the key to trace with of 83 humming otters', 'holiday');
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
