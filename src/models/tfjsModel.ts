import type { GraphModel } from '@tensorflow/tfjs-converter';
import {
  dispose,
  type io,
  type NamedTensorMap,
  reshape,
  setBackend,
  type Tensor,
  tensor,
  tidy,
} from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { BackendName } from '../tfjs/backendName.ts';
import { openBackend, type WasmFiles } from '../tfjs/openBackend.ts';
// Registers the layer that the lab's own models have, should one be asked.
import '../tfjs/batchNorm.ts';
import type { FoundModel } from './modelFiles.ts';
import type { OpenModel } from './openModel.ts';
import { graphInside } from './tfjsGraph.ts';
import type { TfjsInside } from './tfjsInside.ts';
import { layersInside } from './tfjsLayers.ts';

type FoundTfjs = Extract<FoundModel, { kind: 'tfjs' }>;

/**
 * Opens a tfjs model of layers or of a graph. Should the backend lack an operation of the graph, the plain one, which
 * knows most, takes over. Throws as tfjs does.
 */
export async function openTfjs(found: FoundTfjs, files: WasmFiles, backend: BackendName): Promise<OpenModel> {
  if (!(await openBackend(backend, files)) && !(await openBackend('cpu', files))) {
    throw new Error('No backend works here.');
  }
  const { model, inside } = await opened(found);
  const shape = (model.inputs[0]?.shape ?? []).map(size => (size === null || size < 0 ? null : size));
  const tried = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await work();
    } catch (error) {
      if (!isUnknownKernel(error) || !(await openBackend('cpu', files))) throw error;
      await setBackend('cpu');
      return work();
    }
  };
  return {
    kind: 'tfjs',
    shape,
    scores: (values, given) => tried(() => scoresOf(model, values, given)),
    layers: (values, given) =>
      tried(() =>
        shown(values, given, async picture => {
          const tensors = await inside.run(picture, inside.names);
          const real = inside.names.flatMap((name, at) => {
            const one = tensors[at];
            const [count, ...rest] = one?.shape ?? [];
            return one?.dtype === 'float32' && count === given[0] ? [{ name, shape: rest }] : [];
          });
          dispose(tensors.flatMap(one => one ?? []));
          return real;
        }),
      ),
    layer: (name, values, given) =>
      tried(() =>
        shown(values, given, async picture => {
          const [one] = await inside.run(picture, [name]);
          if (!one) throw new Error(`There is no layer ${name}.`);
          const said = { shape: one.shape.slice(1), values: (await one.data()) as Float32Array };
          one.dispose();
          return said;
        }),
      ),
    dispose: async () => void model.dispose(),
  };
}

async function opened(found: FoundTfjs): Promise<{
  readonly model: LayersModel | GraphModel;
  readonly inside: TfjsInside;
}> {
  const handler = await handlerOf(found);
  if (found.format === 'graph') {
    const { loadGraphModel } = await import('@tensorflow/tfjs-converter');
    const model = await loadGraphModel(handler);
    return { model, inside: graphInside(model, found.json.modelTopology) };
  }
  const { loadLayersModel } = await import('@tensorflow/tfjs-layers');
  const model = await loadLayersModel(handler);
  return { model, inside: layersInside(model) };
}

/** What tfjs loads a model from: here the files at hand. */
async function handlerOf({ json, weights }: FoundTfjs): Promise<io.IOHandler> {
  const weightData = await new Blob([...weights]).arrayBuffer();
  const { weightsManifest, ...rest } = json;
  const weightSpecs = weightsManifest.flatMap(group => group.weights) as io.WeightsManifestEntry[];
  const artifacts = { ...rest, weightSpecs, weightData } as io.ModelArtifacts;
  return { load: async () => artifacts };
}

/** Work with pictures as a tensor, which is freed after it. */
async function shown<Answer>(
  values: Float32Array<ArrayBuffer>,
  shape: readonly number[],
  work: (picture: Tensor) => Promise<Answer>,
): Promise<Answer> {
  const picture = tensor(values, [...shape]);
  try {
    return await work(picture);
  } finally {
    picture.dispose();
  }
}

async function scoresOf(
  model: LayersModel | GraphModel,
  values: Float32Array<ArrayBuffer>,
  shape: readonly number[],
): Promise<readonly Float32Array[]> {
  const said = tidy(() => {
    const out = model.predict(tensor(values, [...shape]));
    return reshape(firstOf(out), [shape[0] ?? 1, -1]);
  });
  const all = (await said.data()) as Float32Array;
  const classes = said.shape[1] ?? 0;
  said.dispose();
  return Array.from({ length: shape[0] ?? 0 }, (_, at) => all.slice(at * classes, (at + 1) * classes));
}

function firstOf(out: Tensor | Tensor[] | NamedTensorMap): Tensor {
  const first = 'dataId' in out ? (out as Tensor) : Object.values(out)[0];
  if (first === undefined) throw new Error('It gives nothing.');
  return first;
}

function isUnknownKernel(error: unknown): boolean {
  return error instanceof Error && /kernel .* not registered/i.test(error.message);
}
