export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Where a box of `size` goes beside `anchor` inside `window`, all in CSS pixels: below it if there is room, else
 * above it, else where it is least cut off; never over the edges.
 */
export function placeBeside(
  anchor: Box,
  size: Size,
  window: Size,
  align: 'start' | 'end',
): { left: number; top: number } {
  const gap = 6;
  const margin = 8;
  const below = anchor.bottom + gap;
  const above = anchor.top - gap - size.height;
  const fitsBelow = below + size.height + margin <= window.height;
  const wanted = fitsBelow || (above < margin && window.height - below > anchor.top) ? below : above;
  const left = align === 'start' ? anchor.left : anchor.right - size.width;
  return {
    left: Math.max(margin, Math.min(left, window.width - size.width - margin)),
    top: Math.max(margin, Math.min(wanted, window.height - size.height - margin)),
  };
}
