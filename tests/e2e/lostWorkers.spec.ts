import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { drawPicture, toPng } from '../fixtures/pictures.ts';
import { App, expect, sharedTest as test } from './app.ts';

const words = /A part of Keyveil could not be loaded, .* reload the page\./;
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const toTab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click();
const toView = (page: Page, name: string) =>
  page.locator('.wing-views').getByText(name, { exact: true }).click();
const give = (page: Page, label: string, path: string) =>
  page
    .locator('input[type=file]')
    .and(page.getByLabel(label, { exact: true }))
    .setInputFiles(path);

interface Meeting {
  readonly page: Page;
  readonly app: App;
  readonly folder: string;
}

/** Where a person meets a worker. */
interface Row {
  readonly worker: string;
  /** What is done before it is wanted. */
  readonly before?: (at: Meeting) => Promise<unknown>;
  /** What wants it. */
  readonly want: (at: Meeting) => Promise<unknown>;
  /** Where its loss is said. */
  readonly told: (page: Page) => Locator;
  /** What wants it once more, where that is another thing. */
  readonly again?: (at: Meeting) => Promise<unknown>;
  /** What shows that it works. */
  readonly works: (at: Meeting) => Promise<unknown>;
}

const panel = (name: string) => (page: Page) => page.getByRole('tabpanel', { name, exact: true });

/** It is at work; that it ends well is for other tests to show. */
async function worksOn(page: Page, what: string | RegExp): Promise<void> {
  await expect(page.getByRole('progressbar', { name: what })).toBeVisible();
  await button(page, /^(?:Cancel|Stop)/)
    .first()
    .click();
}

/** In the order in which they are met on one page. */
const mainJob: readonly Row[] = [
  {
    worker: 'key',
    before: ({ app, folder }) => app.addFolder.setInputFiles(folder),
    want: ({ app }) => app.key.fill('a key of 83 humming otters'),
    told: page => page.getByRole('dialog', { name: 'The key did not work' }),
    again: ({ page }) => button(page, 'Try again').click(),
    works: ({ app }) => expect(app.protect).toBeEnabled(),
  },
  {
    worker: 'photo',
    want: ({ app }) => app.protectAll(0, 10, 10),
    told: page => page.getByRole('region', { name: /^10 photos could not be protected/ }),
    again: ({ page }) => button(page, 'Try all again').click(),
    works: ({ app }) => app.expectEnd(10),
  },
  {
    worker: 'archive',
    want: ({ app }) => app.downloadZip.click(),
    told: page => page.locator('.run-save-failed'),
    again: async () => {},
    works: async ({ app }) => expect((await app.save(app.downloadZip)).name).toMatch(/\.zip$/),
  },
];

/** After the main job, on the same page. */
const wings: readonly Row[] = [
  {
    worker: 'prove',
    before: ({ page }) => toTab(page, 'Prove'),
    want: ({ page }) => button(page, 'Check now').click(),
    told: panel('Prove'),
    works: ({ page }) => worksOn(page, 'Checking'),
  },
  {
    worker: 'lab',
    before: ({ page }) => toView(page, 'Training lab'),
    want: ({ page }) => button(page, 'Train now').click(),
    told: panel('Prove'),
    again: ({ page }) => button(page, 'Train again').click(),
    works: ({ page }) => worksOn(page, /^Training on/),
  },
  {
    worker: 'trace',
    before: async ({ page, folder }) => {
      await toTab(page, 'Trace');
      await button(page, 'Use the receipt of the photos protected on this page').click();
      await give(page, 'Found photos', join(folder, 'cats', '1.png'));
    },
    want: ({ page }) => button(page, 'Look at 1 photo').click(),
    told: panel('Trace'),
    works: ({ page }) => worksOn(page, 'Looking for your mark'),
  },
  {
    worker: 'restore',
    before: async ({ page, folder }) => {
      await toView(page, 'Restore');
      await give(page, 'Protected photos', join(folder, 'cats', '1.png'));
    },
    want: ({ page }) => button(page, 'Restore 1 photo').click(),
    told: panel('Trace'),
    works: ({ page }) => expect(panel('Trace')(page)).toContainText('The receipt does not list this file'),
  },
];

/** Walks through rows on a page whose workers answer 404, each until the page told of it; then it is there again. */
async function walk(rows: readonly Row[], gone: Set<string>, at: Meeting): Promise<void> {
  for (const { worker, before, want, told, again = want, works } of rows) {
    await test.step(worker, async () => {
      await before?.(at);
      await want(at);
      await expect(told(at.page)).toContainText(words);
      gone.delete(worker);
      await again(at);
      await works(at);
    });
  }
}

/** Opens a page of an older release: the workers in `gone` are there no more. */
async function openOlder(page: Page, gone: ReadonlySet<string>, folder: string): Promise<Meeting> {
  for (const [at, label] of ['cats', 'dogs'].entries()) {
    mkdirSync(join(folder, label), { recursive: true });
    for (let i = 0; i < 5; i++)
      writeFileSync(join(folder, label, `${i}.png`), toPng(drawPicture(60 + i, 40, 5 * at + i)));
  }
  await page.route(/\/\w+\.worker-[\w-]+\.js$/, route => {
    const name = /(\w+)\.worker-/.exec(route.request().url())?.[1] ?? '';
    return gone.has(name) ? route.fulfill({ status: 404, body: 'gone' }) : route.continue();
  });
  const app = new App(page);
  await app.open();
  return { page, app, folder };
}

const workersOf = (rows: readonly Row[]) => new Set(rows.map(({ worker }) => worker));

test.beforeEach(({ guard }) => guard.expect(/404 for .*\.worker-/));

test('where the host has a newer release, each worker of the main job says so, and goes on', async ({
  page,
}, info) => {
  const gone = workersOf(mainJob);
  await walk(mainJob, gone, await openOlder(page, gone, info.outputPath('ten')));
});

test('and so does each worker of Prove and Trace', { tag: '@long' }, async ({ page }, info) => {
  test.slow();
  const gone = workersOf(wings);
  const at = await openOlder(page, gone, info.outputPath('ten'));
  await at.app.addFolder.setInputFiles(at.folder);
  await at.app.key.fill('a key of 83 humming otters');
  await at.app.protectAll(10);
  await walk(wings, gone, at);
});
