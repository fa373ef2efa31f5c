import { expect, type Page } from '@playwright/test';
import type { Treatment } from '../../src/engine/engine.ts';
import { difference, randomFrom } from '../fixtures/pixels.ts';
import { drawnTreatments } from '../fixtures/treatments.ts';
import { openWebgl, test } from '../harness/page.ts';
import type { PhotoSpec } from '../harness/photos.ts';
import { expectSamples } from '../harness/samples.ts';
import { largeCases, smallCases } from '../harness/vectors.ts';

/**
 * The WebGL engine in a worker of a real browser, under the app's Content-Security-Policy. SwiftShader draws where
 * there is no GPU; it is slow, so the largest photos are in tests/full.
 */

const random = randomFrom(20);
const { veil, cuda, cast, light } = drawnTreatments(random, 32, [5, 0.3]);
const treatments: readonly Treatment[] = [veil, cuda, cast, light];
const nothing = { tensors: 0, textures: 0, bytes: 0 };

test.describe('the contract', () => {
  test('has all its cases', () => {
    expect(smallCases()).toHaveLength(49 + 28);
    expect(largeCases()).toHaveLength(6 + 5);
  });

  test('holds for every small photo', async ({ engines: { page } }) => {
    await openWebgl(page);
    for (const { name, photo, treatment, expected } of smallCases()) {
      const made = await page.evaluate(
        ([photo, treatment]) => window.keyveilHarness.protect('webgl', photo, treatment),
        [photo, treatment] as const,
      );
      const data = new Uint8ClampedArray(Buffer.from(made.base64, 'base64'));
      expect(difference(data, expected), name).toBeLessThanOrEqual(1);
      expect(made.peak === null, name).toBe(treatment.method !== 'cuda');
    }
    await expectAllOnGpu(page);
  });

  for (const { name, photo, treatment, samples } of largeCases()) {
    // 12 megapixels take SwiftShader a while: tests/full.
    if (photo.width > 4000) continue;
    // So do three with many taps; the small ones have as many.
    const tag = treatment.method === 'cuda' && photo.width * photo.height > 1e6 ? ['@long'] : [];
    test(`holds for ${name}`, { tag }, async ({ engines: { page } }) => {
      await openWebgl(page);
      await expectSamples(page, photo, treatment, samples);
      await expectAllOnGpu(page);
    });
  }
});

test('both engines agree on odd sizes, with alpha', async ({ engines: { page } }) => {
  await openWebgl(page);
  const sizes = [
    [1, 1],
    [1, 9],
    [2, 3],
    [3, 2000],
    [211, 97],
  ];
  for (const [width = 0, height = 0] of sizes) {
    for (const treatment of [...treatments, { ...veil, veilSize: 1 }, { ...cast, veilSize: 1 }]) {
      const photo: PhotoSpec = { kind: 'noise', width, height, seed: width };
      expect(await apart(page, photo, treatment), `${width} × ${height}`).toBeLessThanOrEqual(1);
    }
  }
  await expectAllOnGpu(page);
});

test('tiles come out as the whole does', async ({ engines: { page } }) => {
  const photo: PhotoSpec = { kind: 'noise', width: 150, height: 131, seed: 3 };
  for (const options of [{ tileSide: 40 }, { tilePixels: 150 * 17 }]) {
    await openWebgl(page, options);
    for (const treatment of [...treatments, { ...veil, veilSize: 200 }, { ...cast, veilSize: 200 }]) {
      expect(await apart(page, photo, treatment)).toBeLessThanOrEqual(1);
    }
    await expectAllOnGpu(page);
  }
});

test('a held photo gives its parts', async ({ engines: { page } }) => {
  await openWebgl(page, { tileSide: 50 });
  const photo: PhotoSpec = { kind: 'scenery', width: 140, height: 90, seed: 5 };
  for (const treatment of treatments) {
    for (const part of [
      { x: 0, y: 0, width: 140, height: 90 },
      { x: 31, y: 17, width: 64, height: 40 },
      { x: 139, y: 89, width: 1, height: 1 },
    ]) {
      const apart = await page.evaluate(
        ([photo, treatment, part]) => window.keyveilHarness.heldApart(photo, treatment, part),
        [photo, treatment, part] as const,
      );
      expect(apart).toBeLessThanOrEqual(1);
    }
  }
  await expectAllOnGpu(page);
});

test.describe('a lost context', () => {
  const photo: PhotoSpec = { kind: 'scenery', width: 200, height: 150, seed: 8 };

  for (const treatment of treatments) {
    test(`does not spoil a photo (${nameOf(treatment)})`, async ({ engines: { page } }) => {
      await openWebgl(page);
      const lostBefore = await page.evaluate(
        ([photo, treatment]) => window.keyveilHarness.apart(photo, treatment, 'before'),
        [photo, treatment] as const,
      );
      expect(lostBefore).toBeLessThanOrEqual(1);
      expect(await health(page)).toMatchObject({ broken: 1, onCpu: 0 });

      await openWebgl(page, { tileSide: 60 });
      const lostAmid = await page.evaluate(
        ([photo, treatment]) => window.keyveilHarness.apart(photo, treatment, 'between tiles'),
        [photo, treatment] as const,
      );
      expect(lostAmid).toBeLessThanOrEqual(1);
      expect(await health(page)).toMatchObject({ broken: 1, onCpu: 0 });
    });
  }

  test('does not spoil a held photo', async ({ engines: { page } }) => {
    await openWebgl(page);
    const part = { x: 20, y: 30, width: 90, height: 70 };
    for (const treatment of [cuda, cast]) {
      const apart = await page.evaluate(
        ([photo, treatment, part]) => window.keyveilHarness.heldApart(photo, treatment, part, 'before'),
        [photo, treatment, part] as const,
      );
      expect(apart).toBeLessThanOrEqual(1);
    }
    expect(await health(page)).toMatchObject({ broken: 2, onCpu: 0 });
  });

  test('that keeps coming leaves the work to the CPU', async ({ engines: { page } }) => {
    await openWebgl(page);
    for (let time = 0; time < 4; time++) {
      const apart = await page.evaluate(
        ([photo, treatment]) => window.keyveilHarness.apart(photo, treatment, 'before'),
        [photo, veil] as const,
      );
      expect(apart).toBeLessThanOrEqual(1);
    }
    expect(await health(page)).toMatchObject({ broken: 3, onCpu: 2 });
  });
});

test('nothing stays on the GPU, whatever the sizes', async ({ engines: { page } }) => {
  await openWebgl(page);
  for (let step = 0; step < 30; step++) {
    const photo: PhotoSpec = { kind: 'noise', width: 20 + 7 * step, height: 230 - 5 * step, seed: step };
    expect(await apart(page, photo, step % 2 === 0 ? veil : cuda)).toBeLessThanOrEqual(1);
    expect((await health(page)).held).toEqual(nothing);
  }
  await expectAllOnGpu(page);
});

test('cancelling is seen between tiles', async ({ engines: { page } }) => {
  await openWebgl(page, { tileSide: 60 });
  for (const treatment of treatments) {
    const reason = await page.evaluate(
      treatment =>
        window.keyveilHarness.cancelled({ kind: 'noise', width: 300, height: 300, seed: 1 }, treatment),
      treatment,
    );
    expect(reason).toBe('stopped by the test');
  }
  expect(await health(page)).toMatchObject({ broken: 0, onCpu: 0, held: nothing });
});

test.describe('the choice', () => {
  test('is the CPU without touching tfjs, where WebGL is software or not asked for', async ({
    engines: { page },
  }) => {
    const fresh = await page.context().newPage();
    const scripts: string[] = [];
    fresh.on('request', request => scripts.push(request.url()));
    await fresh.goto(page.url());
    const asked = await fresh.evaluate(() => window.keyveilHarness.choose('cpu'));
    // The policy lets the vectors in.
    expect(asked).toEqual({ kind: 'cpu', name: 'CPU', webgl: 'not-asked', kernels: 'vector', works: true });
    const auto = await fresh.evaluate(() => window.keyveilHarness.choose('auto'));
    expect(auto.works).toBe(true);
    // On a machine with a GPU `auto` may well load it.
    if (auto.webgl === 'software') expect(scripts.filter(url => url.includes('webglEngine'))).toEqual([]);
    await fresh.evaluate(() => window.keyveilHarness.choose('webgl'));
    expect(scripts.filter(url => url.includes('webglEngine'))).toHaveLength(1);
    await fresh.close();
  });

  test('is measured, and software WebGL does not pass', async ({ engines: { page } }) => {
    await openWebgl(page);
    const name = await page.evaluate(() => window.keyveilHarness.webglName());
    const breakEven = await page.evaluate(() => window.keyveilHarness.breakEven());
    expect(breakEven.veil).toBe(breakEven.cast);
    expect(breakEven.veil).toBeGreaterThanOrEqual(0);
    expect(breakEven.cuda).toBeGreaterThanOrEqual(0);
    // In pixels; a real GPU may be worth it for any photo.
    if (/swiftshader/i.test(name)) expect(Math.min(breakEven.veil, breakEven.cuda)).toBeGreaterThan(50e6);
    await expectAllOnGpu(page);
  });

  test('is WebGL where it is forced, software or not', async ({ engines: { page } }) => {
    const report = await page.evaluate(() => window.keyveilHarness.choose('webgl'));
    expect(report).toMatchObject({ kind: 'webgl', webgl: 'used', works: true });
  });
});

test('tfjs keeps to the policy and asks for nothing but our files', async ({ engines }) => {
  await openWebgl(engines.page);
  expect(
    await apart(engines.page, { kind: 'noise', width: 9, height: 9, seed: 1 }, veil),
  ).toBeLessThanOrEqual(1);
  expect(engines.complaints).toEqual([]);
  // The policy is really there: the worker that tfjs runs in may not evaluate text.
  expect(await engines.page.evaluate(() => window.keyveilHarness.evaluates())).toBe(false);
  const origin = new URL(engines.page.url()).origin;
  expect(engines.requests.filter(url => new URL(url).origin !== origin)).toEqual([]);
});

function apart(page: Page, photo: PhotoSpec, treatment: Treatment): Promise<number> {
  return page.evaluate(([photo, treatment]) => window.keyveilHarness.apart(photo, treatment), [
    photo,
    treatment,
  ] as const);
}

function nameOf(treatment: Treatment): string {
  return treatment === light ? 'cast alone' : treatment.method;
}

function health(page: Page) {
  return page.evaluate(() => window.keyveilHarness.health());
}

async function expectAllOnGpu(page: Page): Promise<void> {
  expect(await health(page)).toEqual({ broken: 0, onCpu: 0, held: nothing });
}
