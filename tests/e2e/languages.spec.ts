import { test as unguarded } from '@playwright/test';
import { library } from '../fixtures/library.ts';
import { expectNone, type Look, shoot } from './access.ts';
import { App, expect, test } from './app.ts';
import { unpack } from './archive.ts';
import { englishLeft, wish, wrongFromRight } from './languages.ts';
import { walks } from './walks.ts';

test.use({ actionTimeout: 10_000, viewport: { width: 1440, height: 900 } });

/**
 * Looks at a state in Chinese, and from right to left. The walk goes on in English: whatever it finds there afterwards
 * has outlived two changes of language.
 */
function lookInChinese({ page }: App, faults: string[]): Look {
  return async state => {
    const note = (kind: string, found: readonly string[]) =>
      faults.push(...found.map(one => `${state}, ${kind}: ${one}`));
    await wish(page, ['zh-CN']);
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
    note('English left', await englishLeft(page));
    await shoot(page, `zh-${state}`);
    await wish(page, ['en-GB']);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    note('from right to left', await wrongFromRight(page));
  };
}

for (const { name, walk } of walks) {
  const tag = name === 'the empty page' ? [] : '@long';
  test(`all Chinese, and whole from right to left: ${name}`, { tag }, async ({ app }, info) => {
    test.setTimeout(240_000);
    const faults: string[] = [];
    await walk(app, info.outputDir, lookInChinese(app, faults));
    expectNone(faults);
  });
}

test('the language is found without reading it, changes in the midst of a run, and is remembered', {
  tag: '@long',
}, async ({ app, page }) => {
  await app.giveKey('a key for two languages of 83 humming otters');
  await app.addFolder.setInputFiles(library.many);
  await app.protectAndPress('Pause');
  const done = await page.getByRole('progressbar').getAttribute('aria-valuenow');
  expect(Number(done)).toBeGreaterThan(0);

  // The menu is a picture, and the entry is in the language that it leads to.
  await page.locator('.header-end button').last().click();
  await page.getByRole('menuitem', { name: '简体中文' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  // The same run, with what it had done, the same photos, the same key.
  await expect(page.getByRole('progressbar', { name: '正在保护照片' })).toHaveAttribute(
    'aria-valuenow',
    /^[1-9]/,
  );
  await expect(page.getByLabel('私人密钥', { exact: true })).toHaveValue(
    'a key for two languages of 83 humming otters',
  );
  await expect(page).toHaveTitle(/Keyveil/);
  await page.getByRole('button', { name: '继续', exact: true }).click();
  const status = page.getByRole('status').filter({ hasText: '张照片中已保护' });
  await expect(status).toHaveText(/(\d+) 张照片中已保护 \1 张$/, { timeout: 60_000 });

  const zip = await app.save(page.getByRole('button', { name: '下载 zip' }));
  expect(zip.name).toBe('e2e-photos.zip');
  const names = [...(await unpack(zip.path)).keys()];
  expect(names.length).toBe(24);
  expect(names.some(name => /[㐀-鿿]/.test(name))).toBe(false);

  await page.reload();
  await expect(page.locator('#root')).not.toHaveAttribute('inert');
  await expect(page.getByRole('tab', { name: '保护' })).toBeVisible();
  await page.locator('.header-end button').last().click();
  await page.getByRole('menuitem', { name: 'English' }).click();
  await expect(page.getByRole('tab', { name: 'Protect' })).toBeVisible();
});

test.describe('in a browser that asks for Chinese', () => {
  test.use({ locale: 'zh-TW' });

  test('the page is Chinese from the start, and English is not shown once the first script runs', async ({
    page,
  }) => {
    await page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { seenEnglish: seen });
      const watch = () => {
        for (const element of document.querySelectorAll('#root h2, #root button, #root label')) {
          const words = element.textContent ?? '';
          // Words without a colour are not seen.
          if (
            document.documentElement.lang !== 'en' &&
            /[a-z]{3}/.test(words) &&
            !/, 0\)$/.test(getComputedStyle(element).color)
          )
            seen.push(words);
        }
        requestAnimationFrame(watch);
      };
      requestAnimationFrame(watch);
    });
    await page.goto('/');
    await expect(page.getByRole('heading', { name: '让照片难以被机器学会' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
    const seen = await page.evaluate(() => (globalThis as { seenEnglish?: string[] }).seenEnglish);
    expect(new Set(seen)).toEqual(new Set());
    // Chosen by hand, it stays English here too.
    await page.locator('.header-end button').last().click();
    await page.getByRole('menuitem', { name: '偏好设置' }).click();
    await page.getByRole('dialog').getByText('English', { exact: true }).click();
    await expect(page.getByRole('dialog', { name: 'Preferences' })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Make photos hard to learn from' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });
});

/** Without the guard: a file that cannot be had is an error on purpose. */
unguarded('without its texts the page stays as it is, and says so', async ({ page, context }) => {
  const app = new App(page);
  await app.open();
  await context.route(/\/zh-[^/]*\.js$/, route => route.abort());
  await page.locator('.header-end button').last().click();
  await page.getByRole('menuitem', { name: '简体中文' }).click();
  await expect(page.getByRole('region', { name: 'Just done' })).toContainText('could not be fetched');
  await expect(app.protect).toBeVisible();
});
