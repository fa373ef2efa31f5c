import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { library } from '../fixtures/library.ts';
import { expectNone, tabThrough } from './access.ts';
import { protectForTrace, twoLabels } from './accessProofScenes.ts';
import { looseFiles } from './accessScenes.ts';
import { type App, expect, sharedTest as test } from './app.ts';
import { unpack } from './archive.ts';

test.use({ actionTimeout: 10_000, contextOptions: { reducedMotion: 'reduce' } });

/** By Tab alone, as far as it takes; fails when it comes round without meeting it. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let turn = 0; turn < 120; turn++) {
    if (await wanted.evaluate(element => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${wanted}`);
}

async function choose(page: Page, button: Locator, files: Parameters<Locator['setInputFiles']>[0]) {
  await tabTo(page, button);
  const choosing = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await choosing).setFiles(files);
}

const button = (page: Page, name: string | RegExp) =>
  page.locator('button:visible').and(page.getByRole('button', { name, exact: typeof name === 'string' }));

test('the whole job by keyboard alone, from photos to zip', { tag: '@long' }, async ({ app, page }) => {
  await choose(page, button(page, 'Add photos'), looseFiles(4));
  await expect(app.grid.getByRole('option')).toHaveCount(4);
  // The button is gone with the empty page, and the keyboard is on the photos.
  await expect(app.grid).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('g');
  await page.keyboard.type('arden');
  await page.keyboard.press('Enter');
  await expect(app.grid).toBeFocused();
  await app.expectLabel('garden', 2);
  await page.keyboard.press('End');
  await page.keyboard.press('Space');
  await page.keyboard.press('1');
  // What dragging onto a label does, its menu does too.
  await page.keyboard.press('Control+a');
  await tabTo(page, page.getByRole('button', { name: 'More about “garden”' })).catch(async () => {
    await page.keyboard.press('Shift+Tab');
    await tabTo(page, page.getByRole('button', { name: 'More about “garden”' }));
  });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: /selected photos/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await app.expectLabel('garden', 4);
  await tabTo(page, app.key);
  await page.keyboard.type('a key typed by hand of 83 humming otters');
  await expect(app.protect).toBeEnabled();
  await expect(app.protect).not.toHaveAttribute('aria-disabled', 'true', { timeout: 20_000 });
  await tabTo(page, app.protect);
  await page.keyboard.press('Enter');
  await app.expectEnd(4);
  await tabTo(page, app.downloadZip);
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect((await unpack(await download.path())).size).toBe(4);
});

test(
  'Prove by keyboard alone: the focus goes from Check to Cancel and back',
  { tag: '@long' },
  async ({ app, page }, info) => {
    await tabTo(page, page.getByRole('tab', { name: 'Protect' }));
    await page.keyboard.press('ArrowRight');
    // Protect has a button of that name, too.
    await expect(page.getByText('Training lab', { exact: true })).toBeVisible();
    await choose(page, button(page, 'Choose a folder…'), twoLabels(info.outputPath('two')));
    await tabTo(page, app.key);
    await page.keyboard.type('a key to prove with of 83 humming otters');
    await tabTo(page, button(page, 'Check now'));
    await page.keyboard.press('Enter');
    await expect(button(page, 'Cancel')).toBeFocused();
    await expect(button(page, 'Check again')).toBeFocused({ timeout: 60_000 });
    await expect(page.getByRole('region', { name: 'How often labels are told right' })).toBeVisible();
  },
);

test(
  'Trace by keyboard alone: receipt, key, photos, what was found',
  { tag: '@long' },
  async ({ app, page }, info) => {
    const saved = await protectForTrace(app, join(info.outputDir, 'kept'));
    await tabTo(page, page.getByRole('tab', { name: 'Protect' }));
    await page.keyboard.press('End');
    await choose(page, button(page, 'Choose a receipt…'), saved.receipt);
    await expect(page.getByText('The key is the right one').first()).toBeVisible();
    await choose(page, button(page, 'Choose found photos…'), [saved.zip, library.loose]);
    await tabTo(page, button(page, /^Look at 13 photos/));
    await page.keyboard.press('Enter');
    await expect(button(page, 'Cancel')).toBeFocused();
    // There is nothing more to press: the keyboard goes on from the result.
    await expect(page.getByRole('region', { name: 'What was found' })).toBeFocused({ timeout: 60_000 });
  },
);

/** Every stop of the Tab key shows itself; the whole round is made, in ordinary and in forced colours. */
async function expectFocusSeen(page: Page, state: string, least: number): Promise<void> {
  const faults: string[] = [];
  for (const forcedColors of ['none', 'active'] as const) {
    await page.emulateMedia({ forcedColors });
    const round = await tabThrough(page);
    faults.push(...round.faults.map(one => `${state}, forced colours ${forcedColors}: ${one}`));
    expect(round.stops.length, `${state}: ${round.stops.join(' | ')}`).toBeGreaterThanOrEqual(least);
  }
  await page.emulateMedia({ forcedColors: 'none' });
  expectNone(faults);
}

test('the focus is seen wherever Tab leads, and nothing keeps it', { tag: '@long' }, async ({
  app,
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await expectFocusSeen(page, 'empty', 14);
  await app.giveKey('a key that is long enough of 83 humming otters');
  await app.addFolder.setInputFiles(library.small);
  await expect(app.grid.getByRole('option')).toHaveCount(12);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await app.grid.getByRole('option').first().click();
  await expectFocusSeen(page, 'labelled', 25);
});

async function walkFocus(app: App, set: string): Promise<void> {
  const { page } = app;
  await page.getByRole('tab', { name: 'Prove', exact: true }).click();
  await page.getByLabel('Folder to check').setInputFiles(set);
  await expectFocusSeen(page, 'check', 8);
  await page.getByText('Training lab', { exact: true }).click();
  await page.getByText('More settings').last().click();
  await expectFocusSeen(page, 'lab', 20);
  await page.getByText('The theory', { exact: true }).click();
  await expectFocusSeen(page, 'theory', 5);
  await page.getByRole('tab', { name: 'Trace', exact: true }).click();
  await expect(button(page, 'Choose a receipt…')).toBeVisible();
  await expectFocusSeen(page, 'trace', 6);
}

test('the focus is seen in Prove and Trace', { tag: '@long' }, async ({ app, page }, info) => {
  test.setTimeout(200_000);
  await page.setViewportSize({ width: 1440, height: 900 });
  await walkFocus(app, twoLabels(info.outputPath('two')));
});

test(
  'the focus is seen on a phone, the bar at its foot never in the way',
  { tag: '@long' },
  async ({ app, page }, info) => {
    test.setTimeout(200_000);
    await page.setViewportSize({ width: 360, height: 640 });
    await expectFocusSeen(page, 'empty', 10);
    await app.addFolder.setInputFiles(library.small);
    await expect(app.grid.getByRole('option').first()).toBeVisible();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await expectFocusSeen(page, 'labelled', 15);
    await walkFocus(app, twoLabels(info.outputPath('two')));
  },
);

test('dialogs, menus and popovers: Escape closes them, the focus goes back, Tab stays inside', {
  tag: '@long',
}, async ({ app, page }) => {
  await app.addFolder.setInputFiles(library.small);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  const menu = page.getByRole('button', { name: 'Menu', exact: true });
  await menu.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await page.keyboard.press('Escape');
  await expect(menu).toBeFocused();
  for (const name of ['What it protects against', 'Keyboard shortcuts', 'Preferences', 'Check an archive']) {
    await menu.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type(name.slice(0, 1));
    while (!(await page.getByRole('menuitem', { name }).evaluate(one => one === document.activeElement)))
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name });
    await expect(dialog).toBeVisible();
    const { faults } = await tabThrough(page);
    expectNone(faults.map(one => `${name}: ${one}`));
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(menu, name).toBeFocused();
  }
  const more = page.getByRole('button', { name: 'More', exact: true });
  await more.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(more).toBeFocused();
});

test('? opens the sheet in every tab, and single keys can be switched off', { tag: '@long' }, async ({
  app,
  page,
}) => {
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  for (const name of ['Protect', 'Prove', 'Trace']) {
    await page.getByRole('tab', { name, exact: true }).click();
    await page.keyboard.press('?');
    await expect(sheet, name).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(sheet).toHaveCount(0);
  }
  await page.getByRole('tab', { name: 'Protect', exact: true }).click();
  await app.addFolder.setInputFiles(library.small);
  await app.grid.getByRole('option').nth(5).click();
  await app.menu('Preferences');
  await page.getByRole('checkbox', { name: /Single keys/ }).uncheck();
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Protect', exact: true }).focus();
  await page.keyboard.press('?');
  await page.keyboard.press('1');
  await expect(sheet).toHaveCount(0);
  await app.expectLabel('boats', 4);
  // On the photos themselves they still do what they say.
  await app.grid.focus();
  await page.keyboard.press('1');
  await app.expectLabel('boats', 5);
});
