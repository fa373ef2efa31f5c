import { areaAverage, luminanceOf, sidesAt } from '../../core/picture/luminance.ts';
import type { Engine, Pixels, Treatment } from '../../engine/engine.ts';
import { decodeFile } from '../../pipeline/readPhoto.ts';
import { logSpectrum } from '../core/spectrum.ts';

/** One spectrum a size, in the order asked for; null where the photo is too small for a single tile. */
export type Spectra = readonly (Float32Array<ArrayBuffer> | null)[];

export interface PhotoSpectra {
  readonly original: Spectra;
  readonly protected: Spectra;
  /** Milliseconds that the spectra took, decoding, protecting and making smaller aside. */
  readonly milliseconds: number;
}

/** Tiles looked at in one photo at one size; a 12-megapixel photo has 46,000, which tell no more. */
const mostTiles = 48;

/**
 * The spectra of a photo at training sizes, before and after it is protected. The file is decoded once; protected
 * pixels are looked at as the engine gives them, before they are encoded.
 *
 * @param sizes short sides in pixels, Infinity for its own
 * @throws PhotoError as reading and decoding do
 */
export async function photoSpectra(
  file: Blob,
  treatment: Treatment,
  sizes: readonly number[],
  engine: Engine,
): Promise<PhotoSpectra> {
  const { pixels } = await decodeFile(file);
  const before = spectraOf(pixels, sizes);
  // The engine may work in place, so the original had to come first.
  const after = spectraOf((await engine.protect(pixels, treatment)).pixels, sizes);
  return {
    original: before.spectra,
    protected: after.spectra,
    milliseconds: before.milliseconds + after.milliseconds,
  };
}

function spectraOf({ data, width, height }: Pixels, sizes: readonly number[]) {
  const plane = luminanceOf(data, width, height);
  let milliseconds = 0;
  const spectra = sizes.map(size => {
    const sides = sidesAt(width, height, size);
    const small = areaAverage(plane, sides.width, sides.height);
    const start = performance.now();
    const spectrum = logSpectrum(small, mostTiles);
    milliseconds += performance.now() - start;
    return spectrum;
  });
  return { spectra, milliseconds };
}
