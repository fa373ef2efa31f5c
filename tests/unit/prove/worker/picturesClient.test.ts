import { describe, expect, test } from 'vitest';
import { onWhite, rgbOf, squareOf } from '../../../../src/core/trainingSquare.ts';
import { createCpuEngine } from '../../../../src/engine/cpu/cpuEngine.ts';
import type { Engine, Pixels, Treatment } from '../../../../src/engine/engine.ts';
import {
  defaultExperiment,
  defaultPictures,
  type Experiment,
  type LabPictures,
  type Pictures,
} from '../../../../src/prove/core/experiment.ts';
import { jpegRoundTrip, scaled } from '../../../../src/prove/core/jpegRoundTrip.ts';
import {
  assemble,
  commonImprint,
  countsOf,
  type Dealt,
  deal,
  mostPhotosAt,
  otherOf,
} from '../../../../src/prove/core/trainingPictures.ts';
import { regimeHooks } from '../../../../src/prove/lab/regimes/regimeHooks.ts';
import { trainingSquares } from '../../../../src/prove/pipeline/trainingPicture.ts';
import { makePictures, type PicturesTask } from '../../../../src/prove/worker/picturesClient.ts';
import type { OpenProvePort, ProvePort } from '../../../../src/prove/worker/provePort.ts';
import { WorkerLost } from '../../../../src/threads/workerLost.ts';
import { copyOf, cudaFilter, randomFrom, scenery, veilFilter } from '../../../fixtures/pixels.ts';
import jpegs from '../../../fixtures/prove/jpeg.json' with { type: 'json' };
import { lostWorker } from '../../threads/onThisThread.ts';

/** The picture that jpeg.py draws. */
function drawn(width: number, height: number, seed: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: width * height * 3 }, (_, i) => {
    const [c, x, y] = [i % 3, Math.floor(i / 3) % width, Math.floor(i / 3 / width)];
    const slope = (x * (3 + c) + y * (7 - 2 * c) + seed * 11) % 256;
    const texture = (x * x * 3 + y * y * 5 + x * y * 7 + seed * 97 + c * 41) % 61;
    return Math.floor((slope * 3 + texture) / 4);
  });
}

describe('JPEG and back', () => {
  test.each(jpegs)('$width × $height at quality $quality is what libjpeg makes of it', given => {
    const { width, height, seed, quality, pixels } = given;
    const before = drawn(width, height, seed);
    const out = jpegRoundTrip(before, width, height, quality);
    const mean = (list: readonly number[]) => list.reduce((sum, v) => sum + v, 0) / list.length;
    const off = pixels.map((value, i) => Math.abs(value - (out[i] ?? 0)));
    const lost = pixels.map((value, i) => Math.abs(value - (before[i] ?? 0)));
    // A coefficient at exactly a half may be rounded either way, which shows in a block of pixels.
    expect(Math.max(...off)).toBeLessThanOrEqual(4);
    expect(mean(off)).toBeLessThan(0.25);
    expect(mean(lost)).toBeGreaterThan(4);
  });

  test('tables are scaled as libjpeg scales them', () => {
    expect(scaled([16, 11, 99], 50)).toEqual([16, 11, 99]);
    expect(scaled([16, 11, 99], 100)).toEqual([1, 1, 1]);
    expect(scaled([16, 11, 99], 10)).toEqual([80, 55, 255]);
    expect(scaled([16, 11, 99], 75)).toEqual([8, 6, 50]);
  });

  test('as a regime takes every picture by itself, once, and leaves those given alone', () => {
    const pixels = new Uint8Array([...drawn(32, 32, 4), ...drawn(32, 32, 5)]);
    const copy = pixels.slice();
    const given: Pictures = { side: 32, pixels, labelOf: [0, 1] };
    const made = regimeHooks({ kind: 'jpeg', quality: 10 }, 32).prepare?.(given, () => 0, 2);
    expect(pixels).toEqual(copy);
    expect(made?.labelOf).toEqual([0, 1]);
    expect(made?.pixels.subarray(3072)).toEqual(jpegRoundTrip(drawn(32, 32, 5), 32, 32, 10));
  });
});

describe('dealing photos', () => {
  const settings = { ...defaultPictures, holdOut: 0.25 };
  const photos = [
    ...new Array<string>(8).fill('cat'),
    ...new Array<string>(3).fill('ant'),
    ...new Array<string>(2).fill('few'),
    ...new Array<string>(20).fill('dog'),
  ];
  const dealtOf = (list: readonly string[], changes = {}, memory?: number): Dealt => {
    const result = deal(list, { ...settings, ...changes }, memory);
    if (result.kind !== 'dealt') throw new Error(result.kind);
    return result;
  };

  test('keeps a share of each label for the test, at least one, and two to learn from', () => {
    const dealt = dealtOf(photos);
    expect(dealt.left).toEqual({ labels: ['few'], beyondMost: 0, beyondMemory: 0 });
    expect(countsOf(dealt)).toEqual({ labels: ['ant', 'cat', 'dog'], train: [2, 6, 15], test: [1, 2, 5] });
    const all = [...dealt.train, ...dealt.test];
    expect(new Set(all.map(({ photo }) => photo)).size).toBe(31);
    for (const { photo, label } of all) expect(photos[photo]).toBe(dealt.labels[label]);
    expect(countsOf(dealtOf(photos, { holdOut: 0.5 })).test).toEqual([1, 4, 10]);
    expect(countsOf(dealtOf(photos, { holdOut: 0.05 })).test).toEqual([1, 1, 1]);
  });

  test('deals by the seed', () => {
    expect(dealtOf(photos)).toEqual(dealtOf(photos));
    expect(dealtOf(photos, { seed: 'another' }).test).not.toEqual(dealtOf(photos).test);
  });

  test('takes no more of a label than was asked for, or than there is memory for', () => {
    const few = dealtOf(photos, { mostOfLabel: 4 });
    expect(countsOf(few)).toEqual({ labels: ['ant', 'cat', 'dog'], train: [2, 3, 3], test: [1, 1, 1] });
    expect(few.left.beyondMost).toBe(4 + 16);
    const half = dealtOf(photos, {}, 16);
    // 31 photos into 16 places: 1.5 (three are needed), 4.1 and 10.3.
    expect(countsOf(half)).toEqual({ labels: ['ant', 'cat', 'dog'], train: [2, 3, 7], test: [1, 1, 3] });
    expect(half.left.beyondMemory).toBe(4 + 10);
    // Nine squares of RGB for each photo at most in 256 MiB.
    expect(mostPhotosAt(32)).toBe(29_127);
    expect(mostPhotosAt(128)).toBe(1820);
  });

  test('says when there is nothing to tell apart', () => {
    const few = deal(['a', 'a', 'a', 'b', 'b'], settings);
    expect(few).toEqual({
      kind: 'too-few',
      enough: 1,
      left: { labels: ['b'], beyondMost: 0, beyondMemory: 0 },
    });
  });
});

/** Pictures of one pixel whose three bytes are `value`. */
const dots = (values: readonly number[], labelOf: readonly number[]): Pictures => ({
  side: 1,
  pixels: Uint8Array.from(values.flatMap(value => [value, value, value])),
  labelOf,
});

describe('what one run learns from', () => {
  const labelOf = [0, 0, 0, 0, 1, 1, 1, 1, 1, 1];
  const values = labelOf.map((_, i) => i);
  const test0 = dots([], []);
  const pictures: LabPictures = {
    labels: ['ant', 'cat'],
    train: {
      clean: dots(values, labelOf),
      protected: dots(
        values.map(v => v + 100),
        labelOf,
      ),
      common: dots(
        values.map(v => v + 200),
        labelOf,
      ),
    },
    test: { clean: test0, own: test0, other: test0 },
  };
  const learnt = (changes: Partial<Experiment>) => {
    const made = assemble(pictures, { ...defaultExperiment, ...changes });
    expect(made.labelOf).toEqual(labelOf);
    return labelOf.map((_, i) => made.pixels[i * 3 + 2] ?? -1);
  };

  test('is all of it as the kind of training says, unless only a share is', () => {
    expect(learnt({})).toEqual(values.map(v => v + 100));
    expect(learnt({ training: 'common' })).toEqual(values.map(v => v + 200));
    expect(learnt({ training: 'clean', share: 0.5 })).toEqual(values);
    expect(learnt({ share: 0 })).toEqual(values);
  });

  test('a share is exact for each label, by the seed, and part of any greater share', () => {
    const half = learnt({ share: 0.5 });
    const changed = half.map(v => v >= 100);
    expect(changed.slice(0, 4).filter(Boolean)).toHaveLength(2);
    expect(changed.slice(4).filter(Boolean)).toHaveLength(3);
    expect(learnt({ share: 0.5 })).toEqual(half);
    const greater = learnt({ share: 0.8 }).map(v => v >= 100);
    expect(greater.filter(Boolean)).toHaveLength(3 + 5);
    expect(changed.every((was, i) => !was || greater[i])).toBe(true);
    const others = ['a', 'b', 'c', 'd'].map(seed => learnt({ share: 0.5, seed }).join());
    expect(new Set(others).size).toBeGreaterThan(1);
  });

  test('only some labels may be protected', () => {
    expect(learnt({ onlyLabels: ['cat'] })).toEqual(values.map((v, i) => (i < 4 ? v : v + 100)));
    expect(learnt({ onlyLabels: [] })).toEqual(values);
  });

  test('never changes the pictures it is made of', () => {
    expect(pictures.train.clean).toEqual(dots(values, labelOf));
  });
});

const rgba = (width: number, height: number, pixels: readonly (readonly number[])[]): Pixels => ({
  width,
  height,
  data: Uint8ClampedArray.from(pixels.flat()),
});
const greyPixel = (value: number) => [value, value, value, 255];
const reds = (picture: Pixels) => Array.from(rgbOf(picture)).filter((_, i) => i % 3 === 0);

describe('squares', () => {
  test('are averages of the middle of a photo', () => {
    const wide = rgba(6, 2, [9, 9, 10, 20, 9, 9, 9, 9, 30, 41, 9, 9].map(greyPixel));
    // To three by one: means of two by two; the middle one is (10 + 20 + 30 + 41) / 4 = 25.25.
    expect(reds(squareOf(wide, 1))).toEqual([25]);
    const tall = rgba(1, 3, [5, 6, 7].map(greyPixel));
    expect(reds(squareOf(tall, 1))).toEqual([6]);
  });

  test('are enlarged between the middles of pixels', () => {
    const two = rgba(2, 2, [0, 100, 0, 100].map(greyPixel));
    const row = [0, 25, 75, 100];
    expect(reds(squareOf(two, 4))).toEqual([...row, ...row, ...row, ...row]);
  });

  test('show white where something shows through', () => {
    const half = rgba(3, 1, [
      [0, 10, 255, 128],
      [100, 0, 0, 51],
      [9, 9, 9, 0],
    ]);
    // 0 · 128/255 + 255 · 127/255; 10: 5.02 + 127; a fifth of 100 and four fifths of white.
    expect([...rgbOf(onWhite(half))]).toEqual([127, 132, 255, 224, 204, 204, 255, 255, 255]);
    const opaque = rgba(1, 1, [[1, 2, 3, 255]]);
    expect(onWhite(opaque)).toBe(opaque);
  });
});

const random = randomFrom(3);
const engine = createCpuEngine('plain');
const veil = (veilSize: number): Treatment => ({ method: 'veil', filter: veilFilter(0.3, random), veilSize });

describe('a photo for the lab', () => {
  const photo = scenery(90, 60, random);
  const cuda: Treatment = { method: 'cuda', filter: cudaFilter(3, 0.3, random) };

  test('protected in small is its square under the engine', async () => {
    const before = copyOf(photo);
    const treatments = [veil(32), cuda];
    const wishes = { side: 32, protectedAt: 'small', variants: [null, ...treatments] } as const;
    const [clean, first, second] = await trainingSquares(photo, wishes, engine);
    expect(photo).toEqual(before);
    const square = squareOf(photo, 32);
    expect(clean).toEqual(rgbOf(square));
    for (const [at, made] of [first, second].entries()) {
      const expected = await engine.protect(copyOf(square), treatments[at] ?? cuda);
      expect(made).toEqual(rgbOf(expected.pixels));
      expect(made).not.toEqual(clean);
    }
  });

  test('protected for real is the square of what the engine makes of all of it', async () => {
    const treatments = [veil(40), cuda];
    const wishes = { side: 32, protectedAt: 'real', variants: [...treatments, null] } as const;
    const [first, second, clean] = await trainingSquares(photo, wishes, engine);
    expect(clean).toEqual(rgbOf(squareOf(photo, 32)));
    for (const [at, made] of [first, second].entries()) {
      const expected = await engine.protect(copyOf(photo), treatments[at] ?? cuda);
      expect(made).toEqual(rgbOf(squareOf(expected.pixels, 32)));
    }
  });

  test('is the same in small and for real when it is such a square already', async () => {
    const tiny = scenery(32, 32, random);
    const variants = [veil(32), cuda];
    const small = await trainingSquares(tiny, { side: 32, protectedAt: 'small', variants }, engine);
    const real = await trainingSquares(tiny, { side: 32, protectedAt: 'real', variants }, engine);
    expect(small).toEqual(real);
  });
});

/** A file that is nothing but its sides and pixels, so that no browser is needed to decode it. */
const fileOf = ({ width, height, data }: Pixels) => new Blob([Uint8Array.of(width, height), data]);

async function readFileOf(file: Blob): Promise<Pixels | null> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const [width = 0, height = 0] = bytes;
  const data = new Uint8ClampedArray(bytes.slice(2));
  return data.length === width * height * 4 && width > 0 ? { width, height, data } : null;
}

/** A worker on the same thread: all of it is real but the decoder. */
function sameThread(withEngine: Engine = engine): OpenProvePort {
  const api: ProvePort['api'] = {
    start: async () => {},
    look: async () => ({ kind: 'failed', reason: { kind: 'unreadable' } }),
    tryDecoy: async () => ({ kind: 'failed', reason: { kind: 'unreadable' } }),
    tell: async () => ({ right: 0, total: 0, milliseconds: 0 }),
    lookForDetector: () => Promise.reject(new Error('Nobody asked for a detector.')),
    detect: () => Promise.reject(new Error('Nobody asked for a detector.')),
    async shrink(file, wishes) {
      const pixels = await readFileOf(file);
      if (pixels === null) return { kind: 'failed', reason: { kind: 'unreadable' } };
      return { kind: 'shrunk', squares: await trainingSquares(pixels, wishes, withEngine) };
    },
  };
  return () => ({ api, terminate() {} });
}

describe('the pictures of a series of runs', () => {
  const labels = ['a', 'a', 'a', 'a', 'b', 'b', 'b', 'c', 'c', 'c', 'c', 'c'];
  const photos = labels.map((_, i) => scenery(40 + i, 36, random));
  const filters = [0, 1, 2].map(() => veilFilter(0.3, random));
  const dealt = deal(labels, defaultPictures);
  if (dealt.kind !== 'dealt') throw new Error('Not dealt.');
  const task: PicturesTask = {
    dealt,
    files: photos.map(fileOf),
    imprints: filters.map(filter => ({ filter, cast: null })),
    pictures: defaultPictures,
    settings: { method: 'veil', veilSize: 160, strength: 0.3 },
    engine: 'cpu',
  };
  const ask = (given: PicturesTask, signal = new AbortController().signal) =>
    makePictures(given, signal, () => {}, sameThread(), 2);
  const length = 32 * 32 * 3;

  test('are clean, own and common to learn from; clean, own and the next label’s to be tested on', async () => {
    const seen: number[] = [];
    const made = await makePictures(
      task,
      new AbortController().signal,
      ({ done, total }) => seen.push(done * 100 + total),
      sameThread(),
      2,
    );
    if (made.kind !== 'made') throw new Error(made.kind);
    expect(seen).toEqual(labels.concat('').map((_, done) => done * 100 + 12));
    expect(made.failed).toBe(0);
    const { train, test: tested } = made.pictures;
    expect(made.pictures.labels).toEqual(['a', 'b', 'c']);
    const expected = (photo: number, filter: number | null) => {
      const picked = filter === null ? null : filters[filter];
      const variants: (Treatment | null)[] = [
        picked ? { method: 'veil', filter: picked, veilSize: 32 } : null,
      ];
      return trainingSquares(photos[photo] as Pixels, { side: 32, protectedAt: 'small', variants }, engine);
    };
    const check = async (set: Pictures, list: Dealt['train'], filterOf: (label: number) => number | null) => {
      expect(set.labelOf).toEqual(list.map(({ label }) => label));
      expect(set.pixels.length).toBe(list.length * length);
      for (const [place, { photo, label }] of list.entries()) {
        const [square] = await expected(photo, filterOf(label));
        expect(set.pixels.subarray(place * length, (place + 1) * length)).toEqual(square);
      }
    };
    await check(train.clean, dealt.train, () => null);
    await check(train.protected, dealt.train, label => label);
    await check(train.common, dealt.train, () => 0);
    await check(tested.clean, dealt.test, () => null);
    await check(tested.own, dealt.test, label => label);
    await check(tested.other, dealt.test, label => (label + 1) % 3);
    expect([otherOf(0, 3), otherOf(2, 3)]).toEqual([1, 0]);
    const imprints = filters.map(filter => ({ filter, cast: null }));
    expect(commonImprint(imprints)).toBe(imprints[0]);
    expect(commonImprint([])).toBeNull();
  });

  test('leave out photos that cannot be read, and close the gap', async () => {
    // The first of label c to learn from: two others of it are left at least.
    const broken = dealt.train.findIndex(({ label }) => label === 2);
    const photo = dealt.train[broken]?.photo;
    const files = task.files.map((file, i) => (i === photo ? new Blob(['no photo']) : file));
    const [whole, made] = [await ask(task), await ask({ ...task, files })];
    if (made.kind !== 'made' || whole.kind !== 'made') throw new Error(made.kind);
    expect(made.failed).toBe(1);
    const without = (list: readonly number[], size: number) =>
      list.filter((_, i) => Math.floor(i / size) !== broken);
    for (const kind of ['clean', 'protected', 'common'] as const) {
      const [before, after] = [whole.pictures.train[kind], made.pictures.train[kind]];
      expect(after.labelOf).toEqual(without(before.labelOf, 1));
      expect([...after.pixels]).toEqual(without([...before.pixels], length));
    }
    expect(made.pictures.test).toEqual(whole.pictures.test);
  });

  test('are not to be had when a label has too few left', async () => {
    const photo = dealt.test.find(({ label }) => label === 1)?.photo;
    const files = task.files.map((file, i) => (i === photo ? new Blob([]) : file));
    expect(await ask({ ...task, files })).toEqual({ kind: 'too-few', labels: ['b'], failed: 1 });
  });

  test('can be given up, and say when a worker is lost', async () => {
    const abort = new AbortController();
    abort.abort();
    expect(await ask(task, abort.signal)).toEqual({ kind: 'cancelled' });
    const lost: OpenProvePort = onLost => {
      const port = sameThread()(onLost);
      queueMicrotask(() => onLost(new WorkerLost('crashed')));
      return { ...port, api: { ...port.api, start: () => new Promise(() => {}) } };
    };
    const signal = new AbortController().signal;
    expect(await makePictures(task, signal, () => {}, lost, 1)).toEqual(lostWorker);
    const broken = { ...engine, protect: () => Promise.reject(new Error('No more.')) };
    const outcome = await makePictures(task, signal, () => {}, sameThread(broken), 1);
    expect(outcome).toMatchObject({ kind: 'unexpected', detail: 'Error: No more.' });
  });
});
