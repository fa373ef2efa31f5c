import { join } from 'node:path';
import seedrandom from 'seedrandom';
import sharp from 'sharp';
import { LabelFilters } from '../../src/core/filter/labelFilters.ts';
import { deriveMasterKey } from '../../src/core/key/key.ts';
import { samplePhotos } from '../../src/core/samplePhotos.ts';
import { castPresets } from '../../src/core/settings.ts';
import { rgbOf, squareOf } from '../../src/core/trainingSquare.ts';
import { type Treatment, treatmentFor } from '../../src/core/treatment.ts';
import { createCpuEngine } from '../../src/engine/cpu/cpuEngine.ts';
import type { Pixels } from '../../src/engine/engine.ts';
import type { Pictures } from '../../src/prove/core/experiment.ts';
import { exampleModel } from '../../src/trace/core/exampleModel.ts';

const { labels, squares, side, passphrase, dataset } = exampleModel;

/**
 * A dozen photographs are few to learn from: each is cut into squares, and each square protected as a photo of its own.
 * Every photograph gives all labels as many.
 */
export async function cutSquares(
  folder: string,
): Promise<{ readonly protected: Pictures; readonly clean: Pictures }> {
  const filters = new LabelFilters(await deriveMasterKey(passphrase, dataset));
  const imprints = await filters.imprints(labels, castPresets.standard);
  const treatments = imprints.map(imprint => treatmentFor(castPresets.standard, imprint));
  const engine = createCpuEngine();
  const random = seedrandom('example/squares');
  const clean: Uint8Array[] = [];
  const done: Uint8Array[] = [];
  const labelOf: number[] = [];
  for (const { file } of samplePhotos) {
    const photo = await pixelsOf(join(folder, file));
    for (let i = 0; i < squares; i++) {
      const at = i % labels.length;
      const treatment = treatments[at] as Treatment;
      const square = cut(photo, random);
      clean.push(rgbOf(squareOf(square, side)));
      // The engine works in place.
      done.push(rgbOf(squareOf((await engine.protect(square, treatment)).pixels, side)));
      labelOf.push(at);
    }
  }
  const set = (pictures: readonly Uint8Array[]) => ({ side, pixels: joined(pictures), labelOf });
  return { protected: set(done), clean: set(clean) };
}

async function pixelsOf(path: string): Promise<Pixels> {
  const { data, info } = await sharp(path).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8ClampedArray(data) };
}

/** From four tenths of the short side to all of it, anywhere, every other one mirrored. */
function cut({ width, height, data }: Pixels, random: () => number): Pixels {
  const length = Math.round(Math.min(width, height) * (0.4 + 0.6 * random()));
  const [left, top] = [width, height].map(all => Math.floor(random() * (all - length + 1))) as [
    number,
    number,
  ];
  const mirrored = random() < 0.5;
  const out = new Uint8ClampedArray(length * length * 4);
  for (let y = 0; y < length; y++) {
    for (let x = 0; x < length; x++) {
      const from = ((top + y) * width + left + (mirrored ? length - 1 - x : x)) * 4;
      out.set(data.subarray(from, from + 4), (y * length + x) * 4);
    }
  }
  return { width: length, height: length, data: out };
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
