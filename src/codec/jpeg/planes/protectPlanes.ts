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
    const change: PlaneChange = {
      centre: veil ? (treatment.filter.weights[4] ?? 1) : 1,
      veil: veil && {
        ...veil,
        cells: planes.veil(index, veil, treatment.filter, treatment.method === 'cast'),
      },
      ...fieldOf(field, weights, plane),
    };
    planes.protect(index, change);
  });
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
