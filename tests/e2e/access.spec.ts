import { expectNone, lookFor } from './access.ts';
import { test } from './app.ts';
import { walks } from './walks.ts';

test.use({
  actionTimeout: 10_000,
  contextOptions: { reducedMotion: 'reduce' },
  viewport: { width: 1440, height: 900 },
});

for (const { name, walk } of walks) {
  test(`axe finds nothing: ${name}`, { tag: '@long' }, async ({ app, page }, info) => {
    test.setTimeout(240_000);
    const faults: string[] = [];
    await walk(app, info.outputDir, lookFor(page, faults));
    expectNone(faults);
  });
}
