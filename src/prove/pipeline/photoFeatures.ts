import { areaAverage, luminanceOf, sidesAt } from '../../core/picture/luminance.ts';
import type { Engine, Pixels, Treatment } from '../../engine/engine.ts';
import { decodeFile } from '../../pipeline/readPhoto.ts';
import { meanColours } from '../core/meanColours.ts';
import { logSpectrum } from '../core/spectrum.ts';

/** What the instant check learns from: neither holds what is to be seen in a photo. */
export interface Features {
  /** One spectrum a size, in the order asked for; null where the photo is too small for a single tile. */
  readonly spectra: readonly (Float32Array<ArrayBuffer> | null)[];
  /** The same at every size. */
  readonly colours: Float32Array<ArrayBuffer>;
}

export interface PhotoFeatures {
  readonly original: Features;
  readonly protected: Features;
  /** Milliseconds that the features took, decoding, protecting and making smaller aside. */
  readonly milliseconds: number;
}

/** Tiles looked at in one photo at one size; a 12-megapixel photo has 46,000, which tell no more. */
const mostTiles = 48;

/**
 * The spectra of a photo at training sizes and its mean colours, before and after it is protected. The file is decoded
 * once; protected pixels are looked at as the engine gives them, before they are encoded.
 *
 * @param sizes short sides in pixels, Infinity for its own
 * @throws PhotoError as reading and decoding do
 */
export async function photoFeatures(
  file: Blob,
  treatment: Treatment,
  sizes: readonly number[],
  engine: Engine,
): Promise<PhotoFeatures> {
  const { pixels } = await decodeFile(file);
  return featuresAround(pixels, treatment, sizes, engine);
}

/** The same from pixels, which may be overwritten. */
export async function featuresAround(
  pixels: Pixels,
  treatment: Treatment,
  sizes: readonly number[],
  engine: Engine,
): Promise<PhotoFeatures> {
  const before = featuresOf(pixels, sizes);
  // The engine may work in place, so the original had to come first.
  const after = featuresOf((await engine.protect(pixels, treatment)).pixels, sizes);
  return {
    original: before.features,
    protected: after.features,
    milliseconds: before.milliseconds + after.milliseconds,
  };
}

function featuresOf(pixels: Pixels, sizes: readonly number[]) {
  const { data, width, height } = pixels;
  const plane = luminanceOf(data, width, height);
  let start = performance.now();
  const colours = meanColours(pixels);
  let milliseconds = performance.now() - start;
  const spectra = sizes.map(size => {
    const sides = sidesAt(width, height, size);
    const small = areaAverage(plane, sides.width, sides.height);
    start = performance.now();
    const spectrum = logSpectrum(small, mostTiles);
    milliseconds += performance.now() - start;
    return spectrum;
  });
  return { features: { spectra, colours }, milliseconds };
}
