import { statSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { unpack } from './archive.ts';

/** What the first tile shows, as 64 levels of grey in rows; empty before it is there. */
const firstTile = (page: Page) =>
  page
    .getByRole('option')
    .first()
    .locator('img')
    .evaluate(async (image: HTMLImageElement) => {
      await image.decode();
      const context = new OffscreenCanvas(8, 8).getContext('2d');
      context?.drawImage(image, 0, 0, 8, 8);
      const data = context?.getImageData(0, 0, 8, 8).data ?? [];
      return [...data].filter((_, i) => i % 4 === 1);
    });

/** The whole way with the sample photos, as somebody goes it who only wants to see what this is. */

interface Shifts {
  readonly sum: number;
  /** What moved, how far, and when, for whoever reads of a failure. */
  readonly moved: readonly string[];
}

/** All that moved without a press, from the page's first moment on: the sum of layout shifts, as browsers measure them. */
async function countShifts(page: Page): Promise<() => Promise<Shifts>> {
  await page.addInitScript(() => {
    interface Source {
      readonly node: Node | null;
      readonly previousRect: DOMRectReadOnly;
      readonly currentRect: DOMRectReadOnly;
    }
    const shifts: { sum: number; moved: string[] } = { sum: 0, moved: [] };
    new PerformanceObserver(entries => {
      for (const entry of entries.getEntries()) {
        if (Reflect.get(entry, 'hadRecentInput') === true) continue;
        shifts.sum += Number(Reflect.get(entry, 'value'));
        for (const { node, previousRect, currentRect } of Reflect.get(entry, 'sources') as Source[]) {
          const name = node instanceof Element ? node.className : node?.nodeName;
          shifts.moved.push(
            `${Math.round(entry.startTime)} ms: ${name} from ${previousRect.y} to ${currentRect.y}`,
          );
        }
      }
    }).observe({ type: 'layout-shift', buffered: true });
    Reflect.set(globalThis, 'shifts', shifts);
  });
  return () => page.evaluate(() => Reflect.get(globalThis, 'shifts') as Shifts);
}

const places = [
  { what: 'a desktop', viewport: { width: 1280, height: 720 }, bar: 64 },
  { what: 'a phone', viewport: { width: 390, height: 844 }, bar: 0.12 * 844 },
] as const;

for (const { what, viewport, bar } of places) {
  test.describe(() => {
    test.use({ viewport });
    test(`five presses from an empty page to a saved zip; on ${what} the bar stays slim and nothing jumps`, async ({
      app,
      page,
    }) => {
      const shifted = await countShifts(page);
      await page.reload();
      await app.ready();
      // What stays at the foot: the whole bar, or on a phone its end with the button.
      const bars = [page.getByRole('contentinfo'), page.locator('.run')];
      const heights: number[] = [];
      const measure = async () => {
        const boxes = await Promise.all(bars.map(one => one.boundingBox()));
        const height = Math.max(...boxes.map(box => box?.height ?? 0));
        expect(height).toBeGreaterThan(0);
        heights.push(height);
      };
      let presses = 0;
      const press = async (name: string | RegExp) => {
        await measure();
        await page.getByRole('button', { name, exact: true }).first().click();
        presses++;
      };

      await press('Try it with sample photos');
      await expect(page.getByRole('option')).toHaveCount(12);
      await expect(page.getByText('Sample photos under free licences.')).toBeVisible();
      const before = await firstTile(page);
      await press('Generate');
      const saved = page.waitForEvent('download');
      await press('Save key file');
      await saved;
      await expect(app.protect).toBeEnabled();
      // How large they will be is told before the run, from a few that were made for trial.
      await expect(app.protect).toHaveAccessibleDescription(/About [\d.]+ MB when done, now 1.3 MB/);
      const told = Number(
        /About ([\d.]+) MB/.exec((await page.locator('.run-reason').textContent()) ?? '')?.[1],
      );
      await press(/^Protect 12 photos$/);
      await app.expectEnd(12);
      // The tile turns to what was made of it.
      const apart = (tile: readonly number[]) =>
        Math.max(...tile.map((level, i) => Math.abs(level - (before[i] ?? 0))));
      await expect.poll(async () => apart(await firstTile(page))).toBeGreaterThan(4);
      await measure();
      const zip = await app.save(app.downloadZip);
      presses++;
      await measure();

      expect(presses).toBeLessThanOrEqual(5);
      expect(Math.abs(statSync(zip.path).size / 1e6 / told - 1)).toBeLessThan(0.3);
      const labels = [...(await unpack(zip.path)).keys()].map(path => path.split('/')[0]);
      expect(new Set(labels)).toEqual(new Set(['animals', 'landscapes', 'still life']));
      expect(Math.max(...heights)).toBeLessThanOrEqual(bar);
      const { sum, moved } = await shifted();
      expect(sum, moved.join('\n')).toBeLessThan(0.02);
    });
  });
}

test('who took the sample photos is said, and their licences', async ({ app, page }) => {
  await page.getByRole('button', { name: 'Try it with sample photos' }).click();
  await app.expectLabel('landscapes', 4);
  await page.getByRole('button', { name: 'Credits' }).click();
  const about = page.getByRole('dialog', { name: 'About Keyveil' });
  await expect(about.getByText('“Picos de Europa” by Aitzol Berasategi')).toBeVisible();
  await expect(about.getByRole('link', { name: 'CC-BY-SA-4.0' })).toHaveAttribute(
    'href',
    'https://creativecommons.org/licenses/by-sa/4.0/',
  );
});
