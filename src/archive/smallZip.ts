/**
 * A few small files in one, by JSZip: it holds all of a zip in memory, which is right for kilobytes and wrong for photos
 * (see `writeVolume` and `unzip` for those). Fetched when it is first needed.
 */

/** More is no bundle of ours, in bytes; the receipt of 60,000 photos has some 25 MB. */
const largest = 200e6;

/** @param files with names that differ */
export async function packSmall(
  files: readonly { readonly name: string; readonly blob: Blob }[],
): Promise<Blob> {
  const { default: JSZip } = await import('jszip');
  const zip = new JSZip();
  // When they were put together is nobody's business, as in archives.
  const date = new Date(1980, 0, 1);
  for (const { name, blob } of files) zip.file(name, await blob.arrayBuffer(), { date });
  return new Blob([await zip.generateAsync({ type: 'arraybuffer', compression: 'DEFLATE' })], {
    type: 'application/zip',
  });
}

/** The files in such a zip, folders left out; null when it is none, damaged, or far too large for one. */
export async function openSmall(zip: Blob): Promise<readonly File[] | null> {
  if (zip.size > largest) return null;
  const { default: JSZip } = await import('jszip');
  try {
    const { files } = await JSZip.loadAsync(await zip.arrayBuffer(), { checkCRC32: true });
    const entries = Object.values(files).filter(({ dir }) => !dir);
    return await Promise.all(
      entries.map(async entry => new File([await entry.async('arraybuffer')], entry.name)),
    );
  } catch (error) {
    // It went away while it was read; all else is damage, of which JSZip tells in words alone.
    if (error instanceof DOMException) throw error;
    return null;
  }
}
