import { beforeAll, expect, test } from 'vitest';
import { castPresets } from '../../../../src/core/settings.ts';
import { treatmentFor } from '../../../../src/core/treatment.ts';
import { createCpuEngine } from '../../../../src/engine/cpu/cpuEngine.ts';
import type { Treatment } from '../../../../src/engine/engine.ts';
import { ModelHost } from '../../../../src/models/modelHost.ts';
import { scalings } from '../../../../src/models/modelInput.ts';
import { deal } from '../../../../src/prove/core/trainingPictures.ts';
import { trainingSquares } from '../../../../src/prove/pipeline/trainingPicture.ts';
import { backboneOn } from '../../../../src/prove/worker/backbone.ts';
import {
  type BackboneProgress,
  type BackboneTask,
  openBackbone,
} from '../../../../src/prove/worker/backboneClient.ts';
import type { BackboneWorkerApi } from '../../../../src/prove/worker/backboneProtocol.ts';
import type { OpenProvePort } from '../../../../src/prove/worker/provePort.ts';
import { drawDisc } from '../../../fixtures/pictures.ts';
import { convolutionModel } from '../../../fixtures/tfjsModels.ts';
import { runtime } from '../../models/runtime.ts';
import { openWasm } from '../../tfjs/wasmBackend.ts';
import { lostWorker, onThisThread } from '../../threads/onThisThread.ts';
import { claimFrom } from '../../trace/traceLab.ts';

/** A real network on this thread, and photos that are made small as the workers make them, decoding apart. */

const side = 24;
const photos = Array.from({ length: 48 }, (_, at) => ({ label: at % 2, disc: drawDisc(at % 2 === 0, at) }));
const files = photos.map(({ disc }) => new Blob([rgbaOf(disc.data)]));
const names = ['a', 'b'];
const dealt = deal(
  photos.map(({ label }) => names[label] ?? ''),
  { side, protectedAt: 'real', holdOut: 0.25, mostOfLabel: null, seed: 'deal' },
);
const claim = await claimFrom('backbone', names, castPresets.standard);
const treatments = claim.filters.map(imprint => treatmentFor(castPresets.standard, imprint));
const engine = createCpuEngine();

function rgbaOf(rgb: ArrayLike<number>): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: (rgb.length / 3) * 4 }, (_, at) =>
    at % 4 === 3 ? 255 : (rgb[Math.floor(at / 4) * 3 + (at % 4)] as number),
  );
}

function task(columns: BackboneTask['columns']): BackboneTask {
  if (dealt.kind !== 'dealt') throw new Error(dealt.kind);
  const input = { side, layout: 'nhwc', ...scalings.unit } as const;
  return { dealt, files, columns, input, layer: 'pooled', engine: 'cpu', seed: 'seed' };
}
const both = task([
  { column: 'clean', treatments: null },
  { column: 'chosen', treatments },
]);

function provePorts(
  broken: readonly number[] = [],
  seen: (readonly (Treatment | null)[])[] = [],
): OpenProvePort {
  return onThisThread<never>(
    () =>
      ({
        start: async () => {},
        shrink: async (file: Blob, wishes: Parameters<typeof trainingSquares>[1]) => {
          seen.push(wishes.variants);
          if (broken.includes(files.indexOf(file))) return { kind: 'failed', reason: { kind: 'unreadable' } };
          const data = new Uint8ClampedArray(await file.arrayBuffer());
          return {
            kind: 'shrunk',
            squares: await trainingSquares({ width: 36, height: 36, data }, wishes, engine),
          };
        },
      }) as never,
  ).open as OpenProvePort;
}

const network = () =>
  onThisThread<BackboneWorkerApi>(() => {
    const worker = backboneOn(new ModelHost(runtime));
    return { ...worker, learn: async given => worker.learn(given) };
  });
const going = new AbortController().signal;
const quiet = () => {};
beforeAll(openWasm);

async function opened(prove = provePorts(), port = network()) {
  const handle = openBackbone(port.open, prove, 2);
  const outcome = await handle.open(convolutionModel(side));
  expect(outcome).toEqual({ kind: 'opened', model: 'tfjs', shape: [null, side, side, 3] });
  return handle;
}

test('learns a layer from clean and from protected photos, and asks both about the same clean ones', async () => {
  const seen: (readonly (Treatment | null)[])[] = [];
  const handle = await opened(provePorts([], seen));
  const progress: BackboneProgress[] = [];
  const outcome = await handle.learn(both, going, now => progress.push(now));
  handle.close();
  if (outcome.kind !== 'learnt') throw new Error(JSON.stringify(outcome));
  expect(outcome.features).toBe(24);
  expect(outcome.counts).toEqual({ labels: names, train: [18, 18], test: [6, 6] });
  expect(outcome.columns.map(({ column }) => column)).toEqual(['clean', 'chosen']);
  for (const { answers } of outcome.columns) {
    expect(answers.confusion.map(row => row.reduce((sum, count) => sum + count, 0))).toEqual([6, 6]);
  }
  // Discs are easily told by a network that knows nothing: its features differ with them.
  const [clean] = outcome.columns;
  expect((clean?.answers.confusion[0]?.[0] ?? 0) + (clean?.answers.confusion[1]?.[1] ?? 0)).toBe(12);
  // What is tested on is never protected; what is learnt from is, once, by its own label.
  expect(seen.filter(variants => variants.length === 1 && variants[0] === null)).toHaveLength(12);
  expect(seen.filter(variants => variants.length === 2 && variants[1] !== null)).toHaveLength(36);
  expect(progress.at(0)).toEqual({ step: 'looking', done: 0, total: 48 });
  expect(progress.at(-1)).toEqual({ step: 'learning', done: 1, total: 2 });
});

test('leaves out photos that cannot be read, and says when too few are left', async () => {
  const broken = both.dealt.train.slice(0, 2).map(({ photo }) => photo);
  const handle = await opened(provePorts(broken));
  const outcome = await handle.learn(both, going, quiet);
  expect(outcome).toMatchObject({ kind: 'learnt', failed: 2 });
  handle.close();
  const ofA = both.dealt.test.filter(({ label }) => label === 0).map(({ photo }) => photo);
  const poor = await opened(provePorts(ofA));
  expect(await poor.learn(both, going, quiet)).toEqual({ kind: 'too-few', labels: ['a'], failed: 6 });
  poor.close();
});

test('says in the runtime’s words what a network fails at', async () => {
  const handle = await opened();
  const outcome = await handle.learn({ ...both, layer: 'none' }, going, quiet);
  expect(outcome).toEqual({ kind: 'failed', detail: 'There is no layer none.' });
  handle.close();
});

test('can be cancelled, and says when its worker is lost', async () => {
  const port = network();
  const handle = await opened(provePorts(), port);
  const abort = new AbortController();
  const outcome = await handle.learn(both, abort.signal, ({ done }) => done > 3 && abort.abort());
  expect(outcome).toEqual({ kind: 'cancelled' });
  const lost = handle.learn(both, going, ({ done }) => done === 3 && port.lose());
  expect(await lost).toEqual(lostWorker);
  handle.close();
});
