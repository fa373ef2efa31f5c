import type { Filter } from './filter.ts';

/**
 * The filter that does to a photo made `factor` times smaller what `filter` does to the photo: its taps lie `factor`
 * times closer together, and each is shared out between the pixels that it falls among. Averaging and filtering can
 * change places, so the result is that of the whole photo made smaller, to within a few levels.
 *
 * @param factor at least 1; 1 gives the filter itself
 * @returns an odd filter with the same sum, not larger than `filter`, at least 3 × 3
 */
export function spreadFilter(filter: Filter, factor: number): Filter {
  if (factor === 1) return filter;
  const reach = (filter.size - 1) / 2;
  const newReach = Math.ceil(reach / factor);
  const size = 2 * newReach + 1;
  const weights = new Array<number>(size * size).fill(0);
  filter.weights.forEach((weight, i) => {
    const columns = sharesOf((i % filter.size) - reach, factor);
    const rows = sharesOf(Math.floor(i / filter.size) - reach, factor);
    for (const row of rows) {
      for (const column of columns) {
        const at = (row.at + newReach) * size + column.at + newReach;
        weights[at] = (weights[at] ?? 0) + weight * row.share * column.share;
      }
    }
  });
  return { size, weights };
}

/** The whole places next to `offset / factor`, with how much each gets; together 1. */
function sharesOf(
  offset: number,
  factor: number,
): readonly { readonly at: number; readonly share: number }[] {
  const place = offset / factor;
  const at = Math.floor(place);
  const share = place - at;
  return share === 0
    ? [{ at, share: 1 }]
    : [
        { at, share: 1 - share },
        { at: at + 1, share },
      ];
}
