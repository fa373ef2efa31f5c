import { CastField } from '../../../core/cast/castField.ts';
import type { Treatment } from '../../../core/treatment.ts';
import { smallCopySize } from '../../../engine/cpu/smallCopy.ts';
import type { JpegPlanes, Plane, PlaneChange } from './jpegPlanes.ts';

/** A treatment that is the same sum for every colour channel, and so for luma and chroma as well. */
export type PlanarTreatment = Exclude<Treatment, { readonly method: 'cuda' }>;

/** How red, green and blue add up to luma, blue difference and red difference (JFIF 1.02, after ITU-R BT.601). */
const fromRgb: readonly (readonly [number, number, number])[] = [
  [0.299, 0.587, 0.114],
  [-0.168735892, -0.331264108, 0.5],
  [0.5, -0.418687589, -0.081312411],
];

/**
 * Protects a photo in its own planes, without the way to RGB and back. Filter and field are linear, and the filter's
 * weights add up to 1, so chroma's middle of 128 stays where it is; what differs from the way over RGB is where RGB
 * would have been clamped or rounded.
 */
export function protectPlanes(planes: JpegPlanes, treatment: PlanarTreatment): void {
  const { width, height } = planes;
  const field =
    treatment.method === 'cast' ? new CastField(treatment.cast, treatment.castLevel, width, height) : null;
  const veil = treatment.veilSize === null ? null : smallCopySize(width, height, treatment.veilSize);
  fromRgb.forEach((weights, index) => {
    const plane = planes.plane(index);
    const cells = veil && planes.shrink(index, veil.columns, veil.rows);
    const change: PlaneChange = {
      centre: veil ? (treatment.filter.weights[4] ?? 1) : 1,
      veil: veil && cells && { ...veil, cells: veilCells(cells, veil, treatment) },
      ...fieldOf(field, weights, plane),
    };
    planes.protect(index, change);
  });
}

interface Grid {
  readonly columns: number;
  readonly rows: number;
}

/** The side taps' answer to the small copy, two cells apart, edges repeated (docs/method.md). */
function veilCells(cells: Float32Array, grid: Grid, { method, filter }: PlanarTreatment): Float32Array {
  const { columns, rows } = grid;
  const small = method === 'cast' ? smoothed(cells, grid) : cells;
  const veil = new Float32Array(columns * rows);
  const within = (at: number, count: number) => Math.min(count - 1, Math.max(0, at));
  filter.weights.forEach((weight, tap) => {
    if (tap === 4) return;
    const right = ((tap % 3) - 1) * 2;
    const below = (Math.floor(tap / 3) - 1) * 2;
    for (let y = 0; y < rows; y++) {
      const from = within(y + below, rows) * columns;
      const to = y * columns;
      for (let x = 0; x < columns; x++) {
        veil[to + x] =
          (veil[to + x] as number) + weight * (small[from + within(x + right, columns)] as number);
      }
    }
  });
  return veil;
}

/** Weights of 1, 2, 1 over 4 along rows and columns, edges repeated. */
function smoothed(cells: Float32Array, { columns, rows }: Grid): Float32Array {
  const across = blurred(cells, rows, columns, columns, 1);
  return blurred(across, columns, rows, 1, columns);
}

/** Lines of `count` cells, `step` apart; the next line begins `next` cells on. */
function blurred(
  cells: Float32Array,
  lines: number,
  count: number,
  next: number,
  step: number,
): Float32Array {
  const result = new Float32Array(cells.length);
  for (let line = 0; line < lines; line++) {
    const first = line * next;
    const last = first + (count - 1) * step;
    for (let at = first; at <= last; at += step) {
      const before = cells[Math.max(first, at - step)] as number;
      const after = cells[Math.min(last, at + step)] as number;
      result[at] = (before + 2 * (cells[at] as number) + after) / 4;
    }
  }
  return result;
}

/** The field in one plane. A pixel of a smaller plane lies in the middle of those that it stands for. */
function fieldOf(
  field: CastField | null,
  weights: readonly [number, number, number],
  { columns, rows, across, down }: Plane,
): Pick<PlaneChange, 'still' | 'swing' | 'cosines'> {
  const still = new Float32Array(rows);
  const swing = new Float32Array(rows);
  const cosines = new Float32Array(columns);
  if (field === null) return { still, swing, cosines };
  const sum = (rgb: Float64Array) =>
    weights.reduce((total, weight, channel) => total + weight * (rgb[channel] as number), 0);
  for (let y = 0; y < rows; y++) {
    const row = field.row((y + 0.5) * down - 0.5);
    still[y] = sum(row.still);
    swing[y] = sum(row.swing);
  }
  for (let x = 0; x < columns; x++) cosines[x] = field.cosineAt((x + 0.5) * across - 0.5);
  return { still, swing, cosines };
}
