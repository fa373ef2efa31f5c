/**
 * How like two pictures of one size are: PSNR, SSIM and mean brightness. Pictures are RGBA bytes in rows; alpha plays
 * no part.
 */

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** width · height · 4 bytes */
  readonly data: Uint8ClampedArray;
}

/** Two sums that put together give the PSNR of several parts as of one picture. */
export interface SquaredError {
  readonly sum: number;
  /** How many values were compared: three a pixel. */
  readonly count: number;
}

/** Sum of squared differences over R, G and B. Throws a RangeError when the sizes differ. */
export function squaredError(a: Picture, b: Picture): SquaredError {
  sameSize(a, b);
  const pixels = a.width * a.height;
  let sum = 0;
  for (let i = 0; i < pixels * 4; i += 4) {
    const red = (a.data[i] as number) - (b.data[i] as number);
    const green = (a.data[i + 1] as number) - (b.data[i + 1] as number);
    const blue = (a.data[i + 2] as number) - (b.data[i + 2] as number);
    sum += red * red + green * green + blue * blue;
  }
  return { sum, count: pixels * 3 };
}

/**
 * Peak signal-to-noise ratio in dB: 10 · log10(255² / mean squared error), the mean taken over R, G and B together.
 * Infinity for equal pictures.
 */
export function psnrOf({ sum, count }: SquaredError): number {
  return sum === 0 ? Infinity : 10 * Math.log10((255 * 255 * count) / sum);
}

/** {@link psnrOf} of two pictures. */
export function psnr(a: Picture, b: Picture): number {
  return psnrOf(squaredError(a, b));
}

/** Rec. 601 luma, 0.299 R + 0.587 G + 0.114 B, unrounded, 0 to 255, in rows. */
export function lumaOf({ width, height, data }: Picture): Float64Array {
  const luma = new Float64Array(width * height);
  for (let i = 0; i < luma.length; i++) {
    const red = data[i * 4] as number;
    const green = data[i * 4 + 1] as number;
    const blue = data[i * 4 + 2] as number;
    luma[i] = 0.299 * red + 0.587 * green + 0.114 * blue;
  }
  return luma;
}

/** Mean luma, 0 to 255. */
export function meanLuma(picture: Picture): number {
  const luma = lumaOf(picture);
  return luma.reduce((sum, value) => sum + value, 0) / luma.length;
}

/** Pixels a side of the SSIM's window, and the deviation of its Gaussian. */
const windowSide = 11;
const sigma = 1.5;
const c1 = (0.01 * 255) ** 2;
const c2 = (0.03 * 255) ** 2;

/** Both −1 to 1, and 1 for equal pictures. */
export interface Likeness {
  readonly ssim: number;
  /** SSIM without its comparison of means: how far edges and textures are the same, whatever their brightness. */
  readonly structure: number;
}

/**
 * Structural similarity after Wang, Bovik, Sheikh and Simoncelli, "Image quality
 * assessment: from error visibility to structural similarity", IEEE Transactions on Image Processing 13(4), 2004:
 * on luma, a Gaussian window of 11 × 11 with σ = 1.5 whose weights sum to 1, K₁ = 0.01, K₂ = 0.03, L = 255, variances
 * by the same weights (not by n − 1), and the mean over all places where the window lies wholly inside the picture.
 * Not scaled down first. `structure` is their contrast and structure together, c · s. Null where a side is shorter than
 * the window.
 */
export function likeness(a: Picture, b: Picture): Likeness | null {
  sameSize(a, b);
  const { width, height } = a;
  if (Math.min(width, height) < windowSide) return null;
  const x = lumaOf(a);
  const y = lumaOf(b);
  const mean = (values: Float64Array) => gaussianMeans(values, width, height);
  const meanX = mean(x);
  const meanY = mean(y);
  const squareX = mean(x.map(value => value * value));
  const squareY = mean(y.map(value => value * value));
  const product = mean(x.map((value, i) => value * (y[i] as number)));
  let sum = 0;
  let structures = 0;
  for (let i = 0; i < meanX.length; i++) {
    const mx = meanX[i] as number;
    const my = meanY[i] as number;
    const varianceX = (squareX[i] as number) - mx * mx;
    const varianceY = (squareY[i] as number) - my * my;
    const covariance = (product[i] as number) - mx * my;
    const structure = (2 * covariance + c2) / (varianceX + varianceY + c2);
    sum += (structure * (2 * mx * my + c1)) / (mx * mx + my * my + c1);
    structures += structure;
  }
  return { ssim: sum / meanX.length, structure: structures / meanX.length };
}

const weights = gaussian();

function gaussian(): Float64Array {
  const reach = (windowSide - 1) / 2;
  const raw = Float64Array.from({ length: windowSide }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * sigma ** 2)),
  );
  const sum = raw.reduce((total, weight) => total + weight, 0);
  return raw.map(weight => weight / sum);
}

/** Weighted means under the window at each place where it fits: (width − 10) · (height − 10) values, in rows. */
function gaussianMeans(values: Float64Array, width: number, height: number): Float64Array {
  const columns = width - windowSide + 1;
  const rows = height - windowSide + 1;
  const across = new Float64Array(columns * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < columns; x++) {
      let sum = 0;
      for (let i = 0; i < windowSide; i++)
        sum += (weights[i] as number) * (values[y * width + x + i] as number);
      across[y * columns + x] = sum;
    }
  }
  const means = new Float64Array(columns * rows);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      let sum = 0;
      for (let i = 0; i < windowSide; i++)
        sum += (weights[i] as number) * (across[(y + i) * columns + x] as number);
      means[y * columns + x] = sum;
    }
  }
  return means;
}

function sameSize(a: Picture, b: Picture): void {
  if (a.width !== b.width || a.height !== b.height) throw new RangeError('pictures of different sizes');
}

export interface Patch {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const patchSide = 128;
const mostPatches = 16;

/**
 * The parts of a photo that figures are measured on, in true pixels: the whole of it up to 512 × 512; of larger ones
 * at most 16 patches of 128 × 128, spread evenly, so that a photo of any size costs the same. A reduced copy would not
 * do: it hides what changed in the finest detail.
 */
export function patchesOf(width: number, height: number): readonly Patch[] {
  if (width * height <= mostPatches * patchSide ** 2) return [{ x: 0, y: 0, width, height }];
  const across = countAlong(width, Math.sqrt((mostPatches * width) / height));
  const down = countAlong(height, mostPatches / across);
  return spread(height, down).flatMap(row =>
    spread(width, across).map(column => ({
      x: column.from,
      y: row.from,
      width: column.length,
      height: row.length,
    })),
  );
}

/** As many as wished, but none overlapping, and at least one. */
function countAlong(side: number, wished: number): number {
  return Math.max(1, Math.min(Math.floor(wished), mostPatches, Math.floor(side / patchSide)));
}

/** `count` stretches in the middles of `count` equal pieces of a side. */
function spread(side: number, count: number): readonly { readonly from: number; readonly length: number }[] {
  const length = Math.min(side, patchSide);
  return Array.from({ length: count }, (_, i) => ({
    from: Math.round(((i + 0.5) * side) / count - length / 2),
    length,
  }));
}
