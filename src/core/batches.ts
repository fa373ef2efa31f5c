/**
 * Runs `work` over slices of `items`, at most `width` slices at a time, and puts the results together in the items'
 * order. `work` gives one result an item. Checks the signal before every slice.
 *
 * @throws the signal's reason, or what `work` rejects with
 */
export async function inBatches<Item, Result>(
  items: readonly Item[],
  size: number,
  width: number,
  work: (slice: readonly Item[]) => Promise<readonly Result[]>,
  signal?: AbortSignal,
): Promise<readonly Result[]> {
  const results: (readonly Result[])[] = new Array(Math.ceil(items.length / size)).fill([]);
  let next = 0;
  async function lane(): Promise<void> {
    while (next < results.length) {
      signal?.throwIfAborted();
      const slice = next++;
      results[slice] = await work(items.slice(slice * size, (slice + 1) * size));
    }
  }
  await Promise.all(Array.from({ length: width }, lane));
  return results.flat();
}
