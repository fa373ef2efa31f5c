import type { GraphModel } from '@tensorflow/tfjs-converter';
import {
  type io,
  type NamedTensorMap,
  reshape,
  setBackend,
  type Tensor,
  tensor,
  tidy,
} from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { BackendName } from '../../tfjs/backendName.ts';
import { openBackend, type WasmFiles } from '../../tfjs/openBackend.ts';
// Registers the layer that the lab's own models have, should one be asked.
import '../../tfjs/batchNorm.ts';
import type { FoundModel } from './modelFiles.ts';
import type { OpenModel } from './openModel.ts';

type FoundTfjs = Extract<FoundModel, { kind: 'tfjs' }>;

/**
 * Opens a tfjs model of layers or of a graph. Should the backend lack an operation of the graph, the plain one, which
 * knows most, takes over. Throws as tfjs does.
 */
export async function openTfjs(found: FoundTfjs, files: WasmFiles, backend: BackendName): Promise<OpenModel> {
  if (!(await openBackend(backend, files)) && !(await openBackend('cpu', files))) {
    throw new Error('No backend works here.');
  }
  const handler = await handlerOf(found);
  const model = found.format === 'graph' ? await graphModel(handler) : await layersModel(handler);
  const shape = (model.inputs[0]?.shape ?? []).map(size => (size === null || size < 0 ? null : size));
  const scores = async (values: Float32Array<ArrayBuffer>, given: readonly number[]) => {
    try {
      return await scoresOf(model, values, given);
    } catch (error) {
      if (!isUnknownKernel(error) || !(await openBackend('cpu', files))) throw error;
      await setBackend('cpu');
      return scoresOf(model, values, given);
    }
  };
  return { kind: 'tfjs', shape, scores, dispose: async () => void model.dispose() };
}

/** What tfjs loads a model from: here the files at hand. */
async function handlerOf({ json, weights }: FoundTfjs): Promise<io.IOHandler> {
  const weightData = await new Blob([...weights]).arrayBuffer();
  const { weightsManifest, ...rest } = json;
  const weightSpecs = weightsManifest.flatMap(group => group.weights) as io.WeightsManifestEntry[];
  const artifacts = { ...rest, weightSpecs, weightData } as io.ModelArtifacts;
  return { load: async () => artifacts };
}

async function graphModel(handler: io.IOHandler): Promise<GraphModel> {
  const { loadGraphModel } = await import('@tensorflow/tfjs-converter');
  return loadGraphModel(handler);
}

async function layersModel(handler: io.IOHandler): Promise<LayersModel> {
  const { loadLayersModel } = await import('@tensorflow/tfjs-layers');
  return loadLayersModel(handler);
}

async function scoresOf(
  model: LayersModel | GraphModel,
  values: Float32Array<ArrayBuffer>,
  shape: readonly number[],
): Promise<readonly Float32Array[]> {
  const said = tidy(() => {
    const out = model.predict(tensor(values, [...shape]));
    const first = firstOf(out);
    return reshape(first, [shape[0] ?? 1, -1]);
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
