import { join } from 'node:path';
import { expectNone, lookFor } from './access.ts';
import {
  twoLabels,
  walkEmpty,
  walkInspector,
  walkLabelling,
  walkMore,
  walkProve,
  walkRun,
  walkTrace,
} from './accessScenes.ts';
import { test } from './app.ts';

test.use({
  actionTimeout: 10_000,
  contextOptions: { reducedMotion: 'reduce' },
  viewport: { width: 1440, height: 900 },
});

test('axe finds nothing on the empty page and what opens over it', { tag: '@long' }, async ({
  app,
  page,
}) => {
  const faults: string[] = [];
  await walkEmpty(app, lookFor(page, faults));
  expectNone(faults);
});

test('axe finds nothing while photos are labelled and protected', { tag: '@long' }, async ({ app, page }) => {
  test.setTimeout(300_000);
  const faults: string[] = [];
  const look = lookFor(page, faults);
  await walkLabelling(app, look);
  await page.keyboard.press('Escape');
  await walkRun(app, look);
  await walkInspector(app, look);
  await walkMore(app, look);
  expectNone(faults);
});

test('axe finds nothing in any view of Prove', { tag: '@long' }, async ({ app, page }, info) => {
  test.setTimeout(400_000);
  const faults: string[] = [];
  await walkProve(app, twoLabels(info.outputPath('two')), lookFor(page, faults, ' - prove'));
  expectNone(faults);
});

test('axe finds nothing in any view of Trace', { tag: '@long' }, async ({ app, page }, info) => {
  test.setTimeout(400_000);
  const faults: string[] = [];
  await walkTrace(app, join(info.outputDir, 'trace'), lookFor(page, faults, ' - trace'));
  expectNone(faults);
});
