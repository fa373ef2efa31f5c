import { archiveBytes, type Volume } from './volumes.ts';

/** Where a zip goes. `cancelled`: the person closed the file picker. */
export type Sink =
  | { readonly kind: 'picked'; readonly handle: FileSystemFileHandle }
  | { readonly kind: 'download' }
  | { readonly kind: 'cancelled' };

/**
 * Zips from this size on are streamed to a file that the person picks; smaller ones go straight to the downloads,
 * which is what people expect, and one question less. In bytes.
 */
export const pickerFrom = 256 * 1024 * 1024;

/** How long a download may take to open its object URL, in ms; once it is open, revoking does no harm. */
const revokeAfter = 60_000;

/**
 * Asks where to put a large zip. Call it in the click's handler before anything is awaited: browsers show the picker
 * only right after a click. Where there is none, or it refuses to open (no screen, a frame, no click), the zip is
 * downloaded. Never rejects.
 */
export async function chooseSink(volume: Volume): Promise<Sink> {
  if (archiveBytes(volume.entries) < pickerFrom || !('showSaveFilePicker' in globalThis)) {
    return { kind: 'download' };
  }
  try {
    const handle = await globalThis.showSaveFilePicker({
      suggestedName: volume.name,
      types: [{ accept: { 'application/zip': ['.zip'] } }],
    });
    return { kind: 'picked', handle };
  } catch (error) {
    const closed = error instanceof DOMException && error.name === 'AbortError';
    return closed ? { kind: 'cancelled' } : { kind: 'download' };
  }
}

/** Gives a file to the browser's downloads, under the name given. */
export function saveFile(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.hidden = true;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(url), revokeAfter);
}
