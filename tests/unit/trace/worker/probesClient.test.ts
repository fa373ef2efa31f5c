import { describe, expect, test } from 'vitest';
import type { Picture } from '../../../../src/core/picture/resize.ts';
import { veilPresets } from '../../../../src/core/settings.ts';
import { createCpuEngine } from '../../../../src/engine/cpu/cpuEngine.ts';
import { scalings } from '../../../../src/models/modelInput.ts';
import { WorkerLost } from '../../../../src/threads/workerLost.ts';
import { highest } from '../../../../src/trace/ask/askModel.ts';
import { defaultProbes, type ProbePlan, planProbes } from '../../../../src/trace/core/probes.ts';
import { probeBytes, probeFile, probePicturesOf } from '../../../../src/trace/pipeline/probes.ts';
import { type OpenAskPort, openModelHandle } from '../../../../src/trace/worker/askClient.ts';
import {
  makeProbes,
  type OpenProbesPort,
  type ProbesTask,
  planAside,
} from '../../../../src/trace/worker/probesClient.ts';
import type { AskOutcome } from '../../../../src/trace/worker/probesProtocol.ts';
import { lostWorker, onThisThread } from '../../threads/onThisThread.ts';
import { claimFrom, striped } from '../traceLab.ts';

/** The façades, with workers that run on the same thread and do what real ones do, decoding apart. */

const claim = await claimFrom('client', ['a', 'b'], veilPresets.standard);
const photos = striped(60, 2, 24, 'client');
const wishes = { ...defaultProbes, labels: ['b'], side: 16, rankPhotos: 2, type: 'image/png' } as const;
const plan = planProbes(claim, new Array<null>(60).fill(null), wishes, 'client') as ProbePlan;
const files = photos.map(({ picture }) => new Blob([picture.data]));
const task: ProbesTask = { plan, receipt: claim.receipt, photos: files, engine: 'cpu' };
const going = new AbortController().signal;

interface Script {
  /** Photos, by number, that cannot be read. */
  readonly broken?: readonly number[];
  /** Ends the worker at this photo. */
  readonly loseAt?: number;
  readonly onPhoto?: (photo: number) => void;
}

function ports({ broken = [], loseAt, onPhoto }: Script = {}) {
  const engine = createCpuEngine();
  let ended = 0;
  const open: OpenProbesPort = onLost => {
    const picture = async (photo: Blob): Promise<Picture | null> => {
      const at = files.indexOf(photo);
      onPhoto?.(at);
      if (at === loseAt) {
        onLost(new WorkerLost('crashed'));
        return new Promise(() => {});
      }
      if (broken.includes(at)) return null;
      return { width: 24, height: 24, data: new Uint8ClampedArray(await photo.arrayBuffer()) };
    };
    const failed = { kind: 'failed', reason: { kind: 'unreadable' } } as const;
    return {
      api: {
        plan: async (given, labelOf, asked) => planProbes(given, labelOf, asked),
        start: async () => {},
        files: async (photo, look, type) => {
          const shown = await picture(photo);
          if (!shown) return failed;
          const made = await probePicturesOf(shown, look, engine);
          return { kind: 'rendered', probes: await Promise.all(made.map(one => probeFile(one, type))) };
        },
        squares: async (photo, look) => {
          const shown = await picture(photo);
          if (!shown) return failed;
          return { kind: 'rendered', probes: (await probePicturesOf(shown, look, engine)).map(probeBytes) };
        },
      },
      terminate: () => {
        ended++;
      },
    };
  };
  return { open, ended: () => ended };
}

describe('making probes', () => {
  test('begins with a plan that is made aside', async () => {
    const { open, ended } = ports();
    const labelOf = new Array<null>(60).fill(null);
    const made = await planAside(claim, labelOf, wishes, going, open);
    if (made.kind !== 'planned') throw new Error(made.kind);
    expect(made.sheet.files).toHaveLength(plan.sheet.files.length);
    expect(made.sheet.seed).not.toBe(plan.sheet.seed);
    expect(await planAside(claim, [], wishes, going, open)).toEqual({
      kind: 'too-few',
      label: 'b',
      photos: 0,
    });
    const abort = new AbortController();
    abort.abort();
    expect(await planAside(claim, labelOf, wishes, abort.signal, open)).toEqual({ kind: 'cancelled' });
    expect(ended()).toBe(3);
  });

  test('makes every file of the sheet, and ends its workers', async () => {
    const kept = new Map<string, Uint8Array>();
    const seen: number[] = [];
    const { open, ended } = ports();
    const outcome = await makeProbes(
      task,
      async (name, bytes) => void kept.set(name, bytes),
      going,
      ({ done }) => seen.push(done),
      open,
      2,
    );
    expect(outcome).toEqual({ kind: 'made', sheet: plan.sheet, failed: 0 });
    expect([...kept.keys()].sort()).toEqual(plan.sheet.files.map(({ name }) => name));
    for (const bytes of kept.values()) expect([...bytes.subarray(1, 4)]).toEqual([80, 78, 71]);
    expect(seen).toEqual(Array.from({ length: 61 }, (_, i) => i));
    expect(ended()).toBe(2);
    // Filters show: no two probes of a photo are alike.
    const one = plan.work[0]?.probes.map(({ file }) => String(kept.get(file.name)));
    expect(new Set(one).size).toBe(one?.length);
  });

  test('leaves photos out that cannot be read', async () => {
    const { open } = ports({ broken: [3, 7] });
    const outcome = await makeProbes(
      task,
      async () => {},
      going,
      () => {},
      open,
      2,
    );
    if (outcome.kind !== 'made') throw new Error(outcome.kind);
    expect(outcome.failed).toBe(2);
    expect(outcome.sheet.files.some(({ photo }) => photo === 3 || photo === 7)).toBe(false);
    expect(outcome.sheet.files.length).toBeGreaterThan(58 * 3);
  });

  test('can be cancelled, and says when a worker was lost or nothing could be kept', async () => {
    const abort = new AbortController();
    const { open, ended } = ports({ onPhoto: at => at === 5 && abort.abort() });
    expect(
      await makeProbes(
        task,
        async () => {},
        abort.signal,
        () => {},
        open,
        1,
      ),
    ).toEqual({ kind: 'cancelled' });
    expect(ended()).toBe(1);
    const lost = ports({ loseAt: 4 });
    expect(
      await makeProbes(
        task,
        async () => {},
        going,
        () => {},
        lost.open,
        1,
      ),
    ).toEqual(lostWorker);
    const full = async () => Promise.reject(new Error('full'));
    expect(await makeProbes(task, full, going, () => {}, ports().open, 1)).toEqual({ kind: 'not-kept' });
  });
});

describe('asking a model', () => {
  const input = { side: 16, layout: 'nhwc', ...scalings.unit } as const;

  /** Says 1 for pictures that are brighter than half, else 0. */
  function model(answer?: AskOutcome): { readonly port: ReturnType<OpenAskPort>; ended: boolean } {
    const it = {
      ended: false,
      port: {
        api: {
          open: async () => ({ kind: 'opened', model: 'onnx', shape: [null, 16, 16, 3] }) as const,
          ask: async (pixels: Uint8Array) => {
            if (answer) return answer;
            const length = 16 * 16 * 3;
            const said = Array.from({ length: pixels.length / length }, (_, at) => {
              const part = pixels.subarray(at * length, (at + 1) * length);
              const mean = part.reduce((sum, value) => sum + value, 0) / length;
              return highest(Float32Array.of(127.5, mean));
            });
            return { kind: 'answered', said, classes: 2 } as const;
          },
        },
        terminate: () => {
          it.ended = true;
        },
      },
    };
    return it;
  }

  test('gives an answer to every probe', async () => {
    const it = model();
    const handle = openModelHandle(() => it.port, ports().open, 2);
    expect((await handle.open([])).kind).toBe('opened');
    const outcome = await handle.question(task, input, going, () => {});
    if (outcome.kind !== 'answered') throw new Error(outcome.kind);
    expect([...outcome.said.keys()].sort()).toEqual(plan.sheet.files.map(({ name }) => name));
    expect(outcome.classes).toBe(2);
    expect(new Set(outcome.said.values())).toEqual(new Set([0, 1]));
    handle.close();
    expect(it.ended).toBe(true);
  });

  test('ends well in every way', async () => {
    const broken = model({ kind: 'failed', detail: 'It is tired.' });
    const made: number[] = [];
    const { open, ended } = ports({ onPhoto: at => made.push(at) });
    const handle = openModelHandle(() => broken.port, open, 1);
    expect(await handle.question(task, input, going, () => {})).toEqual({
      kind: 'failed',
      detail: 'It is tired.',
    });
    expect(made.length).toBeLessThan(5);
    expect(ended()).toBe(1);
    expect((await handle.question(task, { ...input, side: 8 }, going, () => {})).kind).toBe('failed');

    const abort = new AbortController();
    abort.abort();
    const fine = openModelHandle(() => model().port, ports().open, 1);
    expect(await fine.question(task, input, abort.signal, () => {})).toEqual({ kind: 'cancelled' });
    fine.close();

    const thread = onThisThread(() => model().port.api);
    const dying = openModelHandle(thread.open, ports({ onPhoto: at => at === 9 && thread.lose() }).open, 1);
    expect(await dying.question(task, input, going, () => {})).toEqual(lostWorker);
    expect(await dying.open([])).toEqual(lostWorker);
  });
});
