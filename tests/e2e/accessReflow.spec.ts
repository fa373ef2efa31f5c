import type { Page } from '@playwright/test';
import { library } from '../fixtures/library.ts';
import { expectNone, shoot, sideways } from './access.ts';
import { expect, test } from './app.ts';

test.use({ actionTimeout: 10_000 });

/** A window of 1280 by 1024, magnified (WCAG 1.4.4, 1.4.10): so many CSS pixels are left. */
const magnified = [
  { name: '200 %', width: 640, height: 512 },
  { name: '400 %', width: 320, height: 256 },
] as const;

/** What stays in place while the page scrolls leaves more than half of the window, in per cent of its height. */
function stuck(page: Page): Promise<number> {
  return page.evaluate(() => {
    const bars = [...document.querySelectorAll('.dock, .dock-run, .header')].filter(bar => {
      const { position, display } = getComputedStyle(bar);
      const scrolls = document.documentElement.scrollHeight > innerHeight;
      return display !== 'contents' && (position === 'sticky' || position === 'fixed' || !scrolls);
    });
    return (100 * bars.reduce((sum, bar) => sum + bar.getBoundingClientRect().height, 0)) / innerHeight;
  });
}

/** Words that are cut off in something that can be pressed. */
function cut(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, summary, .segmented > label')].flatMap(element => {
      if (!element.checkVisibility() || element.matches('.label-main, .pill, .engine-pill')) return [];
      const over =
        element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 2;
      const hides = getComputedStyle(element).overflow !== 'visible';
      return over && hides ? [`cut off: ${element.textContent}`] : [];
    }),
  );
}

/** The distances of 1.4.12, by a sheet that the page's policy has no say in. */
async function spaceText(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }',
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
}

for (const { name, width, height } of magnified) {
  test(`at ${name} nothing is lost and nothing scrolls sideways`, { tag: '@long' }, async ({ app, page }) => {
    test.setTimeout(180_000);
    const faults: string[] = [];
    const look = async (state: string) => {
      await shoot(page, `${name} ${state}`);
      faults.push(...(await sideways(page)).map(one => `${state}: ${one}`));
      const share = await stuck(page);
      if (share > 50) faults.push(`${state}: bars take ${share.toFixed()} % of the height`);
    };
    await page.setViewportSize({ width, height });
    await look('empty');
    await app.menu('What it protects against');
    await expect(page.getByRole('dialog')).toBeVisible();
    await look('limits');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await app.giveKey('a key that is long enough of 83 humming otters');
    await app.addFolder.setInputFiles(library.broken);
    await app.protectAll(6, 7, 1);
    await look('finished');
    await page.getByRole('option').first().click();
    await look('selected');
    await page.getByRole('button', { name: 'Look closer' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await look('inspector');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await look('settings');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    for (const tab of ['Prove', 'Trace']) {
      await page.getByRole('tab', { name: tab, exact: true }).click();
      await look(tab);
    }
    await page.getByText('Test a model', { exact: true }).click();
    await look('Test a model');
    expectNone(faults);
  });
}

test('with more space between letters and lines nothing is cut off', { tag: '@long' }, async ({
  app,
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await spaceText(page);
  const faults: string[] = [];
  const look = async (state: string) => {
    await shoot(page, `spaced ${state}`);
    faults.push(...[...(await sideways(page)), ...(await cut(page))].map(one => `${state}: ${one}`));
  };
  await look('empty');
  await app.giveKey('a key that is long enough of 83 humming otters');
  await app.addFolder.setInputFiles(library.small);
  await app.protectAll(12);
  await app.grid.getByRole('option').first().click();
  await look('finished');
  await page.getByRole('tab', { name: 'Prove', exact: true }).click();
  await look('Prove');
  await page.getByRole('tab', { name: 'Trace', exact: true }).click();
  await look('Trace');
  expectNone(faults);
});

test('whoever wants less motion gets none', { tag: '@long' }, async ({ app, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await app.giveKey('a key that is long enough of 83 humming otters');
  await app.addFolder.setInputFiles(library.many);
  await app.protectAndPress('Pause');
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap(element => {
      const { animationName, animationDuration, transitionDuration } = getComputedStyle(element);
      const long = (times: string) => times.split(',').some(time => Number.parseFloat(time) > 0);
      const moves = (animationName !== 'none' && long(animationDuration)) || long(transitionDuration);
      return moves ? [`${element.tagName}.${element.getAttribute('class')}`] : [];
    }),
  );
  expect(moving).toEqual([]);
});
