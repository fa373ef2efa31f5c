import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import type { FoundModel } from './modelFiles.ts';
import type { OnnxFiles, OpenModel } from './openModel.ts';

type FoundOnnx = Extract<FoundModel, { kind: 'onnx' }>;

/**
 * Opens an ONNX model with onnxruntime's WebAssembly, on one thread: more would need a page that is cross-origin
 * isolated. It starts without `eval` under our policy. Throws as onnxruntime does.
 */
export async function openOnnx({ model, data }: FoundOnnx, files: OnnxFiles): Promise<OpenModel> {
  env.wasm.numThreads = 1;
  env.wasm.proxy = false;
  env.wasm.wasmPaths = { wasm: files.wasm, mjs: files.script };
  env.logLevel = 'error';
  const session = await InferenceSession.create(await bytesOf(model), {
    executionProviders: ['wasm'],
    externalData: await Promise.all(
      data.map(async ({ name, blob }) => ({ path: name, data: await bytesOf(blob) })),
    ),
  });
  const [input] = session.inputNames;
  const [output] = session.outputNames;
  if (input === undefined || output === undefined) throw new Error('It has no input or no output.');
  const [about] = session.inputMetadata;
  const given = about?.isTensor ? about.shape : [];
  return {
    kind: 'onnx',
    // Names stand for sizes that are left open.
    shape: given.map(size => (typeof size === 'number' && size > 0 ? size : null)),
    async scores(values, shape) {
      const tensor = new Tensor('float32', values, [...shape]);
      const said = (await session.run({ [input]: tensor }))[output];
      const scores = said?.data;
      if (!(scores instanceof Float32Array)) throw new Error('Its first output is no list of scores.');
      const count = shape[0] ?? 1;
      const classes = scores.length / count;
      return Array.from({ length: count }, (_, at) => scores.slice(at * classes, (at + 1) * classes));
    },
    dispose: () => session.release(),
  };
}

async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await blob.arrayBuffer());
}
