import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { library } from '../fixtures/library.ts';
import { expectNone, lookFor, sideways } from './access.ts';
import { type App, expect, sharedTest as test } from './app.ts';
import { unpack } from './archive.ts';

/** The large viewer, as it is met. */
class Viewer {
  readonly root: Locator;
  readonly stage: Locator;
  readonly film: Locator;

  constructor(page: Page) {
    this.root = page.getByRole('dialog', { name: /^Before and after/ });
    this.stage = this.root.getByRole('application');
    this.film = this.root.getByRole('listbox', { name: 'All photos in a row' });
  }

  async expectPhoto(name: string, place: string): Promise<void> {
    await expect(this.root).toHaveAccessibleName(`Before and after: ${name}`);
    await expect(this.root.getByText(place, { exact: true })).toBeVisible();
    await expect(this.film.getByRole('option', { name: new RegExp(`^${name}`) })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  }
}

async function begin(app: App): Promise<Viewer> {
  await app.giveKey('a key to look large with of 83 humming otters');
  await app.addFolder.setInputFiles(library.small);
  await expect(app.protect).toBeEnabled();
  await app.grid.getByRole('option', { name: /^cats-2\.png/ }).click();
  return new Viewer(app.page);
}

const pixels = (stage: Locator) =>
  stage
    .locator('canvas')
    .last()
    .evaluate(canvas => (canvas instanceof HTMLCanvasElement ? canvas.toDataURL() : ''));

test('with the keyboard alone: from photo to photo, the original, the sizes, and back to the tile', async ({
  app,
  page,
}) => {
  const viewer = await begin(app);
  await app.grid.press('Shift+ArrowLeft');
  await expect(page.getByText('2 selected')).toBeVisible();
  const first = Number(
    await app.grid.getByRole('option', { name: /^cats-1\.png/ }).getAttribute('aria-posinset'),
  );
  const place = (on: number) => `${first + on} of 12`;
  await app.grid.press('Enter');
  await viewer.expectPhoto('cats-1.png', place(0));
  await expect(viewer.stage).toBeFocused();

  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await viewer.expectPhoto('cats-3.png', place(2));
  await expect(viewer.stage).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await viewer.expectPhoto('cats-2.png', place(1));

  // Space holds the original, whatever the mode.
  await expect(viewer.stage).toHaveAttribute('aria-busy', 'false');
  await expect(viewer.stage.getByText('Protected', { exact: true })).toBeVisible();
  const split = await pixels(viewer.stage);
  await page.keyboard.down('Space');
  await expect(viewer.stage.getByText('Protected', { exact: true })).toHaveCount(0);
  expect(await pixels(viewer.stage)).not.toBe(split);
  await page.keyboard.up('Space');
  await expect(viewer.stage.getByText('Protected', { exact: true })).toBeVisible();
  expect(await pixels(viewer.stage)).toBe(split);

  const chosen = (name: string) => viewer.root.getByRole('radio', { name, exact: true });
  await page.keyboard.press('+');
  await page.keyboard.press('1');
  await expect(chosen('1:1')).toBeChecked();
  await page.keyboard.press('0');
  await expect(chosen('Fit')).toBeChecked();
  // A control keeps the keys that it needs: arrows choose the mode here.
  await chosen('Split').focus();
  await page.keyboard.press('ArrowRight');
  await expect(chosen('Side by side')).toBeChecked();
  await viewer.expectPhoto('cats-2.png', place(1));

  // Whatever is pressed, the focus stays inside, and the photos behind are left alone.
  for (let i = 0; i < 14; i++) {
    await page.keyboard.press('Tab');
    // Past its end the focus is the browser's for one press.
    const behind = await viewer.root.evaluate(
      root => document.activeElement !== document.body && !root.contains(document.activeElement),
    );
    expect(behind).toBe(false);
  }
  for (const key of ['Delete', '2', 'l', 'Control+a']) await page.keyboard.press(key);
  await page.keyboard.press('Escape');
  await expect(viewer.root).toBeHidden();
  await expect(app.grid).toBeFocused();
  const tile = app.grid.getByRole('option', { name: /^cats-2\.png/ });
  await expect(app.grid).toHaveAttribute('aria-activedescendant', (await tile.getAttribute('id')) ?? '');
  await expect(app.grid.getByRole('option')).toHaveCount(12);
  await expect(page.getByText('2 selected')).toBeVisible();
  await app.expectLabel('cats', 4);
  // How one looked there is not how one looks here.
  await expect(
    page.locator('.inspector-panel').getByRole('radio', { name: 'Split', exact: true }),
  ).toBeChecked();
});

test('a photo that is left out is named, is in neither zip nor receipt, and can be taken back', async ({
  app,
  page,
}) => {
  const viewer = await begin(app);
  await page.getByRole('button', { name: 'Open large' }).click();
  await viewer.film.getByRole('option', { name: 'boats-3.png' }).click();
  await viewer.root.getByRole('button', { name: 'Leave out' }).click();
  await expect(viewer.root.getByText('Left out: it is in neither the zip nor the receipt.')).toBeVisible();
  await expect(viewer.film.getByRole('option', { name: 'boats-3.png, left out' })).toBeVisible();
  await viewer.stage.focus();
  await page.keyboard.press('Control+z');
  await expect(viewer.root.getByRole('button', { name: 'Leave out' })).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  const faults: string[] = [];
  await lookFor(page, faults, '', false)('viewer, left out');
  expectNone(faults);
  await page.keyboard.press('Escape');

  await expect(app.grid.getByRole('option', { name: 'boats-3.png, boats, left out' })).toBeVisible();
  const named = page.getByRole('region', { name: /^1 photo is left out/ });
  await expect(named.getByText('boats-3.png')).toBeVisible();
  await expect(app.protect).toHaveText('Protect 11 photos');
  await app.protectAll(11, 12);
  await expect(app.status).toHaveText('Finished. 1 left out. 11 of 12 photos protected');
  const inZip = async () => [...(await unpack((await app.save(app.downloadZip)).path)).keys()].sort();
  const inReceipt = async (): Promise<string[]> =>
    JSON.parse(readFileSync((await app.save(app.saveReceipt)).path, 'utf8'))
      .files.map(({ path }: { path: string }) => path)
      .sort();
  const listed = await inReceipt();
  expect(listed).toHaveLength(11);
  expect(listed).not.toContain('boats/boats-3.png');
  expect(await inZip()).toEqual(listed);

  await expect(named).toBeVisible();
  await named.getByRole('button', { name: 'Take back: boats-3.png' }).click();
  await expect(named).toHaveCount(0);
  await app.protectAll(12);
  expect(await inReceipt()).toContain('boats/boats-3.png');
  expect(await inZip()).toHaveLength(12);
});

test('the three that change most are measured, one leads to each, and other settings ask anew', {
  tag: '@long',
}, async ({ app, page }) => {
  const viewer = await begin(app);
  await page.getByRole('button', { name: 'Open large' }).click();
  await viewer.root.getByRole('button', { name: 'Show the three that change most' }).click();
  const found = viewer.root.locator('.viewer-most').getByRole('button');
  await expect(found).toHaveCount(3);
  const names = await found.allTextContents();
  await expect(viewer.root).toHaveAccessibleName(`Before and after: ${names[0]}`);
  await found.nth(2).click();
  await expect(viewer.root).toHaveAccessibleName(`Before and after: ${names[2]}`);
  // They are those with the fewest decibels, as the column says of each.
  await page.keyboard.press('Escape');
  const decibels = async (tile: Locator) => {
    await tile.click();
    const figures = page.getByRole('region', { name: 'What protection does to this photo' });
    await expect(figures).toHaveAttribute('aria-busy', 'false');
    return Number.parseFloat((await figures.getByText(/ dB$/).textContent()) ?? '');
  };
  const measured: { readonly name: string; readonly psnr: number }[] = [];
  for (const tile of await app.grid.getByRole('option').all()) {
    const name = ((await tile.getAttribute('aria-label')) ?? '').split(',')[0] ?? '';
    measured.push({ name, psnr: await decibels(tile) });
  }
  const least = [...measured].sort((a, b) => a.psnr - b.psnr)[2]?.psnr ?? 0;
  for (const { name, psnr } of measured) expect(psnr <= least || !names.includes(name), name).toBe(true);

  await page.getByRole('button', { name: 'Open large' }).click();
  await viewer.root.getByText('Light', { exact: true }).click();
  await expect(viewer.root.getByRole('button', { name: 'Show the three that change most' })).toBeVisible();
});

test('nothing sticks out, on its side, upright and small', async ({ app, page }) => {
  const viewer = await begin(app);
  await page.getByRole('button', { name: 'Open large' }).click();
  await expect(viewer.stage).toHaveAttribute('aria-busy', 'false');
  const faults: string[] = [];
  for (const [width, height] of [
    [844, 390],
    [390, 844],
    [320, 568],
    [820, 1180],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const mode of ['Side by side', 'Hold', 'Split']) {
      await viewer.root.getByText(mode, { exact: true }).click();
      faults.push(...(await sideways(page)).map(one => `${width} × ${height}, ${mode}: ${one}`));
    }
    await expect(viewer.stage).toBeInViewport({ ratio: 0.9 });
    await expect(viewer.root.getByRole('button', { name: 'Next photo' })).toBeInViewport();
  }
  expect(faults).toEqual([]);
});
