import { normaliseLabel } from '../../core/label.ts';
import type { Joined } from '../model/intake.ts';
import type { Arrangement } from '../model/labels.ts';
import type { Photo } from '../model/photos.ts';

/** Folders whose photos went to a label that is spelt otherwise, each once. */
export function joinedIn(
  { labels, labelOf }: Arrangement,
  added: readonly { readonly photo: Photo; readonly labelName: string | null }[],
): readonly Joined[] {
  const names = new Map(labels.map(({ id, name }) => [id, name]));
  const joined = new Map<string, Joined>();
  for (const { photo, labelName } of added) {
    const label = names.get(labelOf.get(photo.id) ?? '');
    const folder = labelName === null ? undefined : normaliseLabel(labelName);
    if (label !== undefined && folder !== undefined && folder !== label)
      joined.set(folder, { folder, label });
  }
  return [...joined.values()];
}
