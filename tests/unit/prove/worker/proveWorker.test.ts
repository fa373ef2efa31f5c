import seedrandom from 'seedrandom';
import { expect, test } from 'vitest';
import type { Treatment } from '../../../../src/engine/engine.ts';
import { tellLabels } from '../../../../src/prove/core/crossValidation.ts';
import type { Features } from '../../../../src/prove/pipeline/photoFeatures.ts';
import { prove } from '../../../../src/prove/worker/proveClient.ts';
import type { OpenProvePort, ProvePort } from '../../../../src/prove/worker/provePort.ts';

const treatment: Treatment = { method: 'cuda', filter: { size: 1, weights: [1] } };
const labels = 4;
const each = 10;

/** Numbers that give the label away, or do not. */
function drawn(seed: number, label: number, tells: boolean): Float32Array<ArrayBuffer> {
  const next = seedrandom(String(seed));
  return Float32Array.from({ length: 12 }, (_, k) => next() + (tells && k === label ? 2 : 0));
}

/**
 * Photos whose names say what is to be seen in them: `label/seed`. Protection puts something into colours and into the spectra
 * of the second size alone; one photo is too small for a spectrum.
 */
const open: OpenProvePort = () => {
  const api: ProvePort['api'] = {
    start: async () => {},
    look: async ({ file }, sizes) => {
      const [label = 0, seed = 0] = (await file.text()).split('/').map(Number);
      const features = (tells: boolean): Features => ({
        colours: drawn(seed, label, tells),
        spectra: sizes.map((_, at) =>
          seed === 7 ? null : drawn(seed + 1000 * at, label, tells && at === 1),
        ),
      });
      return { kind: 'seen', original: features(false), protected: features(true), milliseconds: 1 };
    },
    shrink: () => Promise.reject(new Error('Nobody asked for squares.')),
    tryDecoy: () => Promise.reject(new Error('Nobody asked for pictures.')),
    lookForDetector: () => Promise.reject(new Error('Nobody asked for a detector.')),
    detect: () => Promise.reject(new Error('Nobody asked for a detector.')),
    tell: async ({ samples, labelOf, seed, shrink }) => ({
      ...tellLabels(samples, labelOf, seed, shrink),
      milliseconds: 1,
    }),
  };
  return { api, terminate: () => {} };
};

const photos = Array.from({ length: labels * each }, (_, i) => ({
  file: new Blob([`${i % labels}/${i}`]),
  label: i % labels,
  treatment,
}));

test('tells labels from colours, and from spectra at each size, before and after protection', async () => {
  const task = { photos, sizes: [32, 64], engine: 'cpu', seed: 'seed' } as const;
  const outcome = await prove(task, new AbortController().signal, () => {}, open, 2);
  if (outcome.kind !== 'told') throw new Error(outcome.kind);
  expect(outcome.photos).toBe(39);
  expect(outcome.failed).toBe(1);
  expect(outcome.sizes.map(({ size }) => size)).toEqual([32, 64]);
  const [small, large] = outcome.sizes;
  const few = 22;
  expect(outcome.colours.original.right).toBeLessThan(few);
  expect(outcome.colours.protected).toEqual({ right: 39, total: 39 });
  expect(small?.protected).toEqual(small?.original);
  expect(small?.original.right).toBeLessThan(few);
  expect(large?.original.right).toBeLessThan(few);
  expect(large?.protected).toEqual({ right: 39, total: 39 });
});
