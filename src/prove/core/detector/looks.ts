import type { Plane } from '../../../core/picture/luminance.ts';
import type { Picture } from '../../../core/picture/resize.ts';
import { meanColours, meanColoursLength } from '../meanColours.ts';
import { logSpectrum } from '../spectrum.ts';
import { bandsLength, bandsOf, ringsLength, ringsOf } from './bands.ts';
import { edgesLength, edgesOf } from './edges.ts';
import { slowWavesLength, slowWavesOf } from './slowWaves.ts';

/** Tiles of a picture whose spectra are averaged: at 224 px more of them tell no more. */
const mostTiles = 25;

/** Numbers in {@link looksOf}. */
export const looksLength = bandsLength + 2 * ringsLength + edgesLength + meanColoursLength + slowWavesLength;

/**
 * What a scraper's detector looks at, {@link looksLength} numbers: spectra of luma and of the two colour differences in
 * bands, edges of luma, mean colours, and how strong their slow waves are. None says what a picture shows.
 *
 * @param picture opaque; null when a side is below 32 pixels, one tile of a spectrum
 */
export function looksOf(picture: Picture): Float32Array<ArrayBuffer> | null {
  const [luma, blue, red] = planesOf(picture);
  const [ofLuma, ofBlue, ofRed] = [luma, blue, red].map(plane => logSpectrum(plane, mostTiles));
  if (!ofLuma || !ofBlue || !ofRed) return null;
  const colours = meanColours(picture);
  const parts = [
    bandsOf(ofLuma),
    ringsOf(ofBlue),
    ringsOf(ofRed),
    edgesOf(luma),
    colours,
    slowWavesOf(colours),
  ];
  const out = new Float32Array(looksLength);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** Luma, and the differences of blue and of red from it (ITU-R BT.601), not rounded. */
function planesOf({ width, height, data }: Picture): readonly [Plane, Plane, Plane] {
  const plane = (): Plane => ({ width, height, values: new Float32Array(width * height) });
  const [luma, blue, red] = [plane(), plane(), plane()];
  for (let i = 0, at = 0; i < luma.values.length; i++, at += 4) {
    const y =
      0.299 * (data[at] as number) + 0.587 * (data[at + 1] as number) + 0.114 * (data[at + 2] as number);
    luma.values[i] = y;
    blue.values[i] = ((data[at + 2] as number) - y) / 1.772;
    red.values[i] = ((data[at] as number) - y) / 1.402;
  }
  return [luma, blue, red];
}
