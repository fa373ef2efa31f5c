import { orTell } from '../../core/faults/unexpected.ts';
import type { GivenFile } from '../../state/model/givenFile.ts';
import type { PhotoSetServices } from '../../state/photoSetServices.ts';
import type { FoundPhoto } from '../../state/services/intake.ts';

/** What a part of the tab shows of the files that it was given. */
export interface ReadingState {
  readonly reading: { readonly found: number; readonly read: number } | null;
  /** The last files that were given held no photo. */
  readonly nothing: boolean;
}

/** Reads the photos out of what was given, and tells how far it is; none where that fails. */
export async function readPhotos(
  files: Promise<readonly GivenFile[]>,
  tools: Pick<PhotoSetServices, 'readSet'>,
  set: (changes: ReadingState) => void,
): Promise<readonly FoundPhoto[]> {
  const tell = (found: number, read: number) => set({ reading: { found, read }, nothing: false });
  tell(0, 0);
  const all = await files.then(given => tools.readSet(given, tell)).catch(orTell(null, 'reading photos'));
  const photos = all?.photos ?? [];
  set({ reading: null, nothing: photos.length === 0 });
  return photos;
}
