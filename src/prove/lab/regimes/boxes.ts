import { type Tensor4D, tensor4d } from '@tensorflow/tfjs-core';

/** A rectangle in whole pixels; `right` and `bottom` lie one past its last. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The part of a rectangle around a pixel that lies inside the picture. */
export function boxAround(x: number, y: number, width: number, height: number, side: number): Box {
  const inside = (at: number) => Math.min(side, Math.max(0, at));
  const left = x - Math.floor(width / 2);
  const top = y - Math.floor(height / 2);
  return {
    left: inside(left),
    top: inside(top),
    right: inside(left + width),
    bottom: inside(top + height),
  };
}

/** 1 inside the boxes and 0 outside, one picture a box: boxes × side × side × 1. */
export function maskOf(boxes: readonly Box[], side: number): Tensor4D {
  const mask = new Float32Array(boxes.length * side * side);
  for (const [i, { left, top, right, bottom }] of boxes.entries()) {
    for (let y = top; y < bottom; y++) {
      const row = (i * side + y) * side;
      mask.fill(1, row + left, row + Math.max(left, right));
    }
  }
  return tensor4d(mask, [boxes.length, side, side, 1]);
}
