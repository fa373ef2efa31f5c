import { expect, test } from './app.ts';

/** What a newcomer sees before they do anything. */

for (const viewport of [
  { width: 1280, height: 720 },
  { width: 360, height: 640 },
]) {
  test(`what it is for and what not stands above the fold, ${viewport.width} × ${viewport.height}`, async ({
    app,
    page,
  }) => {
    await page.setViewportSize(viewport);
    const foot = await page.getByRole('contentinfo').boundingBox();
    const run = await app.protect.boundingBox();
    const fold = Math.min(viewport.height, foot?.y ?? viewport.height, run?.y ?? viewport.height);
    const words = [
      page.getByRole('heading', { name: 'Works against' }),
      page.getByText('Someone who trains a recogniser on these photos', { exact: false }),
      page.getByRole('heading', { name: 'Not for' }),
      page.getByText('Image generators and imitated styles', { exact: false }),
      page.getByText('Face search', { exact: true }),
      page.getByText('Photos that are online already'),
      page.getByText('It is no guarantee', { exact: false }),
    ];
    for (const shown of words) {
      const box = await shown.boundingBox();
      expect(box, await shown.textContent().then(String)).not.toBeNull();
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(fold);
    }
  });
}

test('nobody is told to drop something where there is nothing to drop with', async ({
  app,
  browser,
  baseURL,
}) => {
  await expect(app.page.getByText('Or drop photos', { exact: false })).toBeVisible();
  const phone = await browser.newContext({
    hasTouch: true,
    isMobile: true,
    viewport: { width: 390, height: 844 },
  });
  const touched = await phone.newPage();
  await touched.goto(baseURL ?? '');
  await expect(touched.getByRole('heading', { name: 'Works against' })).toBeVisible();
  await expect(touched.getByText('Or drop photos', { exact: false })).toBeHidden();
  await phone.close();
});
