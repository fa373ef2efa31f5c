import { describe, expect, it } from 'vitest';
import type { Engine, HeldPhoto, Treatment } from '../../../../src/engine/engine.ts';
import { breakEvenOf } from '../../../../src/engine/engineTrial.ts';
import { createRoutedEngine } from '../../../../src/engine/routedEngine.ts';
import { cellTable, positionTable, smallSize } from '../../../../src/engine/webgl/axis.ts';
import { isSoftwareRenderer, rendererName } from '../../../../src/engine/webgl/renderer.ts';
import { castFrom, noise, randomFrom, veilFilter } from '../../../fixtures/pixels.ts';

describe('the renderer', () => {
  it.each([
    ['ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)', true],
    ['Google SwiftShader', true],
    ['llvmpipe (LLVM 15.0.7, 256 bits)', true],
    ['ANGLE (Mesa, llvmpipe (LLVM 15.0.7, 256 bits), OpenGL 4.5)', true],
    ['softpipe', true],
    ['ANGLE (Microsoft, Microsoft Basic Render Driver (0x0000008C) Direct3D11 vs_5_0 ps_5_0, D3D11)', true],
    ['Apple Software Renderer', true],
    ['ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 (0x00002504) Direct3D11 vs_5_0 ps_5_0, D3D11)', false],
    ['ANGLE (Apple, ANGLE Metal Renderer: Apple M1, Unspecified Version)', false],
    ['Apple GPU', false],
    ['Mali-G78', false],
    ['', false],
  ])('%s is software: %s', (told, software) => {
    expect(isSoftwareRenderer(told)).toBe(software);
  });

  it.each([
    [
      'ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 (0x00002504) Direct3D11 vs_5_0 ps_5_0, D3D11)',
      'NVIDIA GeForce RTX 3060',
    ],
    ['ANGLE (Apple, ANGLE Metal Renderer: Apple M1, Unspecified Version)', 'Apple M1'],
    [
      'ANGLE (Intel, Intel(R) UHD Graphics 620 Direct3D11 vs_5_0 ps_5_0, D3D11-27.20)',
      'Intel(R) UHD Graphics 620',
    ],
    [
      'ANGLE (Intel, Vulkan 1.3.0 (Intel(R) UHD Graphics (0x00009A60)), Intel open-source Mesa driver)',
      'Intel(R) UHD Graphics',
    ],
    [
      'ANGLE (Intel, Mesa Intel(R) UHD Graphics 620 (KBL GT2), OpenGL 4.6)',
      'Mesa Intel(R) UHD Graphics 620 (KBL GT2)',
    ],
    ['Mali-G78', 'Mali-G78'],
    ['', 'GPU'],
  ])('%s is called %s', (told, name) => {
    expect(rendererName(told)).toBe(name);
  });
});

describe('the small copy', () => {
  it('has the sides that are written down', () => {
    expect(smallSize(4001, 3001, 112)).toEqual({ columns: 149, rows: 112 });
    expect(smallSize(300, 2000, 160)).toEqual({ columns: 160, rows: 1067 });
    expect(smallSize(1, 5000, 1)).toEqual({ columns: 1, rows: 5000 });
    expect(smallSize(5000, 100, 1)).toEqual({ columns: 50, rows: 1 });
  });

  it.each([
    [37, 11, 5],
    [100_000, 7, 999],
    [23, 23, 4],
    [5, 1, 2],
    [16_384, 160, 16_384],
  ])('of %i pixels in %i cells, cut every %i pixels, counts each pixel once', (side, cells, step) => {
    const weights = new Float64Array(cells);
    const moments = new Float64Array(cells);
    for (let from = 0; from < side; from += step) {
      const table = cellTable(side, cells, from, Math.min(step, side - from));
      for (let index = 0; index < table.count; index++) {
        const [head = 0, tail = 0, headShare = 0, tailShare = 0] = table.values.subarray(index * 4);
        const add = (pixel: number, share: number) => {
          weights[table.first + index] = (weights[table.first + index] ?? 0) + share;
          moments[table.first + index] = (moments[table.first + index] ?? 0) + share * (from + pixel + 0.5);
        };
        add(head, headShare);
        add(tail, tailShare);
        for (let pixel = head + 1; pixel < tail; pixel++) add(pixel, 1);
      }
    }
    for (let cell = 0; cell < cells; cell++) {
      expect((weights[cell] ?? 0) / (side / cells)).toBeCloseTo(1, 4);
      // The middle of what was counted lies within a pixel of the cell's own.
      expect(Math.abs((moments[cell] ?? 0) / (side / cells) - ((cell + 0.5) * side) / cells)).toBeLessThan(1);
    }
  });

  it('lies under a tile as under the whole', () => {
    const whole = positionTable(1000, 37, 0, 1000);
    for (const from of [0, 13, 500, 999]) {
      const part = positionTable(1000, 37, from, Math.min(77, 1000 - from));
      for (let index = 0; index < part.values.length / 4; index++) {
        const [before = 0, after = 0, way] = part.values.subarray(index * 4);
        expect([before + part.first, after + part.first, way]).toEqual([
          ...whole.values.subarray((from + index) * 4, (from + index) * 4 + 3),
        ]);
        expect(after).toBeLessThan(part.count);
      }
    }
  });
});

describe('from how many pixels on the GPU is used', () => {
  it.each([
    ['always, where it is faster throughout', { small: 0.5, large: 2 }, { small: 2.5, large: 20 }, 0],
    ['never, where it is slower throughout', { small: 5, large: 50 }, { small: 1, large: 10 }, Infinity],
    ['from where the lines cross', { small: 3, large: 11 }, { small: 1, large: 101 }, 100 + 2 / (92 / 900)],
    ['beyond what was measured', { small: 40, large: 50 }, { small: 0, large: 30 }, 100 + 40 / (20 / 900)],
    ['never, where only the small ones gain', { small: 1, large: 50 }, { small: 2, large: 10 }, Infinity],
  ])('%s', (_, gpu, cpu, pixels) => {
    expect(breakEvenOf(gpu, cpu, 100, 1000)).toBeCloseTo(pixels, 6);
  });
});

describe('two engines as one', () => {
  const veil: Treatment = { method: 'veil', filter: veilFilter(0.3, randomFrom(1)), veilSize: 16 };
  const cuda: Treatment = { method: 'cuda', filter: veil.filter };
  const light: Treatment = {
    method: 'cast',
    cast: castFrom(randomFrom(2)),
    castLevel: 6,
    filter: veil.filter,
    veilSize: null,
  };

  it('give each photo to the faster, whole or held', async () => {
    const gpu = recorder('webgl');
    const cpu = recorder('cpu');
    const engine = createRoutedEngine(gpu.engine, cpu.engine, { cast: 400, veil: 400, cuda: Infinity });
    const large = noise(20, 20, randomFrom(1));
    const small = noise(20, 19, randomFrom(1));
    await engine.protect(large, veil);
    await engine.protect(small, veil);
    await engine.protect(large, cuda);
    expect([gpu.log, cpu.log]).toEqual([['protect'], ['protect', 'protect']]);
    await engine.protect(large, { ...light, veilSize: 16 });
    await engine.protect(large, light);
    expect([gpu.log.splice(1), cpu.log.splice(2)]).toEqual([['protect'], ['protect']]);

    const held = await engine.hold(large);
    const part = { x: 0, y: 0, width: 1, height: 1 };
    await held.measure(part, veil);
    await held.apply(part, veil, 0);
    await held.measure(part, cuda);
    held.release();
    await expect(held.measure(part, veil)).rejects.toThrow('released');
    expect(gpu.log.slice(1)).toEqual(['hold', 'measure', 'apply', 'release']);
    expect(cpu.log.slice(2)).toEqual(['hold', 'measure', 'release']);

    engine.dispose();
    expect([gpu.log.at(-1), cpu.log.at(-1)]).toEqual(['dispose', 'dispose']);
  });
});

/** An engine that does nothing but say what it was asked. */
function recorder(kind: Engine['kind']): { engine: Engine; log: string[] } {
  const log: string[] = [];
  const empty = { width: 0, height: 0, data: new Uint8ClampedArray(0) };
  const held: HeldPhoto = {
    width: 0,
    height: 0,
    measure: async () => log.push('measure'),
    apply: async () => {
      log.push('apply');
      return empty;
    },
    release: () => log.push('release'),
  };
  const engine: Engine = {
    kind,
    name: kind,
    hold: async () => {
      log.push('hold');
      return held;
    },
    protect: async () => {
      log.push('protect');
      return { pixels: empty, peak: null };
    },
    dispose: () => log.push('dispose'),
  };
  return { engine, log };
}
