import { type Placement, wholeFrame } from './placement.ts';

/** Where a found photo may lie in a protected one that nobody has at hand. */

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Place {
  /** Only its proportions count. */
  readonly original: Size;
  readonly placement: Placement;
}

/** Proportions this close to those of a protected photo are taken for its own. */
const sameProportions = 0.01;

/** Whether it may be a whole photo, by its proportions; so it is where nothing is known of those. */
export function isWhole(found: Size, sizes: readonly Size[]): boolean {
  return sizes.length === 0 || sizes.some(size => differently(found, size) < sameProportions);
}

function differently(a: Size, b: Size): number {
  return Math.abs((a.width * b.height) / (a.height * b.width) - 1);
}

/** Shares of the greatest crop that fits into a protected photo. */
const cropScales = [1, 0.87, 0.75, 0.65, 0.55];
/** Between two places that are tried, in short sides of the protected photo: a tenth of the shortest wave more or less. */
const step = 0.15;
/** Kinds of proportions that are tried; each gives decoys more chances. */
const mostKinds = 3;

/** Every place that is tried: the whole frame alone where it may be that. */
export function placesIn(found: Size, sizes: readonly Size[]): readonly Place[] {
  if (isWhole(found, sizes)) return [{ original: found, placement: wholeFrame }];
  return kindsOf(sizes).flatMap(original => cropsOf(found, original));
}

/** The first photos of each proportions. */
function kindsOf(sizes: readonly Size[]): readonly Size[] {
  const kinds: Size[] = [];
  for (const size of sizes) {
    if (kinds.length < mostKinds && kinds.every(kind => differently(kind, size) >= sameProportions)) {
      kinds.push(size);
    }
  }
  return kinds;
}

function cropsOf(found: Size, original: Size): readonly Place[] {
  const short = Math.min(original.width, original.height);
  const fit = Math.max(found.width / original.width, found.height / original.height);
  return cropScales.flatMap(scale => {
    const x = { scale: (scale * found.width) / (original.width * fit), side: original.width / short };
    const y = { scale: (scale * found.height) / (original.height * fit), side: original.height / short };
    return offsets(y).flatMap(down =>
      offsets(x).map(across => ({
        original,
        placement: { x: { offset: across, scale: x.scale }, y: { offset: down, scale: y.scale } },
      })),
    );
  });
}

/** Evenly from one end to the other. */
function offsets({ scale, side }: { readonly scale: number; readonly side: number }): readonly number[] {
  const room = 1 - scale;
  const count = Math.ceil((room * side) / step) + 1;
  return Array.from({ length: count }, (_, i) => (count === 1 ? room / 2 : (i * room) / (count - 1)));
}
