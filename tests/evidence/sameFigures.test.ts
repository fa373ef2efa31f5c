import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import seedrandom from 'seedrandom';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { defaultExperiment, type Pictures } from '../../src/prove/core/experiment.ts';
import { Lab } from '../../src/prove/lab/lab.ts';
import { accuracyOf } from '../../src/prove/lab/train/answers.ts';
import { keyveil, lay, ownFolder } from '../unit/cli/keyveil.ts';
import { wasmFiles } from '../unit/tfjs/wasmBackend.ts';
import { agreementOf, meanOf } from './agreement.ts';
import { evidenceFolder, findPython } from './torch.ts';

/** The lab's small network and the same one in PyTorch come to the same figures on the same pictures: a test of the lab. */

const python = findPython();
if (python === null) console.log('Skipped: there is no Python with PyTorch.');

const side = 16;
const labels = ['across', 'checks', 'down', 'slant'];
const seeds = 5;
const [epochs, batch] = [10, 16];
const [learnt, tested] = [32, 50];

/** Stripes that lie, stand or lean, or checks, faint under noise: hard enough that nobody is always right. */
function drawn(label: number, seed: string): Promise<Buffer> {
  const random = seedrandom(seed);
  const [period, phase, lean] = [4 + random(), 8 * random(), random() < 0.5 ? 1 : -1];
  const wave = (place: number) => Math.sin((2 * Math.PI * (place + phase)) / period);
  const bytes = new Uint8Array(side * side * 3);
  for (let at = 0; at < side * side; at++) {
    const [x, y] = [at % side, Math.floor(at / side)];
    const pattern =
      [wave(y), 1.4 * wave(x) * wave(y), wave(x), wave((x + lean * y) / Math.SQRT2)][label] ?? 0;
    for (let c = 0; c < 3; c++) bytes[at * 3 + c] = 128 + 15 * pattern + 90 * (random() + random() - 1);
  }
  return sharp(bytes, { raw: { width: side, height: side, channels: 3 } })
    .png()
    .toBuffer();
}

const folder = ownFolder();

async function layPictures(part: string, each: number): Promise<void> {
  for (const [label, name] of labels.entries()) {
    for (let i = 0; i < each; i++)
      lay(join(folder, part), {
        [`${name}/${String(i).padStart(3, '0')}.png`]: await drawn(label, `${part} ${name} ${i}`),
      });
  }
}

async function readPictures(part: string): Promise<Pictures> {
  const files = labels.flatMap((name, label) =>
    readdirSync(join(folder, part, name))
      .sort()
      .map(file => ({ label, path: join(folder, part, name, file) })),
  );
  const pixels = new Uint8Array(files.length * side * side * 3);
  for (const [at, { path }] of files.entries())
    pixels.set(await sharp(path).removeAlpha().raw().toBuffer(), at * side * side * 3);
  return { side, pixels, labelOf: files.map(({ label }) => label) };
}

/** One figure a seed. */
interface Figures {
  /** Of test pictures told right, 0 to 1. */
  readonly accuracy: readonly number[];
  /** Of the last epoch. */
  readonly loss: readonly number[];
  /** Of the whole training: the mean over its epochs. */
  readonly lossOverall: readonly number[];
  /** Weights that learn. */
  readonly weights: number;
}

/** Of the lab's count: mean and variance, which only move along, for each of the network's channels. */
const movingAverages = 2 * (2 * 32 + 4 * 64);

async function byLab(train: Pictures, test: Pictures): Promise<Figures> {
  const lab = new Lab(wasmFiles);
  await lab.start('wasm');
  lab.give({
    labels,
    train: { clean: train, protected: train, common: train },
    test: { clean: test, own: test, other: test },
  });
  const runs: Run[] = [];
  for (let seed = 1; seed <= seeds; seed++) {
    const experiment = {
      ...defaultExperiment,
      training: 'clean',
      epochs,
      batch,
      seed: String(seed),
    } as const;
    const outcome = await lab.run(experiment, () => {});
    if (outcome.kind !== 'trained') throw new Error(outcome.kind);
    const { clean, history, parameters } = outcome.result;
    const losses = history.map(({ loss }) => loss);
    runs.push({ accuracy: accuracyOf(clean), losses, weights: parameters - movingAverages });
  }
  return figuresOf(runs);
}

function byTorch(part: string): Figures {
  const out = join(folder, 'out', part);
  const { status, stderr } = spawnSync(
    python ?? '',
    [
      ...['-m', 'evidence.train', '--archive', join(folder, part), '--test', join(folder, 'test')],
      ...['--arch', 'small-cnn', '--recipe', 'lab', '--side', String(side), '--epochs', String(epochs)],
      ...['--batch', String(batch), '--seeds', String(seeds), '--out', out],
    ],
    { cwd: evidenceFolder, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  const lines = readFileSync(join(out, 'results.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
  return figuresOf(
    Array.from({ length: seeds }, (_, at) => {
      const own = lines.filter(({ seed }) => seed === at + 1);
      const result = own.find(({ kind }) => kind === 'result');
      return {
        accuracy: result.right / result.tested,
        weights: result.parameters,
        losses: own.flatMap(({ kind, loss }) => (kind === 'epoch' ? [loss] : [])),
      };
    }),
  );
}

interface Run {
  readonly accuracy: number;
  readonly losses: readonly number[];
  readonly weights: number;
}

function figuresOf(runs: readonly Run[]): Figures {
  return {
    weights: meanOf(runs.map(({ weights }) => weights)),
    accuracy: runs.map(({ accuracy }) => accuracy),
    loss: runs.map(({ losses }) => losses.at(-1) ?? Number.NaN),
    lossOverall: runs.map(({ losses }) => meanOf(losses)),
  };
}

test('the joint interval, by hand', () => {
  // Both variances are 1; t of 4 degrees is 8.610: 8.610 · √(2/3).
  const { difference, reach } = agreementOf([1, 2, 3], [2, 3, 4]);
  expect(difference).toBeCloseTo(1, 12);
  expect(reach).toBeCloseTo(7.03, 3);
});

describe.skipIf(python === null)('the lab and PyTorch, on the same pictures', () => {
  beforeAll(async () => {
    await layPictures('clean', learnt);
    await layPictures('test', tested);
    const said = await keyveil(
      ['protect', 'clean', 'protected', '--preset=strong', '--dataset=same'],
      folder,
    );
    expect(said.code, said.err).toBe(0);
  }, 240_000);

  test.each(['clean', 'protected'])(
    '%s: means of five seeds lie within their joint interval',
    async part => {
      const [lab, torch] = [await byLab(await readPictures(part), await readPictures('test')), byTorch(part)];
      expect(torch.weights).toBe(lab.weights);
      for (const figure of ['accuracy', 'loss', 'lossOverall'] as const) {
        const { difference, reach } = agreementOf(lab[figure], torch[figure]);
        const text = (list: readonly number[]) => list.map(value => value.toFixed(3)).join(' ');
        const both = `${part}, ${figure}: lab ${text(lab[figure])}; PyTorch ${text(torch[figure])}`;
        console.log(both, `difference ${difference.toFixed(3)} of at most ${reach.toFixed(3)}`);
        expect(difference, both).toBeLessThanOrEqual(reach);
      }
    },
    900_000,
  );
});
