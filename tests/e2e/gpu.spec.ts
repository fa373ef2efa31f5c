import { expect, test } from './app.ts';
import { greatestDifference, pixelsOf } from './archive.ts';
import { expectMethodsRight, protectSmall } from './small.ts';

/** The whole way with WebGL doing the work; drawn in software where there is no GPU. */
test('on the GPU, pixels are those of a float64 computation from the saved filters', async ({ app }) => {
  await expectMethodsRight(app, 'GPU', ['For photos']);
});

test('and so they are of the paper’s filter', { tag: '@long' }, async ({ app }) => {
  await expectMethodsRight(app, 'GPU', ['CUDA, as in the paper']);
});

test('both engines agree within one level', { tag: '@long' }, async ({ browser, app }) => {
  await app.chooseEngine('CPU');
  await app.giveKey('the same key of 83 humming otters');
  const cpu = await protectSmall(app);
  const context = await browser.newContext();
  const other = await app.another(context);
  await other.chooseEngine('GPU');
  await other.giveKey('the same key of 83 humming otters');
  const gpu = await protectSmall(other);
  await expect(other.engine).toHaveText(/GPU/);
  expect([...gpu.keys()]).toEqual([...cpu.keys()]);
  for (const [path, bytes] of cpu) {
    const [a, b] = [pixelsOf(bytes), pixelsOf(gpu.get(path) ?? new Uint8Array())];
    expect(greatestDifference(a.data, b.data), path).toBeLessThanOrEqual(1);
  }
  await context.close();
});
