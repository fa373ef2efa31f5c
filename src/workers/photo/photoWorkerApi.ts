import { transfer } from 'comlink';
import { describeFile } from '../../codec/describe/describePhoto.ts';
import { takeHeicLine } from '../../codec/heic/sharedDecoder.ts';
import { probeReadback } from '../../codec/readback/readback.ts';
import { inBatches } from '../../core/batches.ts';
import { chooseEngine } from '../../engine/chooseEngine.ts';
import type { Engine } from '../../engine/engine.ts';
import { sha256 } from '../../pipeline/digest.ts';
import type { ProtectedPhoto } from '../../pipeline/job.ts';
import { Previews } from '../../pipeline/previews.ts';
import { protectPhoto } from '../../pipeline/protectPhoto.ts';
import { nullFor, readBytes, reasonOf } from '../../pipeline/reason.ts';
import { makeThumbnail } from '../../pipeline/thumbnail.ts';
import { type Folder, openFolder } from '../../storage/folder.ts';
import { type Journal, openJournal } from '../../storage/journal.ts';
import type { PhotoWorkerApi } from '../protocol.ts';

/** A line of the journal: the photo is safe, and this is how it was made. */
interface ProtectedLine {
  readonly recipe: string;
  /** When it was finished, in ms since 1970: which line of several workers is the last. */
  readonly at: number;
  readonly photo: ProtectedPhoto;
}

/** What `start` makes ready. */
interface Equipment {
  readonly engine: Engine;
  readonly folder: Folder;
  readonly journal: Journal<ProtectedLine>;
  readonly previews: Previews;
}

/** The photo worker's side of the protocol: hands every call to the pipeline, and knows which photos are in hand. */
export function createPhotoWorkerApi(): PhotoWorkerApi {
  let equipment: Equipment | null = null;
  const inHand = new Map<string, AbortController>();

  function equipped(): Equipment {
    if (equipment === null) throw new Error('The worker was not started.');
    return equipment;
  }

  return {
    async start(choice, folderName) {
      // Ready before the first photo; if it fails, that photo says so.
      void probeReadback().catch(() => undefined);
      const [{ engine, report }, folder] = await Promise.all([chooseEngine(choice), openFolder(folderName)]);
      equipment = { engine, folder, journal: openJournal(folderName), previews: new Previews(engine) };
      return report;
    },

    takeHeicLine,

    async protect(job) {
      const { engine, folder, journal } = equipped();
      const abort = new AbortController();
      inHand.set(job.id, abort);
      try {
        const outcome = await protectPhoto(job, { engine, folder, signal: abort.signal });
        if (outcome.kind === 'protected') {
          journal.add({ recipe: job.recipe ?? '', at: Date.now(), photo: outcome });
          // Answered only once the line is written: what the page counts as finished is finished after a crash, too.
          await journal.written().catch(() => undefined);
        }
        return outcome;
      } finally {
        inHand.delete(job.id);
      }
    },

    cancel(id) {
      inHand.get(id)?.abort();
    },

    describe: files => sideBySide(files, mostReads, file => describeFile(file).catch(nullFor)),

    digests: files => sideBySide(files, readsOf(files), file => readBytes(file).then(sha256).catch(nullFor)),

    async thumbnail(file, side, known) {
      try {
        return { kind: 'thumbnail', ...(await makeThumbnail(file, side, known)) };
      } catch (error) {
        return { kind: 'failed', reason: reasonOf(error) };
      }
    },

    async preview(request) {
      try {
        const shown = await equipped().previews.show(request);
        const bitmaps = [shown.before, shown.after, shown.difference].filter(bitmap => bitmap !== null);
        return transfer({ kind: 'preview', id: request.id, ...shown }, bitmaps);
      } catch (error) {
        return { kind: 'failed', reason: reasonOf(error) };
      }
    },

    async figures(request) {
      try {
        return { kind: 'figures', ...(await equipped().previews.figures(request)) };
      } catch (error) {
        return { kind: 'failed', reason: reasonOf(error) };
      }
    },
  };
}

/** Files that are read at a time, and bytes of whole ones: large ones at once would only take each other's memory. */
const mostReads = 16;
const mostBytes = 16 * 1024 * 1024;

/** How many of these may be read whole at a time. */
function readsOf(files: readonly Blob[]): number {
  const largest = files.reduce((most, { size }) => Math.max(most, size), 1);
  return Math.max(1, Math.min(mostReads, Math.floor(mostBytes / largest)));
}

/** Reading a small file is mostly waiting for the browser's answer, so that several are asked for at once. In order. */
function sideBySide<T>(
  files: readonly Blob[],
  width: number,
  read: (file: Blob) => Promise<T>,
): Promise<readonly T[]> {
  return inBatches(files, 1, width, slice => Promise.all(slice.map(read)));
}
