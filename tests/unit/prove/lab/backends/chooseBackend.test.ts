import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { availableBackends } from '../../../../../src/prove/lab/backends/available.ts';
import { chooseBackend, fastest } from '../../../../../src/prove/lab/backends/chooseBackend.ts';
import { wasmFiles } from '../../../tfjs/wasmBackend.ts';

describe('the choice of a backend', () => {
  beforeAll(async () => {
    await chooseBackend('wasm', wasmFiles);
  });

  test('where there is no GPU is WebAssembly, after a trial that leaves nothing behind', async () => {
    const before = tf.memory().numTensors;
    const { backend, trials, gpu } = await chooseBackend(null, wasmFiles);
    expect([backend, gpu]).toEqual(['wasm', false]);
    expect(trials).toHaveLength(1);
    expect(trials[0]?.milliseconds).toBeGreaterThan(1);
    expect(tf.getBackend()).toBe('wasm');
    expect(tf.memory().numTensors).toBe(before);
  });

  test('can be forced, even to the slow one', async () => {
    expect(await chooseBackend('cpu', wasmFiles)).toEqual({ backend: 'cpu', trials: [], gpu: false });
    expect(tf.getBackend()).toBe('cpu');
    await chooseBackend('wasm', wasmFiles);
  });

  test('that was forced and is not there falls back to a trial', async () => {
    const { backend, trials } = await chooseBackend('webgl', wasmFiles);
    expect(backend).toBe('wasm');
    expect(trials).toHaveLength(1);
  });

  test('falls on the fastest that can train, the earlier of equals', () => {
    const wasm = { backend: 'wasm', milliseconds: 400 } as const;
    expect(fastest([wasm, { backend: 'webgl', milliseconds: 20 }])).toBe('webgl');
    expect(fastest([wasm, { backend: 'webgl', milliseconds: null }])).toBe('wasm');
    expect(fastest([wasm, { backend: 'webgl', milliseconds: 400 }])).toBe('wasm');
    expect(fastest([{ backend: 'wasm', milliseconds: null }])).toBeNull();
    expect(fastest([])).toBeNull();
  });

  test('leaves out GPUs that are none', async () => {
    const given = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
    const withAdapter = (adapter: unknown) =>
      Object.defineProperty(globalThis, 'navigator', {
        configurable: true,
        value: { gpu: { requestAdapter: async () => adapter } },
      });
    try {
      withAdapter({ info: { isFallbackAdapter: false } });
      expect(await availableBackends()).toEqual(['wasm', 'webgpu']);
      for (const none of [null, { isFallbackAdapter: true }, { info: { isFallbackAdapter: true } }]) {
        withAdapter(none);
        expect(await availableBackends()).toEqual(['wasm']);
      }
    } finally {
      if (given) Object.defineProperty(globalThis, 'navigator', given);
    }
  });
});
