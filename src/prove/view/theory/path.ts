import type { Segment } from '../../core/contours.ts';

/** A contour as the `d` of a path; grid steps are `scale` wide and begin at `origin`. */
export function pathOf(segments: readonly Segment[], scale: number, origin: number): string {
  const place = (value: number) => (origin + scale * value).toFixed(2);
  return segments.map(([x1, y1, x2, y2]) => `M${place(x1)} ${place(y1)}L${place(x2)} ${place(y2)}`).join('');
}
