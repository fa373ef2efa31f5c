import { io } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import seedrandom from 'seedrandom';
import { LabelFilters } from '../../../src/core/filter/labelFilters.ts';
import type { Imprint } from '../../../src/core/imprint.ts';
import { keyCheck, MasterKey } from '../../../src/core/key/key.ts';
import type { Picture } from '../../../src/core/picture/resize.ts';
import { commitment } from '../../../src/core/receipt.ts';
import type { MethodSettings } from '../../../src/core/settings.ts';
import { rgbOf } from '../../../src/core/trainingSquare.ts';
import { treatmentFor } from '../../../src/core/treatment.ts';
import { createCpuEngine } from '../../../src/engine/cpu/cpuEngine.ts';
import type { ModelFile } from '../../../src/models/modelFiles.ts';
import { scalings } from '../../../src/models/modelInput.ts';
import { defaultExperiment, type Pictures } from '../../../src/prove/core/experiment.ts';
import { models } from '../../../src/prove/lab/models/models.ts';
import { RunControl } from '../../../src/prove/lab/train/runControl.ts';
import { trainModel } from '../../../src/prove/lab/train/trainModel.ts';
import type { Questioner } from '../../../src/trace/ask/askModel.ts';
import type { Claim } from '../../../src/trace/core/claim.ts';
import type { ProbeFile } from '../../../src/trace/core/probeSheet.ts';
import {
  defaultProbes,
  type ProbePlan,
  type ProbeWishes,
  planProbes,
} from '../../../src/trace/core/probes.ts';
import { probeBytes, probePicturesOf } from '../../../src/trace/pipeline/probes.ts';

/** Models that are trained on protected photos and then asked whether they were: the whole of it, in Node. */

/** A photo and the place of its label. */
export interface Labelled {
  readonly picture: Picture;
  readonly label: number;
}

/** The claim of a key that nobody typed: its 32 bytes follow from `seed`. Veils should be as large as the photos. */
export async function claimFrom(
  seed: string,
  labels: readonly string[],
  settings: MethodSettings,
): Promise<Claim> {
  const random = seedrandom(seed);
  const master = await MasterKey.take(Uint8Array.from({ length: 32 }, () => Math.floor(256 * random())));
  const imprints = await new LabelFilters(master).imprints(labels, settings);
  const pairs = labels.map((label, i) => ({ label, ...(imprints[i] as Imprint) }));
  return {
    receipt: {
      dataset: seed,
      keyCheck: await keyCheck(master),
      commitment: await commitment(pairs),
      settings,
      labels,
      files: [],
    },
    filters: pairs,
  };
}

const engine = createCpuEngine();

/** What a trainer is given: photos as they are, or as a claim's key protects them. */
export async function trainingSet(photos: readonly Labelled[], claim: Claim | null): Promise<Pictures> {
  const side = photos[0]?.picture.width ?? 0;
  const pixels = new Uint8Array(photos.length * side * side * 3);
  for (const [at, { picture, label }] of photos.entries()) {
    const imprint = claim?.filters[label];
    const shown =
      claim && imprint
        ? (
            await engine.protect(
              { ...picture, data: picture.data.slice() },
              treatmentFor(claim.receipt.settings, imprint),
            )
          ).pixels
        : picture;
    pixels.set(rgbOf(shown), at * side * side * 3);
  }
  return { side, pixels, labelOf: photos.map(({ label }) => label) };
}

/** Trains the lab's small network with its own settings, and gives it as the files that tfjs saves. */
export async function trained(
  pictures: Pictures,
  labels: number,
  epochs: number,
  seed: string,
): Promise<readonly ModelFile[]> {
  const model = models['small-cnn'](pictures.side, labels, 1 + Math.floor(seedrandom(seed)() * 1e6));
  try {
    const { batch, learningRate } = defaultExperiment;
    const end = await trainModel(
      {
        model,
        learns: 'all',
        pictures,
        labels,
        hooks: { batch: given => given },
        epochs,
        batch,
        learningRate,
        random: seedrandom(`${seed}/training`),
      },
      new RunControl(),
      { step: () => {}, epoch: async () => {} },
    );
    if (end.kind !== 'done') throw new Error(end.kind);
    return await savedFiles(model);
  } finally {
    model.dispose();
  }
}

/** `model.json` and its weights, as tfjs writes them. */
export async function savedFiles(model: LayersModel): Promise<readonly ModelFile[]> {
  let files: readonly ModelFile[] = [];
  await model.save(
    io.withSaveHandler(async artifacts => {
      const { modelTopology, weightSpecs, weightData } = artifacts;
      const parts = weightData === undefined ? [] : Array.isArray(weightData) ? weightData : [weightData];
      const json = {
        format: 'layers-model',
        modelTopology,
        weightsManifest: [{ paths: ['./weights.bin'], weights: weightSpecs }],
      };
      files = [
        { name: 'model.json', blob: new Blob([JSON.stringify(json)]) },
        { name: 'weights.bin', blob: new Blob(parts) },
      ];
      return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
    }),
  );
  return files;
}

/** Probes of a claim, laid on photos of the size that the model was trained at. */
export function planned(
  claim: Claim,
  photos: readonly Labelled[],
  wishes: Partial<ProbeWishes>,
  seed: string,
): ProbePlan {
  const plan = planProbes(
    claim,
    photos.map(({ label }) => claim.receipt.labels[label] ?? null),
    {
      ...defaultProbes,
      labels: claim.receipt.labels,
      side: photos[0]?.picture.width ?? 0,
      type: 'image/png',
      filteredAt: 'small',
      ...wishes,
    },
    seed,
  );
  if (plan.kind !== 'planned') throw new Error(plan.kind);
  return plan;
}

/** Shows all probes of a claim to the model that is open; the class said for each, by name. */
export async function answers(
  { receipt }: Pick<Claim, 'receipt'>,
  plan: ProbePlan,
  photos: readonly Labelled[],
  questioner: Questioner,
): Promise<ReadonlyMap<string, number>> {
  const { side, shape } = plan.sheet;
  const said = new Map<string, number>();
  const input = { side, layout: 'nhwc', ...scalings.unit } as const;
  for (const { photo, probes } of plan.work) {
    const shown = photos[photo];
    if (shown === undefined) throw new Error('A photo is missing.');
    const variants = probes.map(({ imprint }) => imprint && treatmentFor(receipt.settings, imprint));
    const look = { side, shape, filteredAt: plan.filteredAt, shortSide: null, variants };
    const pictures = await probePicturesOf(shown.picture, look, engine);
    const pixels = new Uint8Array(pictures.length * side * side * 3);
    for (const [at, picture] of pictures.entries()) pixels.set(probeBytes(picture), at * side * side * 3);
    const outcome = await questioner.ask(pixels, input);
    if (outcome.kind !== 'answered') throw new Error(outcome.detail);
    for (const [at, { file }] of probes.entries()) said.set((file as ProbeFile).name, outcome.said[at] ?? -1);
  }
  return said;
}

/** Noise with stripes in a direction of its label's own, hard to tell: for tests without photos. */
export function striped(count: number, labels: number, side: number, seed: string): readonly Labelled[] {
  const random = seedrandom(seed);
  return Array.from({ length: count }, (_, i) => {
    const label = i % labels;
    const turn = (Math.PI * label) / labels;
    const phase = 2 * Math.PI * random();
    const data = new Uint8ClampedArray(side * side * 4).fill(255);
    for (let at = 0; at < side * side; at++) {
      const along = (at % side) * Math.cos(turn) + Math.floor(at / side) * Math.sin(turn);
      const stripe = 12 * Math.sin(along + phase);
      for (let c = 0; c < 3; c++) data[at * 4 + c] = 60 + 130 * random() + stripe;
    }
    return { picture: { width: side, height: side, data }, label };
  });
}
