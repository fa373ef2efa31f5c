import seedrandom from 'seedrandom';
import { beforeAll, describe, expect, test } from 'vitest';
import { castPresets, type MethodSettings } from '../../src/core/settings.ts';
import { shuffled } from '../../src/core/shuffled.ts';
import { Questioner } from '../../src/trace/ask/askModel.ts';
import type { ProbePlan } from '../../src/trace/core/probes.ts';
import { type Verdict, verdictOf } from '../../src/trace/core/verdict.ts';
import { openWasm, wasmFiles } from '../unit/tfjs/wasmBackend.ts';
import { answers, claimFrom, planned, trained, trainingSet } from '../unit/trace/traceLab.ts';
import { cifarFolder, cifarIsThere, readCifar } from './cifar.ts';

/**
 * Whether models that learnt from protected photos are told from those that did not, on photos of CIFAR-10: 75 a label to
 * learn from, 25 to ask with, 200 probes a label, under each method. Takes a quarter of an hour where nothing else runs.
 */

if (!cifarIsThere) console.log(`Skipped for want of photos: there is no ${cifarFolder}`);

const epochs = 10;
const questioner = new Questioner({ tfjs: wasmFiles, onnx: { wasm: '', script: '' } });

function say(what: string, { labels, overall }: Verdict): void {
  const percent = ({ hits, shown }: { readonly hits: number; readonly shown: number }) =>
    `${((100 * hits) / shown).toFixed(1)} %`;
  const { own, decoys, plain, paired, rank, word } = overall;
  console.log(
    `${what}: own ${percent(own)}, decoys ${percent(decoys)}, plain ${percent(plain)}; paired p ${paired.toExponential(1)}, ` +
      `rank ${rank.rank} of ${rank.of}, p ${rank.p.toExponential(1)}; ${word}; labels: ` +
      labels.map(one => `${one.rank.rank} ${one.word}`).join(', '),
  );
}

/** Veils are as large as the pictures, which are asked about as they are. */
const ways: readonly (readonly [name: string, settings: MethodSettings])[] = [
  ['light', castPresets.light],
  ['standard', { ...castPresets.standard, veilSize: 32 }],
  ['veil', { method: 'veil', veilSize: 32, strength: 0.3 }],
];

describe.skipIf(!cifarIsThere).each(ways)('a model, %s', { timeout: 1_800_000 }, async (name, settings) => {
  const { labels, photos } = cifarIsThere ? await readCifar() : { labels: [], photos: [] };
  const train = photos.filter((_, at) => at % 100 < 75);
  const asked = photos.filter((_, at) => at % 100 >= 75);
  const claim = await claimFrom('own', labels, settings);

  const judged = async (plan: ProbePlan) => answers(claim, plan, asked, questioner);

  beforeAll(openWasm);

  test('that learnt from protected photos gives itself away, to their key alone', async () => {
    const files = await trained(await trainingSet(train, claim), labels.length, epochs, 'seed');
    expect((await questioner.open(files)).kind).toBe('opened');
    const plan = planned(claim, asked, {}, 'probes');
    const said = await judged(plan);
    const verdict = verdictOf(plan.sheet, said);
    say(`${name}, protected`, verdict);
    expect(verdict.labels.every(({ photos: used }) => used === 200)).toBe(true);
    expect(verdict.overall.paired).toBeLessThanOrEqual(0.001);
    expect(verdict.overall.rank.rank).toBe(1);
    expect(verdict.overall.p).toBeLessThanOrEqual(0.001);
    expect(verdict.overall.word).toBe('very-strong');
    // Each label's own paired test as well.
    expect(verdict.labels.filter(({ pairedHolm }) => pairedHolm <= 0.001).length).toBeGreaterThanOrEqual(8);

    const other = planned(await claimFrom('other', labels, settings), asked, {}, 'probes 2');
    const nothing = verdictOf(other.sheet, await judged(other));
    say(`${name}, another key`, nothing);
    expect(nothing.overall.word).toBe('none');
  });

  test('that learnt from clean photos is cleared', async () => {
    const files = await trained(await trainingSet(train, null), labels.length, epochs, 'seed');
    expect((await questioner.open(files)).kind).toBe('opened');
    const plan = planned(claim, asked, {}, 'probes');
    const said = await judged(plan);
    const verdict = verdictOf(plan.sheet, said);
    say(`${name}, clean`, verdict);
    expect(verdict.overall.p).toBeGreaterThan(0.001);

    // The same answers, with labels that the model's classes do not mean: 20 wrong accusations.
    const random = seedrandom('permutations');
    let found = 0;
    let pairedAlone = 0;
    for (let i = 0; i < 20; i++) {
      const meant = shuffled([...labels.keys()], random);
      const turned = new Map([...said].map(([name, label]) => [name, meant[label] ?? null]));
      const { overall } = verdictOf(plan.sheet, turned);
      if (overall.p <= 0.05) found++;
      if (overall.paired <= 0.05) pairedAlone++;
    }
    console.log(`20 permutations: p ≤ 0.05 for ${found}; by the paired test alone for ${pairedAlone}`);
    expect(found).toBeLessThanOrEqual(3);
  });
});
