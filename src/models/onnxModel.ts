import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import type { LayerShape } from './featureLayer.ts';
import type { FoundModel } from './modelFiles.ts';
import { nodeOutputs, withOutputs } from './onnxGraph.ts';
import type { OnnxFiles, OpenModel } from './openModel.ts';

type FoundOnnx = Extract<FoundModel, { kind: 'onnx' }>;

/**
 * Opens an ONNX model with onnxruntime's WebAssembly, on one thread: more would need a page that is cross-origin
 * isolated. It starts without `eval` under our policy. Throws as onnxruntime does.
 */
export async function openOnnx(found: FoundOnnx, files: OnnxFiles): Promise<OpenModel> {
  env.wasm.numThreads = 1;
  env.wasm.proxy = false;
  env.wasm.wasmPaths = { wasm: files.wasm, mjs: files.script };
  env.logLevel = 'error';
  const sessions = new Sessions(found);
  const session = await sessions.giving([]);
  const [output] = session.outputNames;
  if (session.inputNames[0] === undefined || output === undefined)
    throw new Error('It has no input or no output.');
  const [about] = session.inputMetadata;
  const given = about?.isTensor ? about.shape : [];
  return {
    kind: 'onnx',
    // Names stand for sizes that are left open.
    shape: given.map(size => (typeof size === 'number' && size > 0 ? size : null)),
    async scores(values, shape) {
      const said = (await run(await sessions.giving([]), values, shape))[output];
      const scores = said?.data;
      if (!(scores instanceof Float32Array)) throw new Error('Its first output is no list of scores.');
      const count = shape[0] ?? 1;
      const classes = scores.length / count;
      return Array.from({ length: count }, (_, at) => scores.slice(at * classes, (at + 1) * classes));
    },
    async layers(values, shape) {
      const names = nodeOutputs(await bytesOf(found.model));
      const said = await run(await sessions.giving(names), values, shape);
      return names.flatMap((name): readonly LayerShape[] => {
        const one = said[name];
        const [count, ...rest] = one?.dims ?? [];
        return one?.type === 'float32' && count === shape[0] ? [{ name, shape: rest }] : [];
      });
    },
    async layer(name, values, shape) {
      const one = (await run(await sessions.giving([name]), values, shape, [name]))[name];
      if (!(one?.data instanceof Float32Array)) throw new Error(`There is no layer ${name}.`);
      return { shape: one.dims.slice(1), values: one.data };
    },
    dispose: () => sessions.release(),
  };
}

function run(
  session: InferenceSession,
  values: Float32Array<ArrayBuffer>,
  shape: readonly number[],
  wanted: readonly string[] = session.outputNames,
) {
  const [input = ''] = session.inputNames;
  return session.run({ [input]: new Tensor('float32', values, [...shape]) }, wanted);
}

/** One session at a time: a network with what it is asked to give besides its own outputs. */
class Sessions {
  readonly #found: FoundOnnx;
  #open: { readonly names: string; readonly session: Promise<InferenceSession> } | null = null;

  constructor(found: FoundOnnx) {
    this.#found = found;
  }

  /** Asked twice at once for the same, it makes one. */
  giving(names: readonly string[]): Promise<InferenceSession> {
    const wanted = names.join('\n');
    if (this.#open?.names === wanted) return this.#open.session;
    const session = this.release().then(() => sessionGiving(this.#found, names));
    this.#open = { names: wanted, session };
    return session;
  }

  async release(): Promise<void> {
    const open = this.#open;
    this.#open = null;
    const session = await open?.session.catch(() => null);
    await session?.release();
  }
}

async function sessionGiving(
  { model, data }: FoundOnnx,
  names: readonly string[],
): Promise<InferenceSession> {
  return InferenceSession.create(withOutputs(await bytesOf(model), names), {
    executionProviders: ['wasm'],
    externalData: await Promise.all(
      data.map(async ({ name, blob }) => ({ path: name, data: await bytesOf(blob) })),
    ),
  });
}

async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await blob.arrayBuffer());
}
