import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PlanesCodec } from '../../../../../src/codec/jpeg/planes/jpegPlanes.ts';
import { type PlanarTreatment, protectPlanes } from '../../../../../src/codec/jpeg/planes/protectPlanes.ts';
import { createCpuEngine } from '../../../../../src/engine/cpu/cpuEngine.ts';
import { root } from '../../../../fixtures/places.ts';

const codec = new PlanesCodec(
  new WebAssembly.Module(readFileSync(join(root, 'src/codec/jpeg/planes/planes.wasm'))),
);
const fixture = (name: string) => new Uint8Array(readFileSync(join(root, 'tests/fixtures/jpeg', name)));

const taps = [0.3, 0.05, 0.2, 0.1, 1, 0.25, 0.02, 0.15, 0.28];
const sum = taps.reduce((total, tap) => total + tap, 0);
const filter = { size: 3, weights: taps.map(tap => tap / sum) };
const numbers = Array.from({ length: 21 }, (_, i) => Math.sin(i * 7.3));
const norm = Math.sqrt(numbers.reduce((total, n) => total + n * n, 0) / 3);
const cast = numbers.map(n => n / norm);

const treatments: Readonly<Record<string, PlanarTreatment>> = {
  'cast alone': { method: 'cast', cast, castLevel: 6, filter, veilSize: null },
  'cast and veil': { method: 'cast', cast, castLevel: 8, filter, veilSize: 32 },
  'veil alone': { method: 'veil', filter, veilSize: 32 },
};

type Planes = readonly { readonly width: number; readonly height: number; readonly data: Uint8Array }[];

/** Planes of full size as RGBA. */
function rgbaOf([y, cb, cr]: Planes): Uint8ClampedArray<ArrayBuffer> {
  const count = (y?.width ?? 0) * (y?.height ?? 0);
  const rgba = new Uint8ClampedArray(count * 4).fill(255);
  for (let i = 0; i < count; i++) {
    const [luma = 0, blue = 0, red = 0] = [y, cb, cr].map(plane => plane?.data[i] ?? 0);
    rgba[i * 4] = luma + 1.402 * (red - 128);
    rgba[i * 4 + 1] = luma - 0.344136 * (blue - 128) - 0.714136 * (red - 128);
    rgba[i * 4 + 2] = luma + 1.772 * (blue - 128);
  }
  return rgba;
}

test.each(Object.entries(treatments))('%s on planes is what it is on pixels', async (_, treatment) => {
  const file = fixture('photo-444.jpg');
  const all = async (protect: boolean) =>
    codec.with(file, 1, async planes => {
      if (protect) protectPlanes(planes, treatment);
      return [0, 1, 2].map(index => planes.pixels(index));
    });
  const before = (await all(false)) ?? [];
  const after = (await all(true)) ?? [];
  const [{ width = 0, height = 0 } = {}] = before;
  const wanted = await createCpuEngine().protect({ width, height, data: rgbaOf(before) }, treatment);

  const got = rgbaOf(after);
  const differences = Array.from(got, (level, i) => Math.abs(level - (wanted.pixels.data[i] ?? 0)));
  const mean =
    differences.reduce((total, difference) => total + difference, 0) / ((differences.length * 3) / 4);
  expect(mean).toBeLessThan(0.6);
  // Where the picture holds colours that RGB has to clamp, and these are brushes full of paint.
  expect(differences.filter(difference => difference > 3).length / differences.length).toBeLessThan(0.003);
});

test.each(['422', '420'])('chroma of fewer pixels, %s, is treated where it lies', async sampling => {
  // On an even picture every plane has to come out even, whatever its size: the mean of what is laid on it is what counts.
  const treatment = treatments['cast and veil'] as PlanarTreatment;
  const means = async (name: string) =>
    codec.with(fixture(name), 1, async planes => {
      const mean = (index: number) => {
        const { data } = planes.pixels(index);
        return data.reduce((total, level) => total + level, 0) / data.length;
      };
      const before = [0, 1, 2].map(mean);
      protectPlanes(planes, treatment);
      return [0, 1, 2].map((index, i) => mean(index) - (before[i] ?? 0));
    });
  const whole = (await means('photo-444.jpg')) ?? [];
  const fewer = (await means(`photo-${sampling}.jpg`)) ?? [];
  fewer.forEach((change, index) => {
    expect(Math.abs(change - (whole[index] ?? 0))).toBeLessThan(0.25);
  });
});

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Between cell centres; `at` in cells, from the edge of the first. */
function between(count: number, at: number): readonly [low: number, high: number, part: number] {
  const place = Math.min(count - 1, Math.max(0, at - 0.5));
  const low = Math.floor(place);
  return [low, Math.min(count - 1, low + 1), place - low];
}

// Cells wider than pixels, as wide, narrower than those of chroma, and so few that there is nothing between them.
const samplings = ['444', '422', '420'];
const grids = [
  [27, 20],
  [101, 75],
  [3, 2],
  [1, 1],
] as const;

test.each(samplings.flatMap(sampling => grids.map(([columns, rows]) => [sampling, columns, rows] as const)))(
  'a plane gets what the formula says, to 1 level, %s, %i × %i cells',
  async (sampling, columns, rows) => {
    const centre = 0.43;
    const cells = Float32Array.from(
      { length: columns * rows },
      (_, i) => (1 - centre) * (Math.sin(i * i) > 0 ? 255 : 0),
    );
    for (const index of [0, 1, 2]) {
      const look = await codec.with(fixture(`photo-${sampling}.jpg`), 1, async planes => {
        const { columns: width, rows: height, across, down } = planes.plane(index);
        const still = Float32Array.from({ length: height }, (_, y) => 40 * Math.sin(y / 9));
        const swing = Float32Array.from({ length: height }, (_, y) => 50 * Math.cos(y / 7));
        const cosines = Float32Array.from({ length: width }, (_, x) => Math.cos(x / 11));
        const before: Picture = planes.pixels(index);
        planes.protect(index, { centre, veil: { cells, columns, rows }, still, swing, cosines });
        return { before, after: planes.pixels(index), across, down, still, swing, cosines };
      });
      if (look === null) throw new Error('not read');
      const { before, after, across, down, still, swing, cosines } = look;
      const wanted = before.data.map((level, i) => {
        const [x, y] = [i % before.width, Math.floor(i / before.width)];
        const [left, right, partAcross] = between(columns, ((x + 0.5) * across * columns) / 101);
        const [top, bottom, partDown] = between(rows, ((y + 0.5) * down * rows) / 75);
        const row = (r: number) => {
          const [a = 0, b = 0] = [cells[r * columns + left], cells[r * columns + right]];
          return a + partAcross * (b - a);
        };
        const veil = row(top) + partDown * (row(bottom) - row(top));
        const field = (still[y] ?? 0) + (swing[y] ?? 0) * (cosines[x] ?? 0);
        return Math.min(255, Math.max(0, Math.floor(centre * level + veil + field + 0.5)));
      });
      const far = Array.from(after.data, (level, i) => Math.abs(level - (wanted[i] ?? Number.NaN)));
      expect(Math.max(...far)).toBeLessThanOrEqual(1);
      // Off by a level only where the sum lies next to a half.
      expect(far.filter(levels => levels > 0).length / far.length).toBeLessThan(0.05);
    }
  },
);

test.each([
  [13, 7],
  [37, 30],
  [101, 75],
  [5, 1],
  [1, 75],
])(
  'the small copy, %i × %i, is the mean of each cell, pixels at its ends by their share',
  async (columns, rows) => {
    const look = await codec.with(fixture('photo-420.jpg'), 1, async planes =>
      [0, 1, 2].map(index => ({
        cells: planes.shrink(index, columns, rows),
        plane: planes.plane(index),
        picture: planes.pixels(index),
      })),
    );
    for (const { cells, plane, picture } of look ?? []) {
      const [wide, high] = [101 / plane.across / columns, 75 / plane.down / rows];
      const share = (from: number, size: number, at: number) =>
        Math.max(0, Math.min(at + 1, from + size) - Math.max(at, from));
      cells.forEach((cell, i) => {
        const [left, top] = [(i % columns) * wide, Math.floor(i / columns) * high];
        let sum = 0;
        for (let y = 0; y < picture.height; y++) {
          const down = share(top, high, y);
          for (let x = 0; down > 0 && x < picture.width; x++) {
            sum += down * share(left, wide, x) * (picture.data[y * picture.width + x] ?? 0);
          }
        }
        expect(cell).toBeCloseTo(sum / (wide * high), 3);
      });
    }
  },
);
