import type { ArchiveClient } from '../../archive/archiveClient.ts';
import { chooseSink, pickerFrom, saveFile } from '../../archive/sinks.ts';
import { volumeLimits } from '../../archive/volumes.ts';
import { estimateStorage } from '../../storage/results.ts';
import { pageFolder, pageSession } from '../../storage/session.ts';
import type { FolderService, SaveService, SpaceService } from '../services/saving.ts';

/**
 * Zips to the disk of a real page.
 *
 * @param folder of this page's session, where zips for the downloads are written first; null where there is none
 */
export function browserSave(
  archive: Pick<ArchiveClient, 'write'>,
  folder: () => string | null = pageFolder,
): SaveService {
  return {
    volume: async (volume, onProgress, signal) => {
      const sink = await chooseSink(volume);
      if (sink.kind === 'cancelled') return sink;
      const target = sink.kind === 'picked' ? sink : { ...sink, folder: folder() };
      const reply = await archive.write(volume, target, { onProgress, ...(signal ? { signal } : {}) });
      if (reply.kind === 'cancelled') return reply;
      if (reply.kind === 'failed') return { kind: 'failed', detail: reply.reason };
      if (reply.blob !== null) saveFile(volume.name, reply.blob);
      return { kind: 'saved' };
    },
    zip: async (volume, onProgress, signal) => {
      const target = { kind: 'download', folder: folder() } as const;
      const reply = await archive.write(volume, target, { onProgress, signal });
      if (reply.kind === 'cancelled') return reply;
      if (reply.kind === 'written' && reply.blob) return { kind: 'written', blob: reply.blob };
      // Where there was a folder to write it to, it is given back as a file.
      return { kind: 'failed', detail: reply.kind === 'failed' ? reply.reason : 'vanished' };
    },
    file: saveFile,
  };
}

/** Folders of a real page. */
export function browserFolder(archive: ArchiveClient): FolderService {
  return {
    available: 'showDirectoryPicker' in globalThis,
    save: async (name, entries, onStart, onProgress, signal) => {
      let chosen: FileSystemDirectoryHandle;
      try {
        chosen = await globalThis.showDirectoryPicker({ id: 'keyveil-save', mode: 'readwrite' });
      } catch (error) {
        // Closing the picker and refusing the browser's question both end here.
        const closed = error instanceof DOMException && error.name === 'AbortError';
        return closed ? { kind: 'cancelled' } : { kind: 'failed', detail: 'not-allowed' };
      }
      onStart();
      const outcome = await archive.writeFolder(chosen, name, entries, { signal, onProgress });
      if (outcome.kind === 'written') return { kind: 'saved', folder: outcome.folder };
      return outcome.kind === 'failed' ? { kind: 'failed', detail: outcome.reason } : outcome;
    },
  };
}

/**
 * What a page keeps in memory at most, in bytes, where the browser gives it no files (WebKitGTK, some private windows):
 * a browser whose memory is used up ends the page without a word, and all is lost. A person may go beyond it.
 */
const memoryLimit = 2 ** 30;

/**
 * Room in a real browser, as far as it says: newer Chromium names 10 GiB beyond what is in use, whatever the disk holds,
 * so that a full disk may still come as a surprise in the middle of a run.
 */
export const browserSpace: SpaceService = {
  free: async inMemory => {
    if ((await pageSession()).folder === null) return Math.max(0, memoryLimit - inMemory);
    const { used, quota } = await estimateStorage();
    return used === null || quota === null ? null : Math.max(0, quota - used);
  },
  // A zip that goes to the downloads lies in the browser's storage first; a large one is written where the person says.
  forSaving: bytes => Math.min(bytes, 'showSaveFilePicker' in globalThis ? pickerFrom : volumeLimits.bytes),
};
