import { makeZip } from 'client-zip';

/**
 * A zip of a few files that are in memory anyway; archives are written by `writeVolume`. STORE, UTF-8 names, and the same
 * time stamps as there.
 *
 * @param entries `path` is to be clean and unique
 */
export async function zipBlobs(
  entries: readonly { readonly path: string; readonly blob: Blob }[],
): Promise<Blob> {
  // client-zip writes a date's local clock.
  const lastModified = new Date(1980, 0, 1);
  const inputs = entries.map(({ path, blob }) => ({ name: path, input: blob, lastModified }));
  const zip = await new Response(makeZip(inputs)).blob();
  return new Blob([zip], { type: 'application/zip' });
}
