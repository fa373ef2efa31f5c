import { resultBytes } from '../../core/space.ts';
import type { PhotoId } from '../model/photos.ts';
import type { SpaceShortage } from '../model/run.ts';
import type { KeyveilState } from '../model.ts';
import type { SpaceService } from '../services/saving.ts';

/** Whether the results of these photos would find room; null when they would, or when nobody can say. */
export async function shortageFor(
  s: KeyveilState,
  ids: readonly PhotoId[],
  space: SpaceService,
): Promise<SpaceShortage | null> {
  const results = ids.reduce((sum, id) => {
    const photo = s.photos.get(id);
    return photo ? sum + resultBytes(photo, s.output) : sum;
  }, 0);
  const needed = results + space.forSaving(results);
  const free = await space.free(bytesInMemory(s));
  return free !== null && needed > free ? { needed, free } : null;
}

/** Results that the browser has no files for. */
function bytesInMemory({ results }: KeyveilState): number {
  let sum = 0;
  for (const result of results.values()) {
    if (result.kind !== 'protected' || !result.kept) continue;
    const { stored } = result.photo;
    if (stored.kind === 'memory') sum += stored.blob.size;
  }
  return sum;
}
