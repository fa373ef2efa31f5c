import Vips from 'wasm-vips';
import type { Pixels } from '../../src/engine/engine.ts';
import { greatestDifference, pixelsOf, referenceOf, type SavedFilters } from '../e2e/archive.ts';

/** RGBA in rows of a picture file of any kind, by libvips, which shares no code with any browser. */
export async function decoded(bytes: Uint8Array): Promise<Pixels> {
  const vips = await Vips();
  const image = vips.Image.newFromBuffer(bytes);
  const rgba = image.bands === 4 ? image : image.bandjoin(255);
  const data = new Uint8ClampedArray(rgba.writeToMemory());
  return { width: image.width, height: image.height, data };
}

/** What a photo should look like under its label's filter, in float64. */
export function reference(before: Pixels, label: string, saved: SavedFilters): Pixels {
  const data = new Uint8ClampedArray(referenceOf(saved, label, before));
  return { width: before.width, height: before.height, data };
}

/**
 * The greatest difference of two pictures in levels; Infinity where the sizes differ. Colours that nobody can see, under
 * pixels that are clear in both, are left out (docs/method.md).
 */
export function apart(a: Pixels, b: Pixels): number {
  if (a.width !== b.width || a.height !== b.height) return Number.POSITIVE_INFINITY;
  return greatestDifference(seen(a), seen(b));
}

function seen({ data }: Pixels): Uint8ClampedArray {
  const out = data.slice();
  for (let i = 0; i < out.length; i += 4) if (out[i + 3] === 0) out.fill(0, i, i + 3);
  return out;
}

/** Peak signal to noise in dB, over the colours. */
export function psnr(a: Pixels, b: Pixels): number {
  let sum = 0;
  for (let i = 0; i < a.data.length; i++) {
    if (i % 4 !== 3) sum += ((a.data[i] ?? 0) - (b.data[i] ?? 0)) ** 2;
  }
  return 10 * Math.log10(255 ** 2 / (sum / ((a.data.length * 3) / 4)));
}

/** How far an archive's PNGs lie from the reference at most, in levels; and that each was changed at all. */
export function fromReference(
  archive: ReadonlyMap<string, Uint8Array>,
  originals: ReadonlyMap<string, Uint8Array>,
  saved: SavedFilters,
): ReadonlyMap<string, number> {
  return new Map(
    [...archive].map(([path, bytes]) => {
      const [label = '', name = ''] = path.split('/');
      const original = originals.get(path) ?? originals.get(name);
      if (original === undefined) throw new Error(`nobody gave ${path}`);
      const before = pixelsOf(original);
      const after = pixelsOf(bytes);
      if (apart(before, after) <= 8) throw new Error(`${path} is hardly changed`);
      return [path, apart(after, reference(before, label, saved))] as const;
    }),
  );
}
