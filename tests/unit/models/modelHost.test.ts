import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { pooledLayer } from '../../../src/models/featureLayer.ts';
import { ModelHost } from '../../../src/models/modelHost.ts';
import { type ModelInput, scalings } from '../../../src/models/modelInput.ts';
import { onnxModel } from '../../fixtures/onnxModel.ts';
import { graphModel } from '../../fixtures/tfjsModels.ts';
import { openWasm } from '../tfjs/wasmBackend.ts';
import { savedFiles } from '../trace/traceLab.ts';
import { runtime } from './runtime.ts';

const side = 8;
const input: ModelInput = { side, layout: 'nhwc', ...scalings.unit };

/** Two pictures of one colour each; 51 levels are 0.2. */
const pictures = Uint8Array.from(
  [
    [51, 102, 153],
    [255, 0, 51],
  ].flatMap(colour => Array.from({ length: side * side }, () => colour).flat()),
);
const means = [
  [0.2, 0.4, 0.6],
  [1, 0, 0.2],
];

const host = new ModelHost(runtime);
beforeAll(openWasm);
afterEach(() => host.close());

async function chosen(given: ModelInput) {
  const found = await host.layers(given);
  if (found.kind !== 'layers') throw new Error(found.detail);
  return { layers: found.layers, layer: pooledLayer(found.layers, given.layout) };
}

async function featuresAt(name: string, given: ModelInput) {
  const found = await host.features(pictures, given, name);
  if (found.kind !== 'rows') throw new Error(found.detail);
  return found.rows.map(row => [...row].map(value => Math.round(1e5 * value) / 1e5));
}

describe('a model of layers', () => {
  test('gives the features of its last pooled layer, and leaves no tensor behind', async () => {
    const network = tfl.sequential({
      layers: [
        tfl.layers.conv2d({ inputShape: [side, side, 3], filters: 4, kernelSize: 3, name: 'map' }),
        tfl.layers.globalAveragePooling2d({ name: 'mean' }),
        tfl.layers.dense({ units: 2, name: 'says' }),
      ],
    });
    const expected = tf.tidy(() => {
      const given = tf.tensor4d(
        Float32Array.from(pictures, value => value / 255),
        [2, side, side, 3],
      );
      const map = (network.layers[0] as tfl.layers.Layer).apply(given) as tf.Tensor;
      return tf.mean(map, [1, 2]).arraySync();
    });
    const files = await savedFiles(network);
    network.dispose();
    await host.open(files);
    const before = tf.memory().numTensors;
    const { layers, layer } = await chosen(input);
    expect(layers).toEqual([
      { name: 'map', shape: [6, 6, 4] },
      { name: 'mean', shape: [4] },
      { name: 'says', shape: [2] },
    ]);
    expect(layer?.name).toBe('mean');
    for (const name of ['mean', 'map']) {
      const rows = await featuresAt(name, input);
      for (const [at, row] of rows.entries())
        expect(row).toEqual((expected as number[][])[at]?.map(value => expect.closeTo(value, 4)));
    }
    expect(tf.memory().numTensors).toBe(before);
    expect((await host.features(pictures, input, 'none')).kind).toBe('failed');
  });

  test('with a model inside gives what that one gives', async () => {
    const inner = tfl.sequential({
      layers: [
        tfl.layers.conv2d({ inputShape: [side, side, 3], filters: 5, kernelSize: 1, name: 'map' }),
        tfl.layers.globalAveragePooling2d({ name: 'mean' }),
      ],
    });
    const head = tfl.sequential({ layers: [tfl.layers.dense({ inputShape: [5], units: 2, name: 'says' })] });
    const network = tfl.sequential({ layers: [inner, head] });
    const expected = tf.tidy(() => {
      const given = tf.tensor4d(
        Float32Array.from(pictures, value => value / 255),
        [2, side, side, 3],
      );
      return (inner.predict(given) as tf.Tensor).arraySync() as number[][];
    });
    const files = await savedFiles(network);
    const name = inner.name;
    network.dispose();
    await host.open(files);
    const { layer } = await chosen(input);
    expect(layer).toEqual({ name, shape: [5] });
    for (const [at, row] of (await featuresAt(name, input)).entries())
      expect(row).toEqual(expected[at]?.map(value => expect.closeTo(value, 4)));
  });
});

test('a graph gives the features of its last pooled node', async () => {
  await host.open(graphModel(side));
  const before = tf.memory().numTensors;
  const { layers, layer } = await chosen(input);
  expect(layers).toEqual([{ name: 'means', shape: [3] }]);
  expect(await featuresAt(layer?.name ?? '', input)).toEqual(means);
  expect(tf.memory().numTensors).toBe(before);
});

describe('an ONNX model', () => {
  const matrix = [
    [1, 0],
    [0, 1],
    [0, 0],
  ];
  const nchw: ModelInput = { ...input, layout: 'nchw' };

  test('gives what its nodes give, though its file has only scores among its outputs', async () => {
    await host.open([{ name: 'model.onnx', blob: new Blob([onnxModel(side, matrix)]) }]);
    const { layers, layer } = await chosen(nchw);
    expect(layers).toEqual([
      { name: 'pooled', shape: [3, 1, 1] },
      { name: 'means', shape: [3] },
      { name: 'scores', shape: [2] },
    ]);
    expect(layer?.name).toBe('pooled');
    expect(await featuresAt('pooled', nchw)).toEqual(means);
    expect(await featuresAt('scores', nchw)).toEqual(means.map(row => row.slice(0, 2)));
    // And it goes on saying what it says.
    const scores = await host.scores(pictures, nchw);
    expect(scores.kind === 'rows' && scores.rows.map(row => row.length)).toEqual([2, 2]);
    expect((await host.features(pictures, nchw, 'none')).kind).toBe('failed');
  });

  test('that is damaged says so', async () => {
    await host.open([{ name: 'model.onnx', blob: new Blob([onnxModel(side, matrix)]) }]);
    expect((await host.layers(input)).kind).toBe('failed');
  });
});
