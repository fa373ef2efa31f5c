import { library } from '../fixtures/library.ts';
import { expect, test } from './app.ts';

for (const [width, height] of [
  [360, 740],
  [768, 1024],
  [1280, 800],
  [2560, 1440],
] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${width} px wide, ${colorScheme}: nothing sticks out, and the main button is in reach`, async ({
      app,
      page,
    }) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      const sticksOut = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(await sticksOut()).toBeLessThanOrEqual(0);
      await app.addFolder.setInputFiles(library.small);
      await expect(app.protect).toBeInViewport();
      expect(await sticksOut()).toBeLessThanOrEqual(0);
      const background = await page.evaluate(() => {
        const [r = 0, g = 0, b = 0] = (
          getComputedStyle(document.body).backgroundColor.match(/\d+/g) ?? []
        ).map(Number);
        return (r + g + b) / 3;
      });
      if (colorScheme === 'dark') expect(background).toBeLessThan(80);
      else expect(background).toBeGreaterThan(175);
    });
  }
}

test('the theme can be chosen, and is remembered', async ({ app, page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await app.menu('Preferences');
  await page.getByRole('dialog').getByText('Dark', { exact: true }).click();
  await page.getByRole('button', { name: 'Done' }).click();
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await background();
  await page.reload();
  await expect.poll(background).toBe(dark);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(background).toBe(dark);
});
