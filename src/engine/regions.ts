import type { Region } from './engine.ts';

/** Cutting a photo into parts: bands to stay responsive, tiles to stay below what a GPU takes. Pure arithmetic. */

/** The whole of a photo. */
export function wholeOf(photo: { readonly width: number; readonly height: number }): Region {
  return { x: 0, y: 0, width: photo.width, height: photo.height };
}

/** The part of `region` that lies inside a photo of that size; width or height 0 where none does. */
export function clipped(region: Region, width: number, height: number): Region {
  const x = Math.min(Math.max(region.x, 0), width);
  const y = Math.min(Math.max(region.y, 0), height);
  return {
    x,
    y,
    width: Math.max(0, Math.min(region.x + region.width, width) - x),
    height: Math.max(0, Math.min(region.y + region.height, height) - y),
  };
}

/** The region with `margin` more pixels on each side, cut to a photo of that size: what a filter needs to see. */
export function grown(region: Region, margin: number, width: number, height: number): Region {
  const wider = {
    x: region.x - margin,
    y: region.y - margin,
    width: region.width + 2 * margin,
    height: region.height + 2 * margin,
  };
  return clipped(wider, width, height);
}

/**
 * Tiles of at most `maxWidth` × `maxHeight` pixels that cover the region exactly once, in rows. Sides are shared
 * out evenly, so that no sliver is left at the end. Limits are whole numbers ≥ 1.
 */
export function tilesOf(region: Region, maxWidth: number, maxHeight: number): Region[] {
  const columns = cuts(region.x, region.width, maxWidth);
  return cuts(region.y, region.height, maxHeight).flatMap(row =>
    columns.map(column => ({ x: column.start, y: row.start, width: column.length, height: row.length })),
  );
}

function cuts(start: number, length: number, limit: number): { start: number; length: number }[] {
  const count = Math.ceil(length / limit);
  return Array.from({ length: count }, (_, index) => {
    const from = Math.floor((index * length) / count);
    const to = Math.floor(((index + 1) * length) / count);
    return { start: start + from, length: to - from };
  });
}
