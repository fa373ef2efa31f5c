import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LayersModel } from '@tensorflow/tfjs-layers';

/** Smaller tensors, as those of the normalisation, stay as they are. */
const leastQuantised = 1000;

/** Writes a model in tfjs' own format, large weights in bytes between their least and their greatest. */
export async function writeModel(
  model: LayersModel,
  folder: string,
  [json, bin]: readonly [string, string],
): Promise<void> {
  const specs: object[] = [];
  const parts: Uint8Array[] = [];
  for (const [at, tensor] of model.getWeights().entries()) {
    const values = (await tensor.data()) as Float32Array;
    const { name } = model.weights[at] ?? {};
    const spec = { name, shape: tensor.shape, dtype: 'float32' };
    if (values.length < leastQuantised) {
      specs.push(spec);
      parts.push(new Uint8Array(values.slice().buffer));
      continue;
    }
    const min = values.reduce((least, value) => Math.min(least, value));
    const scale = (values.reduce((most, value) => Math.max(most, value)) - min) / 255 || 1;
    specs.push({ ...spec, quantization: { dtype: 'uint8', original_dtype: 'float32', min, scale } });
    parts.push(Uint8Array.from(values, value => Math.round((value - min) / scale)));
  }
  const written = {
    format: 'layers-model',
    generatedBy: 'Keyveil',
    modelTopology: JSON.parse(String(model.toJSON())),
    weightsManifest: [{ paths: [bin], weights: specs }],
  };
  writeFileSync(join(folder, json), `${JSON.stringify(written)}\n`);
  writeFileSync(join(folder, bin), Buffer.concat(parts));
}
