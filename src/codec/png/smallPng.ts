import type { Pixels } from '../../engine/engine.ts';
import { chunk } from '../metadata/pngChunks.ts';
import { pngFile } from './pngFile.ts';

/**
 * Writes PNGs without a canvas, whose answer comes through another process: at 32 × 32 that is 0.2 ms against 0.7,
 * and as small a file. Large ones are the canvas's, which is native all through, where it keeps every level.
 */

/** In pixels. */
const mostPixels = 128 * 128;

/** Whether this is the faster way. */
export function isSmall({ width, height }: Pick<Pixels, 'width' | 'height'>): boolean {
  return width * height <= mostPixels;
}

/** The file; null where the browser has no streams that compress. Every level under every alpha is kept. */
export async function encodePng(pixels: Pixels, opaque: boolean): Promise<Uint8Array<ArrayBuffer> | null> {
  if (typeof CompressionStream === 'undefined') return null;
  return pngOfRows(pixels, opaque, await deflated(pngRows(pixels, opaque)));
}

/** The rows of a PNG's pixels, each with the way in which it was filtered before it: what is left to be deflated. */
export function pngRows({ width, height, data }: Pixels, opaque: boolean): Uint8Array<ArrayBuffer> {
  const bytesPerPixel = opaque ? 3 : 4;
  return filtered(opaque ? withoutAlpha(data) : data, width * bytesPerPixel, height, bytesPerPixel);
}

/** The file around deflated rows. */
export function pngOfRows(
  { width, height }: Pick<Pixels, 'width' | 'height'>,
  opaque: boolean,
  deflated: Uint8Array,
): Uint8Array<ArrayBuffer> {
  return pngFile(width, height, opaque ? 2 : 6, [chunk('IDAT', deflated)]);
}

function withoutAlpha(data: Uint8ClampedArray): Uint8ClampedArray {
  const out = new Uint8ClampedArray((data.length / 4) * 3);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
    out[to] = data[from] ?? 0;
    out[to + 1] = data[from + 1] ?? 0;
    out[to + 2] = data[from + 2] ?? 0;
  }
  return out;
}

async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  // Its "deflate" is zlib's format, which is PNG's.
  const stream = new CompressionStream('deflate');
  const writer = stream.writable.getWriter();
  // What goes wrong here comes out at the other end.
  writer.write(bytes).catch(() => {});
  writer.close().catch(() => {});
  return new Uint8Array(await new Response(stream.readable).arrayBuffer());
}

/**
 * Each row as differences from what lies left, above or both, with a byte before it that says which: the one whose
 * differences are smallest (PNG, third edition, 12.7), as most encoders do.
 */
function filtered(
  levels: Uint8ClampedArray,
  stride: number,
  height: number,
  bytesPerPixel: number,
): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array((stride + 1) * height);
  const tried = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    const to = y * (stride + 1);
    let least = Number.POSITIVE_INFINITY;
    for (let kind = 0; kind < 5; kind++) {
      const sum = filterRow(kind, levels, y * stride, stride, bytesPerPixel, tried);
      if (sum >= least) continue;
      least = sum;
      out[to] = kind;
      out.set(tried, to + 1);
    }
  }
  return out;
}

/** Gives the sum of the differences, taken as numbers from −128 to 127, without their signs. */
function filterRow(
  kind: number,
  levels: Uint8ClampedArray,
  from: number,
  stride: number,
  bytesPerPixel: number,
  out: Uint8Array,
): number {
  let sum = 0;
  for (let x = 0; x < stride; x++) {
    const at = from + x;
    const left = x >= bytesPerPixel ? (levels[at - bytesPerPixel] ?? 0) : 0;
    // Above the first row lies nothing: an index below 0.
    const up = levels[at - stride] ?? 0;
    const corner = x >= bytesPerPixel ? (levels[at - stride - bytesPerPixel] ?? 0) : 0;
    const difference = ((levels[at] ?? 0) - predicted(kind, left, up, corner)) & 0xff;
    out[x] = difference;
    sum += difference < 128 ? difference : 256 - difference;
  }
  return sum;
}

/** What a filter of PNG takes a byte to be, by those around it (PNG, third edition, 9.2). */
export function predicted(kind: number, left: number, up: number, corner: number): number {
  switch (kind) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4:
      return paeth(left, up, corner);
    default:
      return 0;
  }
}

/** Whichever of the three is nearest to left + up − corner; left before up before corner. */
function paeth(left: number, up: number, corner: number): number {
  const toLeft = Math.abs(up - corner);
  const toUp = Math.abs(left - corner);
  const toCorner = Math.abs(left + up - 2 * corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
