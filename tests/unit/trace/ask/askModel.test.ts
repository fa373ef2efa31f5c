import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { scalings } from '../../../../src/models/modelInput.ts';
import { highest, Questioner } from '../../../../src/trace/ask/askModel.ts';
import { onnxModel } from '../../../fixtures/onnxModel.ts';
import { graphModel } from '../../../fixtures/tfjsModels.ts';
import { runtime } from '../../models/runtime.ts';
import { openWasm } from '../../tfjs/wasmBackend.ts';
import { savedFiles } from '../traceLab.ts';

const side = 8;
const area = side * side;

/** One picture of one colour after the other. */
function plains(colours: readonly (readonly [number, number, number])[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(colours.length * area * 3);
  for (const [at, colour] of colours.entries()) {
    for (let pixel = 0; pixel < area; pixel++) out.set(colour, (at * area + pixel) * 3);
  }
  return out;
}

const colours = [
  [250, 10, 10],
  [10, 250, 10],
  [10, 10, 250],
  [240, 40, 30],
] as const;
const input = { side, layout: 'nhwc', ...scalings.unit } as const;

/** Says the colour that there is most of. */
function colourModel(): layers.LayersModel {
  const picture = layers.input({ shape: [side, side, 3] });
  const means = layers.layers.globalAveragePooling2d({}).apply(picture) as layers.SymbolicTensor;
  return layers.model({ inputs: picture, outputs: means });
}

const questioner = new Questioner(runtime);
beforeAll(openWasm);
afterEach(() => questioner.close());

describe('a model of layers', () => {
  test('is opened from its files and says what it sees', async () => {
    const model = colourModel();
    const files = await savedFiles(model);
    model.dispose();
    expect(await questioner.open(files)).toEqual({
      kind: 'opened',
      model: 'tfjs',
      shape: [null, side, side, 3],
    });
    const before = tf.memory().numTensors;
    expect(await questioner.ask(plains(colours), input)).toEqual({
      kind: 'answered',
      said: [0, 1, 2, 0],
      classes: 3,
    });
    const bgr = { ...input, channels: 'bgr' } as const;
    expect(await questioner.ask(plains(colours), bgr)).toMatchObject({ said: [2, 1, 0, 2] });
    expect(tf.memory().numTensors).toBe(before);
  });

  test('says what is missing, and what is no model', async () => {
    const model = colourModel();
    const [json] = await savedFiles(model);
    model.dispose();
    expect(await questioner.open(json ? [json] : [])).toEqual({
      kind: 'refused',
      reason: 'missing-files',
      names: ['./weights.bin'],
    });
    const other = { name: 'a.json', blob: new Blob(['{"a":1}']) };
    const broken = { name: 'b.json', blob: new Blob(['{']) };
    const none = { kind: 'refused', reason: 'no-model' };
    const odd = {
      name: 'c.json',
      blob: new Blob(['{"modelTopology":{},"weightsManifest":[{"paths":[7],"weights":[]}]}']),
    };
    expect(await questioner.open([other, broken, odd])).toEqual(none);
    expect(await questioner.open([])).toEqual(none);
    expect(await questioner.ask(plains(colours), input)).toEqual({
      kind: 'failed',
      detail: 'No model is open.',
    });
  });

  test('fails in words at pictures that it does not take', async () => {
    const model = colourModel();
    const files = await savedFiles(model);
    model.dispose();
    await questioner.open(files);
    expect((await questioner.ask(new Uint8Array(4 * 4 * 3), { ...input, side: 4 })).kind).toBe('failed');
    expect((await questioner.ask(new Uint8Array(5), input)).kind).toBe('failed');
    const damaged = files.map(({ name, blob }) => ({
      name,
      blob: name.endsWith('.json') ? new Blob(['{"modelTopology":{"x":1},"weightsManifest":[]}']) : blob,
    }));
    expect(await questioner.open(damaged)).toMatchObject({ kind: 'refused', reason: 'not-loaded' });
  });
});

test('a model of a graph says what it sees', async () => {
  expect(await questioner.open(graphModel(side))).toEqual({
    kind: 'opened',
    model: 'tfjs',
    shape: [null, side, side, 3],
  });
  expect(await questioner.ask(plains(colours), input)).toMatchObject({ said: [0, 1, 2, 0], classes: 3 });
});

describe('an ONNX model', () => {
  const matrix = [
    [0, 1, 0, 0],
    [0, 0, 1, 0],
    [0, 0, 0, 1],
  ];

  test('says what it sees', async () => {
    const files = [{ name: 'model.onnx', blob: new Blob([onnxModel(side, matrix)]) }];
    expect(await questioner.open(files)).toEqual({
      kind: 'opened',
      model: 'onnx',
      shape: [null, 3, side, side],
    });
    const nchw = { ...input, layout: 'nchw' } as const;
    expect(await questioner.ask(plains(colours), nchw)).toEqual({
      kind: 'answered',
      said: [1, 2, 3, 1],
      classes: 4,
    });
    // The wrong way round it does not fit.
    expect((await questioner.ask(plains(colours), input)).kind).toBe('failed');
  });

  test('that is damaged is refused in words', async () => {
    const files = [{ name: 'model.onnx', blob: new Blob([onnxModel(side, matrix).slice(0, 90)]) }];
    expect(await questioner.open(files)).toMatchObject({ kind: 'refused', reason: 'not-loaded' });
  });
});

test('the highest score is the first of equals', () => {
  expect(highest(Float32Array.of(1, 3, 3))).toBe(1);
  expect(highest(Float32Array.of(Number.NaN, -1))).toBe(1);
});
