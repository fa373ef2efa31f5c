import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { library } from '../fixtures/library.ts';

import { type App, expect, sharedTest as test } from './app.ts';
import { greatestDifference, pixelsOf, readFilters, referenceOf } from './archive.ts';

/** The inspector, as it is seen: in the column, or in a dialog. */
class Inspector {
  readonly page: Page;
  readonly root: Locator;
  readonly stage: Locator;
  readonly split: Locator;
  readonly zoom: Locator;

  constructor(page: Page, root = page.locator('.inspector-panel')) {
    this.page = page;
    this.root = root;
    this.stage = root.getByRole('application');
    this.split = root.getByRole('slider', { name: /^Split/ });
    this.zoom = root.getByText(/^\d+ %$/);
  }

  async choose(name: string): Promise<void> {
    await this.root.getByText(name, { exact: true }).click();
    await this.settled();
  }

  /** All that was asked for is there, and nothing says that it is still computed. */
  async settled(): Promise<void> {
    await expect(this.stage).toHaveAttribute('aria-busy', 'false');
    // Canvases are drawn with the frame.
    await this.page.evaluate(() => new Promise(done => requestAnimationFrame(() => setTimeout(done))));
  }

  /** What one of the panes shows, RGBA, with its size in device pixels. */
  async pixels(
    pane: number,
  ): Promise<{ width: number; height: number; data: Uint8ClampedArray<ArrayBuffer> }> {
    const shown = await this.stage
      .locator('canvas')
      .nth(pane)
      .evaluate(canvas => {
        if (!(canvas instanceof HTMLCanvasElement)) throw new Error('no canvas');
        const { width, height } = canvas;
        const data = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
        return { width, height, data: Array.from(data) };
      });
    return { ...shown, data: Uint8ClampedArray.from(shown.data) };
  }
}

async function inspect(app: App, folder: string, photo: RegExp): Promise<Inspector> {
  await app.giveKey('a key to look with of 83 humming otters');
  await app.addFolder.setInputFiles(folder);
  await app.grid.getByRole('option', { name: photo }).click();
  const inspector = new Inspector(app.page);
  await inspector.settled();
  return inspector;
}

const drag = async (page: Page, on: Locator, from: number, to: number) => {
  await on.scrollIntoViewIfNeeded();
  const box = await on.boundingBox();
  if (!box) throw new Error('not in sight');
  const y = box.y + box.height / 3;
  await page.mouse.move(box.x + box.width * from, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * to, y, { steps: 4 });
  await page.mouse.up();
};

test('with the mouse: the split, the wheel and dragging, both sides locked together', {
  tag: '@long',
}, async ({ app, page }) => {
  const inspector = await inspect(app, library.many, /p-3\.jpg/);
  await expect(inspector.split).toHaveAttribute('aria-valuenow', '50');
  await drag(page, inspector.stage, 0.5, 0.25);
  await expect(inspector.split).toHaveAttribute('aria-valuenow', '25');

  // 1632 × 1224 in a column: much smaller than its pixels.
  const percent = async () => Number((await inspector.zoom.textContent())?.replace(/\D/g, ''));
  const fit = await percent();
  expect(fit).toBeLessThan(40);
  await inspector.stage.hover();
  for (let notch = 0; notch < 12; notch++) await page.mouse.wheel(0, -100);
  await expect.poll(percent).toBe(800);
  for (let notch = 0; notch < 20; notch++) await page.mouse.wheel(0, 100);
  await expect.poll(percent).toBe(fit);

  await inspector.choose('Side by side');
  await inspector.choose('1:1');
  const before = [await inspector.pixels(0), await inspector.pixels(1)];
  await drag(page, inspector.stage, 0.4, 0.1);
  await inspector.settled();
  const after = [await inspector.pixels(0), await inspector.pixels(1)];
  for (const pane of [0, 1]) {
    expect(greatestDifference(before[pane]?.data ?? [], after[pane]?.data ?? [])).toBeGreaterThan(20);
  }
  // Locked: the same place, filtered. Means over the panes stay close together, as those of other places do not.
  const mean = (data: ArrayLike<number> = []) =>
    Array.from(data).reduce((sum, v) => sum + v, 0) / data.length;
  expect(Math.abs(mean(after[0]?.data) - mean(after[1]?.data))).toBeLessThan(3);
});

test('with the keyboard alone: modes, split, zoom, looking around, holding', { tag: '@long' }, async ({
  app,
  page,
}) => {
  const inspector = await inspect(app, library.many, /p-5\.jpg/);
  await inspector.split.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(inspector.split).toHaveAttribute('aria-valuenow', '62');
  await page.keyboard.press('Home');
  await expect(inspector.split).toHaveAttribute('aria-valuenow', '0');

  await inspector.root.getByRole('radio', { name: 'Split', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(inspector.root.getByRole('radio', { name: 'Hold', exact: true })).toBeChecked();

  await inspector.stage.focus();
  for (const percent of ['25 %', '50 %', '100 %', '200 %']) {
    await page.keyboard.press('+');
    await expect(inspector.zoom).toHaveText(percent);
  }
  await page.keyboard.press('-');
  await inspector.settled();
  const protectedPicture = await inspector.pixels(0);
  await page.keyboard.down('Space');
  await expect(inspector.stage.getByText('Original', { exact: true })).toBeVisible();
  const original = await inspector.pixels(0);
  await page.keyboard.up('Space');
  await expect(inspector.stage.getByText('Hold for the original')).toBeVisible();
  expect(greatestDifference(original.data, protectedPicture.data)).toBeGreaterThan(8);
  expect(greatestDifference((await inspector.pixels(0)).data, protectedPicture.data)).toBe(0);

  await page.keyboard.press('Shift+ArrowDown');
  await inspector.settled();
  expect(greatestDifference((await inspector.pixels(0)).data, protectedPicture.data)).toBeGreaterThan(20);
  await page.keyboard.press('Home');
  await expect(inspector.root.getByRole('radio', { name: 'Fit', exact: true })).toBeChecked();
});

test('at true pixels it shows what is saved, and follows the settings', { tag: '@long' }, async ({
  app,
  page,
}) => {
  await page.setViewportSize({ width: 1400, height: 900 });
  const inspector = await inspect(app, library.small, /boats-2\.png/);
  await app.protectAll(12);
  const saved = readFilters((await app.save(app.saveFilters)).path);
  await expect(inspector.root.getByText(/kB → /)).toBeVisible();
  const photo = pixelsOf(readFileSync(join(library.small, 'boats', 'boats-2.png')));

  await page.getByRole('button', { name: 'Open large' }).click();
  const large = new Inspector(page, page.getByRole('dialog'));
  await large.choose('Side by side');
  await large.choose('1:1');
  const cut = async (pane: number) => {
    const { width, height, data } = await large.pixels(pane);
    const left = Math.round((width - photo.width) / 2);
    const top = Math.round((height - photo.height) / 2);
    const rows = Array.from({ length: photo.height }, (_, y) => {
      const at = ((top + y) * width + left) * 4;
      return [...data.subarray(at, at + photo.width * 4)];
    });
    return rows.flat();
  };
  expect(greatestDifference(await cut(0), photo.data)).toBe(0);
  expect(greatestDifference(await cut(1), referenceOf(saved, 'boats', photo))).toBeLessThanOrEqual(1);
  await page.keyboard.press('Escape');

  const likeness = () => inspector.root.getByText(/ dB$/).textContent();
  const standard = await likeness();
  await page.getByText('Light', { exact: true }).click();
  await expect.poll(likeness).not.toBe(standard);
  // The file that was saved is not one of these settings.
  await expect(inspector.root.getByText(/kB → /)).toHaveCount(0);
  await inspector.settled();
  const light = await inspector.pixels(1);
  await page.getByText('Strong', { exact: true }).click();
  await expect
    .poll(async () => {
      await inspector.settled();
      return greatestDifference((await inspector.pixels(1)).data, light.data);
    })
    .toBeGreaterThan(8);

  await app.key.fill('');
  await expect(
    inspector.root.getByText('A trial pattern: yours will look much the same', { exact: false }),
  ).toBeVisible();
});

test('as a trainer sees it: the sizes, and from where protection is meant to hold', { tag: '@long' }, async ({
  app,
  page,
}) => {
  const inspector = await inspect(app, library.many, /p-7\.jpg/);
  const says = (words: RegExp) => expect(inspector.root.getByText(words)).toBeVisible();
  await expect(inspector.root.getByText('cast, every size')).toBeVisible();
  await inspector.choose('224');
  await says(/At 224 px the cast is all there; the veil, meant for 160 px and above/);
  await page.getByText('Strong', { exact: true }).click();
  await says(/the veil, meant for 112 px and above/);
  await page.getByText('Light', { exact: true }).click();
  await says(/At 224 px the cast is all there: its waves are as slow/);
  await app.withMore(() => app.method.selectOption({ label: 'CUDA, as in the paper' }));
  await says(/At 224 px protection does not hold/);
  await app.withMore(() => app.method.selectOption({ label: 'For photos' }));
  const radio = inspector.root.getByRole('radio', { name: '64 px, protection is meant to hold' });
  await radio.press('Space');
  await inspector.settled();
  await says(/At 64 px the cast is all there/);
  // 85 × 64 pixels, three times as large: every block of nine is of one colour.
  await expect(inspector.zoom).toHaveText('300 %');
  const { width, height, data } = await inspector.pixels(0);
  const [left, top] = [Math.round((width - 85 * 3) / 2), Math.round((height - 64 * 3) / 2)];
  for (let y = 0; y < 64; y += 7) {
    for (let x = 0; x < 85; x += 5) {
      const at = (dx: number, dy: number) => ((top + y * 3 + dy) * width + left + x * 3 + dx) * 4;
      expect([...data.slice(at(2, 2), at(2, 2) + 4)]).toEqual([...data.slice(at(0, 0), at(0, 0) + 4)]);
    }
  }
});

test('the difference is grey where nothing changed, and says how it is read', { tag: '@long' }, async ({
  app,
}) => {
  const inspector = await inspect(app, library.many, /p-1\.jpg/);
  await inspector.choose('Difference');
  await expect(inspector.root.getByText(/^Grey did not change/)).toBeVisible();
  const { width, height, data } = await inspector.pixels(0);
  const middle = data.slice(
    ((height >> 1) * width + (width >> 2)) * 4,
    ((height >> 1) * width + (width >> 1)) * 4,
  );
  const colours = Array.from(middle).filter((_, i) => i % 4 !== 3);
  const mean = colours.reduce((sum, v) => sum + v, 0) / colours.length;
  expect(Math.abs(mean - 128)).toBeLessThan(30);
});

test('filters too close are flagged, with what helps', async ({ app, page }) => {
  const inspector = await inspect(app, library.small, /cats-1\.png/);
  await expect(inspector.root.getByText(/far enough apart/)).toBeVisible();
  await expect(
    inspector.root.getByRole('img', { name: 'Frequency response of the filter of cats' }),
  ).toBeVisible();
  await app.withMore(() => app.method.selectOption({ label: 'CUDA, as in the paper' }));
  await expect(inspector.root.getByText(/too close to protect/)).toBeVisible();
  await inspector.root.getByRole('button', { name: 'Compare' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'How far the filters lie apart' });
  await expect(
    dialog
      .getByRole('row', { name: /^boats/ })
      .getByText(/too close/)
      .first(),
  ).toBeVisible();
  await dialog.getByRole('button', { name: 'Switch to For photos' }).press('Enter');
  await expect(dialog.getByText(/too close to protect/)).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Done' }).press('Enter');
  await app.withMore(() => expect(app.method).toHaveValue('cast'));
  await expect(inspector.root.getByText(/far enough apart/)).toBeVisible();
});

test('on a phone it opens as a sheet, and nothing sticks out in any mode', async ({ app, page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await app.giveKey('a key to look with of 83 humming otters');
  await app.addFolder.setInputFiles(library.small);
  await app.grid.getByRole('option', { name: /dogs-2\.png/ }).click();
  await page.getByRole('button', { name: 'Look closer' }).click();
  await page.getByRole('button', { name: 'Details' }).click();
  const dialog = page.getByRole('dialog', { name: 'Selected photo' });
  const inspector = new Inspector(page, dialog);
  await inspector.settled();
  for (const mode of ['Side by side', 'Hold', 'Difference', 'Split']) {
    await inspector.choose(mode);
    const wide = await dialog.evaluate(element =>
      [element, ...element.querySelectorAll('*')]
        .filter(
          each => each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).overflowX !== 'visible',
        )
        .map(each => each.className),
    );
    expect(
      wide.filter(name => name !== 'visually-hidden'),
      mode,
    ).toEqual([]);
  }
});
