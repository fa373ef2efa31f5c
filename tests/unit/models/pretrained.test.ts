import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pooledLayer } from '../../../src/models/featureLayer.ts';
import { ModelHost } from '../../../src/models/modelHost.ts';
import { type ModelInput, scalings } from '../../../src/models/modelInput.ts';
import { lastLayerAnswers } from '../../../src/prove/core/backbone/backbone.ts';
import { sharedFolder } from '../../fixtures/places.ts';
import { writeMobileNet } from '../../fixtures/pretrained.mjs';
import { openWasm } from '../tfjs/wasmBackend.ts';
import { runtime } from './runtime.ts';

/** MobileNetV2 as `nsfwjs` ships it: a network of others, whose last pooled layer is known. */

const folder = mkdtempSync(join(tmpdir(), 'keyveil-mobilenet-'));
const host = new ModelHost(runtime);
const input: ModelInput = { side: 224, layout: 'nhwc', ...scalings.unit };
const cifar = join(sharedFolder, 'data', 'cifar10');
const there = readable(cifar);

beforeAll(async () => {
  await openWasm();
  writeMobileNet(folder);
  const files = readdirSync(folder).map(name => ({
    name,
    blob: new Blob([readFileSync(join(folder, name))]),
  }));
  expect(await host.open(files)).toMatchObject({ kind: 'opened', model: 'tfjs', shape: [null, 224, 224, 3] });
});
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});

test('its last pooled layer is found by shapes alone', async () => {
  const found = await host.layers(input);
  if (found.kind !== 'layers') throw new Error(found.detail);
  expect(pooledLayer(found.layers, 'nhwc')).toEqual({ name: 'average_pooling2d_1', shape: [1, 1, 1280] });
  expect(found.layers.at(-1)?.shape).toEqual([5]);
});

describe.skipIf(!there)('what it knows, where there are CIFAR pictures (../shared)', () => {
  test('tells ships from frogs by a new last layer', async () => {
    const features = async (label: string, from: number, count: number) => {
      const names = readdirSync(join(cifar, label))
        .sort()
        .slice(from, from + count);
      const pixels = await Promise.all(
        names.map(name =>
          sharp(join(cifar, label, name))
            .resize(224, 224)
            .removeAlpha()
            .raw()
            .toBuffer(),
        ),
      );
      const found = await host.features(new Uint8Array(Buffer.concat(pixels)), input, 'average_pooling2d_1');
      if (found.kind !== 'rows') throw new Error(found.detail);
      return found.rows;
    };
    const rows = async (from: number, count: number) => {
      const all = [...(await features('ship', from, count)), ...(await features('frog', from, count))];
      const values = Float32Array.from(all.flatMap(row => [...row]));
      const labelOf = all.map((_, at) => (at < count ? 0 : 1));
      return { rows: { count: all.length, length: 1280, values }, labelOf };
    };
    const { answers } = lastLayerAnswers({
      learn: await rows(0, 15),
      test: await rows(40, 10),
      labels: 2,
      seed: 's',
    });
    const right = (answers.confusion[0]?.[0] ?? 0) + (answers.confusion[1]?.[1] ?? 0);
    expect(right).toBeGreaterThanOrEqual(17);
  });
});

function readable(path: string): boolean {
  try {
    return readdirSync(path).length > 0;
  } catch {
    return false;
  }
}
