import { type Cuts, cutsOf } from './cuts.ts';

/**
 * Pictures made smaller or larger as training pipelines do it: smaller by area average (every source pixel counts for
 * the share of it that lies in the new pixel), larger by linear interpolation between pixel centres. RGBA bytes in
 * rows; alpha is averaged like a colour and plays no part in the others.
 */

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** width · height · 4 bytes */
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Sides of a picture whose short side is brought to `shortSide` pixels, at least 1. */
export function sizeWithShortSide({ width, height }: Size, shortSide: number): Size {
  const scale = shortSide / Math.min(width, height);
  const side = (given: number) => Math.max(1, Math.floor(given * scale + 0.5));
  return { width: side(width), height: side(height) };
}

/** A picture of another size: averaged along a side that gets shorter, interpolated along one that gets longer. */
export function resized(picture: Picture, { width, height }: Size): Picture {
  if (width === picture.width && height === picture.height) return picture;
  const small = shrunk(picture, Math.min(width, picture.width), Math.min(height, picture.height));
  return enlarged(small, width, height);
}

/** Pixels whose bytes can be summed in 16 bits. */
const longestRun = 257;

/**
 * Area average. Whole pixels are summed as integers, two channels in one; every pixel counts for the cell that it
 * begins in, and what a cut pixel gives to the cell before is moved over afterwards.
 */
function shrunk(picture: Picture, columns: number, rows: number): Picture {
  const { width, height, data } = picture;
  if (columns === width && rows === height) return picture;
  const words = new Uint32Array(data.buffer, data.byteOffset, width * height);
  const across = cutsOf(width, columns);
  const out = new Uint8ClampedArray(columns * rows * 4);
  const line = new Float64Array(columns * 4);
  const sums = new Float64Array(columns * 4);
  const perPixel = (columns / width) * (rows / height);
  for (let row = 0; row < rows; row++) {
    const from = (row * height) / rows;
    const to = ((row + 1) * height) / rows;
    sums.fill(0);
    for (let y = Math.floor(from); y < to; y++) {
      const share = Math.min(y + 1, to) - Math.max(y, from);
      sumLine(words, y * width, width, across, line);
      for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] as number) + share * (line[i] as number);
    }
    const at = row * columns * 4;
    for (let i = 0; i < sums.length; i++) out[at + i] = Math.floor((sums[i] as number) * perPixel + 0.5);
  }
  return { width: columns, height: rows, data: out };
}

/** R, G, B, A sums of one pixel row over each cell. */
function sumLine(
  words: Uint32Array,
  rowStart: number,
  width: number,
  { start, share }: Cuts,
  line: Float64Array,
) {
  const cells = start.length - 1;
  for (let cell = 0; cell < cells; cell++) {
    let x = start[cell] as number;
    const end = start[cell + 1] as number;
    let red = 0;
    let green = 0;
    let blue = 0;
    let alpha = 0;
    while (x < end) {
      const stop = Math.min(end, x + longestRun);
      let redBlue = 0;
      let greenAlpha = 0;
      for (; x < stop; x++) {
        const word = words[rowStart + x] as number;
        redBlue += word & 0xff00ff;
        greenAlpha += (word >>> 8) & 0xff00ff;
      }
      red += redBlue & 0xffff;
      blue += redBlue >>> 16;
      green += greenAlpha & 0xffff;
      alpha += greenAlpha >>> 16;
    }
    const first = words[rowStart + (start[cell] as number)] as number;
    const given = share[cell] as number;
    const next = end < width ? (words[rowStart + end] as number) : 0;
    const taken = share[cell + 1] as number;
    const at = cell * 4;
    line[at] = red - given * (first & 0xff) + taken * (next & 0xff);
    line[at + 1] = green - given * ((first >>> 8) & 0xff) + taken * ((next >>> 8) & 0xff);
    line[at + 2] = blue - given * ((first >>> 16) & 0xff) + taken * ((next >>> 16) & 0xff);
    line[at + 3] = alpha - given * (first >>> 24) + taken * (next >>> 24);
  }
}

interface Between {
  readonly before: number;
  readonly after: number;
  readonly share: number;
}

/** For each new pixel the two old ones whose centres it lies between; the outermost are repeated. */
function betweens(side: number, wanted: number): readonly Between[] {
  return Array.from({ length: wanted }, (_, i) => {
    const at = Math.min(side - 1, Math.max(0, ((i + 0.5) * side) / wanted - 0.5));
    const before = Math.floor(at);
    return { before, after: Math.min(side - 1, before + 1), share: at - before };
  });
}

function enlarged(picture: Picture, width: number, height: number): Picture {
  if (width === picture.width && height === picture.height) return picture;
  const { data } = picture;
  const columns = betweens(picture.width, width);
  const out = new Uint8ClampedArray(width * height * 4);
  let at = 0;
  for (const row of betweens(picture.height, height)) {
    const above = row.before * picture.width;
    const below = row.after * picture.width;
    for (const { before, after, share } of columns) {
      for (let c = 0; c < 4; c++) {
        const value = (index: number) => data[index * 4 + c] as number;
        const upper = value(above + before) * (1 - share) + value(above + after) * share;
        const lower = value(below + before) * (1 - share) + value(below + after) * share;
        out[at++] = Math.floor(upper * (1 - row.share) + lower * row.share + 0.5);
      }
    }
  }
  return { width, height, data: out };
}
