import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { psnr } from '../../../../src/core/picture/quality.ts';
import { filterOperator, frameOf, placeIn, plainCorrelator } from '../../../../src/core/restoreFilter.ts';
import { leastSquares } from '../../../../src/core/restoreSolve.ts';
import { castPresets, cudaPresets, veilPresets } from '../../../../src/core/settings.ts';
import { createCorrelator } from '../../../../src/engine/cpu/correlator.ts';
import { createCpuEngine } from '../../../../src/engine/cpu/cpuEngine.ts';
import { restoreKernelBytesText } from '../../../../src/engine/cpu/wasm/build.mjs';
import type { Pixels, Treatment } from '../../../../src/engine/engine.ts';
import { mapPlane } from '../../../../src/trace/core/restoreAxis.ts';
import { restoreTile, restoreTiles } from '../../../../src/trace/core/restoreTiles.ts';
import { veilCells, veilOperator, veilShape } from '../../../../src/trace/core/restoreVeil.ts';
import {
  castFrom,
  copyOf,
  cudaFilter,
  difference,
  randomFrom,
  scenery,
  veilFilter,
} from '../../../fixtures/pixels.ts';
import { restored } from '../../../fixtures/restored.ts';

vi.setConfig({ testTimeout: 120_000 });

/** A way to draw treatments of one kind. */
type Named = readonly [name: string, of: (random: () => number) => Treatment];

const engine = createCpuEngine('plain');
const doubles = (length: number) => new Float64Array(length);

/** Scenery with hard edges: what a filter blurs most. */
function townscape(width: number, height: number, random: () => number): Pixels {
  const picture = scenery(width, height, random);
  for (let i = 0; i < 30; i++) {
    const [left, top] = [Math.floor(random() * width), Math.floor(random() * height)];
    const colour = [random() * 255, random() * 255, random() * 255];
    for (let y = top; y < Math.min(height, top + 20); y++) {
      for (let x = left; x < Math.min(width, left + 14); x++) picture.data.set(colour, (y * width + x) * 4);
    }
  }
  return picture;
}

const psnrOfPlanes = (a: Float64Array, b: Float64Array) => {
  const sum = a.reduce((total, value, i) => total + (value - (b[i] ?? Number.NaN)) ** 2, 0);
  return 10 * Math.log10((255 ** 2 * a.length) / sum);
};

describe('the operators', () => {
  it.each([
    [61, 47, 16],
    [20, 33, 64],
    [1, 9, 4],
  ])('do what the engine does to the veil: %i × %i, size %i', async (width, height, veilSize) => {
    const random = randomFrom(width);
    const photo = townscape(width, height, random);
    const filter = veilFilter(0.3, random);
    const { pixels } = await engine.protect(copyOf(photo), { method: 'veil', filter, veilSize });
    const red = Float64Array.from({ length: width * height }, (_, i) => photo.data[i * 4] ?? 0);
    const out = doubles(red.length);
    veilOperator(veilShape(width, height, { method: 'veil', filter, veilSize })).apply(red, out);
    out.forEach((value, i) => {
      expect(Math.abs(value - (pixels.data[i * 4] ?? 0))).toBeLessThan(1);
    });
  });

  it.each(['plain', 'fastest'] as const)('do what the engine does under the filter, %s', async make => {
    const random = randomFrom(4);
    const photo = townscape(53, 31, random);
    const filter = cudaFilter(9, 0.06, random);
    const { pixels, peak } = await engine.protect(copyOf(photo), { method: 'cuda', filter });
    const correlator = createCorrelator(make);
    const frame = frameOf(53, 31, 4);
    correlator.reserve(2, frame.length);
    const [x, out] = [correlator.plane(frame.length), correlator.plane(frame.length)];
    const each = (visit: (place: number, index: number) => void) => {
      for (let i = 0; i < 53 * 31; i++) visit(placeIn(frame, i % 53, Math.floor(i / 53)), i * 4);
    };
    each((place, index) => {
      x[place] = photo.data[index] ?? 0;
    });
    filterOperator(frame, { x: 0, y: 0, width: 53, height: 31 }, filter, correlator).apply(x, out);
    each((place, index) => {
      const level = (255 * (out[place] ?? 0)) / (peak ?? 0);
      expect(Math.abs(level - (pixels.data[index] ?? 0))).toBeLessThan(1);
    });
    expect(out.reduce((sum, value) => sum + value, 0)).toBeGreaterThan(0);
  });
});

describe('least squares', () => {
  it('solves small systems as elimination does', () => {
    // [[2, 1], [1, 3], [0, 1]] · x = [3, 5, 2]; normal equations [[5, 5], [5, 11]] · x = [11, 20].
    const rows = [
      [2, 1],
      [1, 3],
      [0, 1],
    ];
    const x = doubles(2);
    const operator = {
      domain: 2,
      range: 3,
      apply: (v: Float64Array, out: Float64Array) =>
        rows.forEach(([a = 0, b = 0], i) => {
          out[i] = a * (v[0] ?? 0) + b * (v[1] ?? 0);
        }),
      adjoint: (v: Float64Array, out: Float64Array) => {
        out[0] = rows.reduce((sum, [a = 0], i) => sum + a * (v[i] ?? 0), 0);
        out[1] = rows.reduce((sum, [, b = 0], i) => sum + b * (v[i] ?? 0), 0);
      },
    };
    const options = { damping: 0, tolerance: 1e-12, mostSteps: 10 };
    leastSquares(operator, Float64Array.of(3, 5, 2), x, options, doubles);
    expect(x[0]).toBeCloseTo(21 / 30, 10);
    expect(x[1]).toBeCloseTo(1.5, 10);
  });

  it('stays at its guess where the equations are silent', () => {
    const x = Float64Array.of(7, 7);
    const operator = {
      domain: 2,
      range: 1,
      apply: (v: Float64Array, out: Float64Array) => out.set([v[0] ?? 0]),
      adjoint: (v: Float64Array, out: Float64Array) => out.set([v[0] ?? 0, 0]),
    };
    leastSquares(operator, Float64Array.of(3), x, { damping: 0, tolerance: 1e-9, mostSteps: 9 }, doubles);
    expect([...x]).toEqual([3, 7]);
  });
});

describe('unrounded values come back exactly', () => {
  it.each(Object.entries(veilPresets))('veil, %s', (_, { strength, veilSize }) => {
    const [width, height] = [190, 140];
    const random = randomFrom(veilSize);
    const photo = townscape(width, height, random);
    const filter = veilFilter(strength, random);
    const shape = veilShape(width, height, { method: 'veil', filter, veilSize });
    const red = Float64Array.from({ length: width * height }, (_, i) => photo.data[i * 4] ?? 0);
    const protectedRed = doubles(red.length);
    veilOperator(shape).apply(red, protectedRed);
    const cells = doubles(shape.columns * shape.rows);
    mapPlane(shape.average.across, shape.average.down, protectedRed, cells);
    const veil = doubles(red.length);
    mapPlane(shape.enlarge.across, shape.enlarge.down, veilCells(shape, cells, 1e-9), veil);
    const centre = filter.weights[4] ?? 0;
    const found = protectedRed.map((value, i) => (value - (veil[i] ?? 0)) / centre);
    expect(psnrOfPlanes(red, found)).toBeGreaterThan(60);
  });

  it.each(Object.entries(cudaPresets))('cuda, %s', (_, { kernelSize, strength }) => {
    const [width, height] = [90, 70];
    const random = randomFrom(kernelSize);
    const photo = townscape(width, height, random);
    const filter = cudaFilter(kernelSize, strength, random);
    const frame = frameOf(width, height, (kernelSize - 1) / 2);
    const whole = { x: 0, y: 0, width, height };
    const operator = filterOperator(frame, whole, filter, plainCorrelator);
    const make = (length: number) => new Float32Array(length);
    const [given, filtered, found] = [make(frame.length), make(frame.length), make(frame.length)];
    for (let i = 0; i < width * height; i++) {
      given[placeIn(frame, i % width, Math.floor(i / width))] = photo.data[i * 4] ?? 0;
    }
    operator.apply(given, filtered);
    leastSquares(operator, filtered, found, { damping: 0, tolerance: 1e-6, mostSteps: 500 }, make);
    // At the edges the filter's sharp tap may have looked past the photo: there a guess is needed, and here is none.
    const edge = 12;
    let error = 0;
    for (let y = edge; y < height - edge; y++) {
      for (let x = edge; x < width - edge; x++) {
        const at = placeIn(frame, x, y);
        error += ((given[at] ?? 0) - (found[at] ?? 0)) ** 2;
      }
    }
    error /= (width - 2 * edge) * (height - 2 * edge);
    expect(10 * Math.log10(255 ** 2 / error)).toBeGreaterThan(45);
  });
});

describe('pictures', () => {
  const treatments: Named[] = [
    ...Object.entries(veilPresets).map(
      ([name, { strength, veilSize }]): Named => [
        `veil ${name}`,
        random => ({ method: 'veil', filter: veilFilter(strength, random), veilSize }),
      ],
    ),
    ...Object.entries(castPresets).map(
      ([name, { strength, veilSize, castLevel }]): Named => [
        `cast ${name}`,
        random => ({
          method: 'cast',
          cast: castFrom(random),
          castLevel,
          filter: veilFilter(strength, random),
          veilSize,
        }),
      ],
    ),
    ...Object.entries(cudaPresets).map(
      ([name, { kernelSize, strength }]): Named => [
        `cuda ${name}`,
        random => ({ method: 'cuda', filter: cudaFilter(kernelSize, strength, random) }),
      ],
    ),
  ];

  it.each(treatments)(
    'gain 10 dB and more with the right filter, and 8 dB more than with another: %s',
    async (_, of) => {
      const random = randomFrom(11);
      const photo = townscape(150, 120, random);
      const treatment = of(random);
      const { pixels, peak } = await engine.protect(copyOf(photo), treatment);
      const before = psnr(photo, pixels);
      const right = psnr(photo, restored(pixels, treatment, peak ?? 0));
      expect(right).toBeGreaterThan(before + 10);
      // Filters of one kind are alike where a picture is soft, so another one helps a little, too.
      for (let other = 0; other < 3; other++) {
        const wrong = restored(pixels, of(random), peak ?? 0);
        expect(psnr(photo, wrong)).toBeLessThan(right - 8);
      }
    },
  );

  it('come back the same in tiles and whole', async () => {
    const random = randomFrom(2);
    const photo = townscape(1100, 120, random);
    const filter = cudaFilter(9, 0.06, random);
    const { pixels, peak } = await engine.protect(copyOf(photo), { method: 'cuda', filter });
    expect(restoreTiles(1100, 120).length).toBe(3);
    const tiled = restored(pixels, { method: 'cuda', filter }, peak ?? 0);
    const task = { picture: pixels, filter, peak: peak ?? 0, variance: 1 / 12 };
    const data = restoreTile(task, { x: 0, y: 0, width: 1100, height: 120 }, createCorrelator());
    expect(psnr({ ...photo, data }, tiled)).toBeGreaterThan(48);
    expect(Math.abs(psnr(photo, tiled) - psnr(photo, { ...photo, data }))).toBeLessThan(0.3);
  });

  it('keep white what is white under a cast, though the waves were cut off there', async () => {
    const random = randomFrom(5);
    const paper = { width: 60, height: 40, data: new Uint8ClampedArray(60 * 40 * 4).fill(255) };
    const cast = castFrom(random);
    const treatment = {
      method: 'cast',
      cast,
      castLevel: 8,
      filter: veilFilter(0, random),
      veilSize: null,
    } as const;
    const { pixels } = await engine.protect(copyOf(paper), treatment);
    expect(difference(pixels.data, paper.data)).toBeGreaterThan(5);
    expect(difference(restored(pixels, treatment, 0).data, paper.data)).toBe(0);
  });

  it('keep their alpha, and an all-black one stays as it is', async () => {
    const random = randomFrom(8);
    const photo = scenery(40, 30, random);
    for (let i = 3; i < photo.data.length; i += 4) photo.data[i] = Math.floor(random() * 256);
    const black = { ...photo, data: photo.data.map((value, i) => (i % 4 === 3 ? value : 0)) };
    const treatments: Treatment[] = [
      { method: 'cuda', filter: cudaFilter(3, 0.3, random) },
      { method: 'veil', filter: veilFilter(0.3, random), veilSize: 16 },
      { method: 'cast', cast: castFrom(random), castLevel: 8, filter: veilFilter(0.3, random), veilSize: 16 },
      { method: 'cast', cast: castFrom(random), castLevel: 8, filter: veilFilter(0, random), veilSize: null },
    ];
    for (const treatment of treatments) {
      const { pixels, peak } = await engine.protect(copyOf(photo), treatment);
      const back = restored(pixels, treatment, peak ?? 0).data;
      expect(back.filter((_, i) => i % 4 === 3)).toEqual(photo.data.filter((_, i) => i % 4 === 3));
      const night = await engine.protect(copyOf(black), treatment);
      const backAgain = restored(night.pixels, treatment, night.peak ?? 0);
      // A cast lights black up, and what it was rounded to comes back through the centre tap's inverse.
      const most = treatment.method === 'cast' && treatment.veilSize !== null ? 2 : 0;
      expect(difference(backAgain.data, black.data)).toBeLessThanOrEqual(most);
    }
  });
});

describe('the compiled kernel', () => {
  it('is that of the source', async () => {
    const file = readFileSync(
      new URL('../../../../src/engine/cpu/restoreKernelBytes.ts', import.meta.url),
      'utf8',
    );
    expect(await restoreKernelBytesText()).toBe(file);
  });

  it('is done without where WebAssembly is missing', () => {
    vi.stubGlobal('WebAssembly', undefined);
    expect(createCorrelator()).toBe(plainCorrelator);
    vi.unstubAllGlobals();
  });
});
