import type { Locator, Page } from '@playwright/test';
import { library } from '../fixtures/library.ts';
import { expectNone, lookFor, sideways, smallTargets } from './access.ts';
import { looseFiles } from './accessScenes.ts';
import { expect, sharedTest as test } from './app.ts';

/** A phone held upright, with fingers. */
test.use({
  actionTimeout: 10_000,
  contextOptions: { reducedMotion: 'reduce' },
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
});

const step = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name: new RegExp(`^${name}`) });

/** All of it can be seen: it is within the window, and nothing lies over its middle. */
async function expectUncovered(target: Locator): Promise<void> {
  await expect(target).toBeInViewport({ ratio: 1 });
  await expect
    .poll(() =>
      target.evaluate(element => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const top = document.elementFromPoint(x + width / 2, y + height / 2);
        return top !== null && (element.contains(top) || top.contains(element));
      }),
    )
    .toBe(true);
}

test('the steps lead through the work, and the button to what is missing', async ({ app, page }) => {
  const faults: string[] = [];
  await expect(page.getByText('Or drop photos', { exact: false })).toBeHidden();
  await app.protect.tap({ force: true });
  await expect(page.locator('.empty-buttons').getByRole('button', { name: 'Add photos' })).toBeFocused();

  await app.addPhotos.setInputFiles(looseFiles(3));
  await expect(step(page, 'Photos')).toHaveAttribute('aria-current', 'step');
  await app.protect.tap({ force: true });
  const asked = page.getByRole('region', { name: 'What is in these photos?' }).getByRole('combobox');
  await expect(asked).toBeFocused();
  await expectUncovered(asked);
  await asked.fill('garden');
  await asked.press('Enter');
  await expect(step(page, 'Photos, done')).toBeVisible();

  // A tap looks; the step Look shows how strong.
  await app.grid.getByRole('option').nth(1).tap();
  const viewer = page.getByRole('dialog', { name: /^Before and after/ });
  await expect(viewer.getByText('2 of 3', { exact: true })).toBeVisible();
  await lookFor(page, faults, '', false)('viewer on a phone');
  await viewer.getByRole('button', { name: 'Close' }).tap();
  await step(page, 'Look').tap();
  await expect(page.getByRole('dialog', { name: 'Selected photo' })).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).tap();
  await expect(step(page, 'Key')).toHaveAttribute('aria-current', 'step');

  await app.protect.tap({ force: true });
  await expect(app.key).toBeFocused();
  await expectUncovered(app.key);
  await lookFor(page, faults, '', false)('steps, led to the key');
  for (const found of [...(await smallTargets(page)), ...(await sideways(page))]) faults.push(found);
  await step(page, 'Photos').tap();
  await expect(app.grid).toBeFocused();
  await expectUncovered(app.grid.getByRole('option').first());
  await step(page, 'Key').tap();
  await app.key.fill('a key for the steps of 83 humming otters');
  await step(page, 'Save').tap();
  await expect(app.protect).toBeFocused();
  await app.protectAll(3);
  await step(page, 'Save').tap();
  await expect(page.getByRole('button', { name: 'Save key file' })).toBeFocused();
  await app.save(app.downloadZip);
  await app.save(app.saveReceipt);
  await expect(step(page, 'Save, done')).toBeVisible();
  expectNone(faults);
});

test('a keyboard over the page covers neither the field nor leaves a bar in between', async ({
  app,
  page,
}) => {
  await app.addFolder.setInputFiles(library.small);
  await app.key.tap();
  await expect(app.key).toBeFocused();
  // As a phone tells it: what can be seen gets lower, the page stays.
  const keyboard = (height: number | null) =>
    page.evaluate(seen => {
      Object.defineProperty(visualViewport, 'height', { configurable: true, get: () => seen ?? innerHeight });
      visualViewport?.dispatchEvent(new Event('resize'));
    }, height);
  await keyboard(480);
  await expect(page.locator('.run')).toHaveCSS('position', 'static');
  const box = await app.key.boundingBox();
  expect(box && box.y > 44 && box.y + box.height < 480).toBe(true);
  await keyboard(null);
  await expect(page.locator('.run')).toHaveCSS('position', 'sticky');
});

test('on its side there are photos to see, and the head fits', async ({ app, page }) => {
  await app.addFolder.setInputFiles(library.small);
  // Until it is answered, the question about labels has the room.
  await page.getByRole('button', { name: 'One label a folder' }).tap();
  for (const [width, height] of [
    [844, 390],
    [820, 1180],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect(app.grid.getByRole('option').first()).toBeInViewport({ ratio: 1 });
    expect(await sideways(page)).toEqual([]);
    for (const name of ['Protect', 'Prove', 'Trace'])
      await expect(page.getByRole('tab', { name, exact: true })).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('button', { name: 'Menu', exact: true })).toBeInViewport({ ratio: 1 });
    expect((await app.grid.boundingBox())?.height).toBeGreaterThan(height < 400 ? 190 : 500);
    // All words of the empty field are seen.
    const clipped = await app.key.evaluate((field: HTMLInputElement) => {
      const context = document.createElement('canvas').getContext('2d');
      const style = getComputedStyle(field, '::placeholder');
      if (context) context.font = `${style.fontSize} ${style.fontFamily}`;
      return (context?.measureText(field.placeholder).width ?? 0) - field.clientWidth;
    });
    expect(clipped).toBeLessThanOrEqual(0);
  }
  // What lies at the foot is a line, and what to take away comes into sight by itself.
  await page.setViewportSize({ width: 844, height: 390 });
  expect((await page.getByRole('contentinfo').boundingBox())?.height).toBeLessThanOrEqual(0.12 * 390);
  await app.giveKey('a key for the side of 83 humming otters');
  await app.protectAll(12);
  for (const name of ['Save key file', /^Download zip/, 'Save receipt'])
    await expect(page.getByRole('button', { name })).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('button', { name: 'Show', exact: true })).toBeVisible();
});
