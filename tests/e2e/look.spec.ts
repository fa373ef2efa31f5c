import { library } from '../fixtures/library.ts';
import { expect, sharedTest as test } from './app.ts';

const windows = [
  [360, 740],
  [768, 1024],
  [1280, 800],
  [2560, 1440],
] as const;

test('at every width, light and dark: nothing sticks out, and the main button is in reach', async ({
  app,
  page,
}) => {
  const look = async (photos: boolean) => {
    for (const [width, height] of windows) {
      await page.setViewportSize({ width, height });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const state = `${width} px, ${colorScheme}, ${photos ? 'with' : 'without'} photos`;
        const sticksOut = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        await expect.poll(sticksOut, state).toBeLessThanOrEqual(0);
        if (photos) await expect(app.protect, state).toBeInViewport();
        const background = await page.evaluate(() => {
          const [r = 0, g = 0, b = 0] = (
            getComputedStyle(document.body).backgroundColor.match(/\d+/g) ?? []
          ).map(Number);
          return (r + g + b) / 3;
        });
        if (colorScheme === 'dark') expect(background, state).toBeLessThan(80);
        else expect(background, state).toBeGreaterThan(175);
      }
    }
  };
  await look(false);
  await app.addFolder.setInputFiles(library.small);
  await expect(app.grid.getByRole('option').first()).toBeVisible();
  await look(true);
});

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
