import { library } from '../fixtures/library.ts';
import { drawPicture, toPng } from '../fixtures/pictures.ts';
import type { Look } from './access.ts';
import { type App, expect } from './app.ts';

/** Walks through the states of Protect, so that each can be looked at. All of it is the real page at work. */

/** A folder of small photos without folders of their own: none of them gets a label. */
export function looseFiles(count: number) {
  return Array.from({ length: count }, (_, i) => ({
    name: `loose-${i}.png`,
    mimeType: 'image/png',
    buffer: Buffer.from(toPng(drawPicture(40 + (i % 7), 30 + (i % 5), 400 + i))),
  }));
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
  await app.giveKey('a key that is long enough for everybody of 83 humming otters');
  await app.grid.getByRole('option').first().click();
  await page.keyboard.press('Control+a');
  await look('all selected');
  await page.keyboard.press('l');
  await look('label as');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('more settings');
  await app.format.selectOption({ label: 'JPEG' });
  await app.method.selectOption({ label: 'CUDA, as in the paper' });
  await page.keyboard.press('Escape');
  await look('cuda and jpeg');
  await app.withMore(async () => {
    await app.format.selectOption({ index: 0 });
    await app.method.selectOption({ index: 0 });
  });
}

/** Photos with and without labels, and a run with a failing one: paused on its way, ended, outdated. */
export async function walkRun(app: App, look: Look): Promise<void> {
  const { page } = app;
  await app.giveKey('a key that is long enough for everybody of 83 humming otters');
  await app.addPhotos.setInputFiles(looseFiles(2));
  await app.addFolder.setInputFiles(library.small);
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

/** One with a label, because only such photos have a filter to look at. On a phone it opens over the page. */
export async function toPhotoWithLabel({ grid, page }: App): Promise<void> {
  await grid.getByRole('option', { name: /cats/ }).first().click();
  const details = page.getByRole('dialog').getByRole('button', { name: 'Details' });
  const closer = page.getByRole('button', { name: 'Look closer' });
  const column = page.locator('.inspector-panel');
  await expect(details.or(closer).or(column).first()).toBeVisible();
  if (await closer.isVisible()) await closer.click();
  if (await column.isVisible()) return;
  await details.click();
  await expect(page.getByRole('dialog', { name: 'Selected photo' })).toBeVisible();
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
  const dialogs = page.getByRole('dialog');
  await expect(dialogs.filter({ has: page.locator('.viewer') }).last()).toBeVisible();
  await look('inspector, large');
  for (let open = await dialogs.count(); open > 0; open--) {
    await page.keyboard.press('Escape');
    await expect(dialogs).toHaveCount(open - 1);
  }
  await app.menu('Start over');
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('dialog Start over');
  await page.keyboard.press('Escape');
}
