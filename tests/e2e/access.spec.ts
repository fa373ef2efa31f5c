import { join } from 'node:path';
import { expectNone, lookFor } from './access.ts';
import { twoLabels, walkCheck, walkFound, walkLab, walkModel, walkRestore } from './accessProofScenes.ts';
import {
  toPhotoWithLabel,
  walkEmpty,
  walkInspector,
  walkLabelling,
  walkMore,
  walkRun,
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

test('axe finds nothing while photos are labelled', { tag: '@long' }, async ({ app, page }) => {
  test.setTimeout(240_000);
  const faults: string[] = [];
  await walkLabelling(app, lookFor(page, faults));
  expectNone(faults);
});

test('axe finds nothing while photos are protected and looked at', { tag: '@long' }, async ({
  app,
  page,
}) => {
  test.setTimeout(240_000);
  const faults: string[] = [];
  const look = lookFor(page, faults);
  await walkRun(app, look);
  await toPhotoWithLabel(app);
  await walkInspector(app, look);
  await walkMore(app, look);
  expectNone(faults);
});

for (const [name, walk] of [
  ['check', walkCheck],
  ['lab', walkLab],
] as const) {
  test(`axe finds nothing in Prove: ${name}`, { tag: '@long' }, async ({ app, page }, info) => {
    test.setTimeout(240_000);
    const faults: string[] = [];
    await walk(app, twoLabels(info.outputPath('two')), lookFor(page, faults, ' - prove'));
    expectNone(faults);
  });
}

for (const [name, walk] of [
  ['found photos', walkFound],
  ['a model', walkModel],
  ['restoring', walkRestore],
] as const) {
  test(`axe finds nothing in Trace: ${name}`, { tag: '@long' }, async ({ app, page }, info) => {
    test.setTimeout(240_000);
    const faults: string[] = [];
    await walk(app, join(info.outputDir, 'trace'), lookFor(page, faults, ' - trace'));
    expectNone(faults);
  });
}
