import { expect, it } from 'vitest';
import { castPresets } from '../../../../src/core/settings.ts';
import { createCpuEngine } from '../../../../src/engine/cpu/cpuEngine.ts';
import { detect } from '../../../../src/prove/core/detector/detect.ts';
import { detectorLooksOf } from '../../../../src/prove/pipeline/detectorLooks.ts';
import { detectProtected } from '../../../../src/prove/worker/detectorClient.ts';
import type { OpenProvePort, ProvePort } from '../../../../src/prove/worker/provePort.ts';

/** Smooth pictures that differ, `side` pixels a side; all of the worker is real but the decoder. */
function scenery(seed: number, side: number) {
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let i = 0; i < side * side; i++) {
    const [x, y] = [(i % side) / side, Math.floor(i / side) / side];
    for (let c = 0; c < 3; c++) {
      const wave = Math.sin(3 * x + seed + c) * Math.cos(2 * y + 2 * seed) + Math.sin(40 * x * y + seed) / 4;
      data[i * 4 + c] = 128 + 70 * wave;
    }
  }
  return { width: side, height: side, data };
}

const engine = createCpuEngine();
const open: OpenProvePort = () => {
  const nothing = () => Promise.reject(new Error('Nobody asked for it.'));
  const api: ProvePort['api'] = {
    start: async () => {},
    look: nothing,
    shrink: nothing,
    tryDecoy: nothing,
    tell: nothing,
    async lookForDetector(file, wishes) {
      const [seed = 0, side = 0] = (await file.text()).split('/').map(Number);
      if (side === 0) return { kind: 'failed', reason: { kind: 'unreadable' } };
      const looks = await detectorLooksOf(scenery(seed, side), wishes, engine);
      return looks ? { kind: 'looked-at', ...looks } : { kind: 'too-small' };
    },
    detect: async (photos, seed) => detect(photos, seed),
  };
  return { api, terminate() {} };
};

const photos = Array.from({ length: 48 }, (_, i) => ({
  file: new Blob([`${i * 1.7}/40`]),
  label: `label ${i % 4}`,
}));
const task = { settings: [castPresets.light, castPresets.strong], engine: 'cpu', seed: 'seed' } as const;
const run = (given: typeof photos) =>
  detectProtected({ ...task, photos: given }, new AbortController().signal, () => {}, open, 2);

it('tries each preset on the same photos, and the veil is told more easily than the cast', async () => {
  const bad = [
    { file: new Blob(['1/0']), label: 'label 0' },
    { file: new Blob(['1/20']), label: 'label 1' },
  ];
  const outcome = await run([...photos, ...bad]);
  if (outcome.kind !== 'detected') throw new Error(outcome.kind);
  expect(outcome).toMatchObject({ photos: 48, labels: 4, failed: 2 });
  const [light, strong] = outcome.rows;
  expect(light?.settings).toEqual(castPresets.light);
  expect(strong?.detection.auc.area).toBeGreaterThan(0.9);
  expect(strong?.detection.auc.area).toBeGreaterThan(light?.detection.auc.area ?? 1);
  expect(strong?.detection.found.total).toBe(48);
});

it('comes to the same again', async () => {
  const some = photos.slice(0, 24);
  expect(await run(some)).toEqual(await run(some));
});

it('says so where fewer than two labels can be looked at', async () => {
  const one = photos.map(photo => ({ ...photo, label: 'one' }));
  expect(await run(one)).toEqual({ kind: 'too-few', failed: 0 });
});
