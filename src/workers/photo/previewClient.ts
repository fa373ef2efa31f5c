import { unexpected } from '../../core/faults/unexpected.ts';
import type { FileDescription, PhotoDescription, ProtectJob } from '../../pipeline/job.ts';
import { keptWorker } from '../../threads/keptWorker.ts';
import { brokenBy, WorkerLost } from '../../threads/workerLost.ts';
import type {
  EngineChoice,
  Failed,
  FiguresRequest,
  MeasuredFigures,
  Preview,
  PreviewRequest,
  Thumbnail,
} from '../protocol.ts';
import { type OpenPhotoPort, openPhotoWorker } from './photoPort.ts';

type Superseded = { readonly kind: 'superseded' };

/** Looking at photos: what they say of themselves, digests, thumbnails, and parts before and after. */
export interface PreviewClient {
  /** In order; null where a file says nothing that is known, or cannot be read. */
  describe(files: readonly Blob[]): Promise<readonly (FileDescription | null)[]>;
  /** Hex SHA-256 of each, in order; null where a file cannot be read. */
  digests(files: readonly Blob[]): Promise<readonly (string | null)[]>;
  /**
   * In the order asked, so that a page fills from its top. Tiles that scroll away abort their wish, so nobody waits for
   * what is out of sight. Null when it is no longer wanted.
   */
  thumbnail(
    file: Blob,
    side: number,
    signal: AbortSignal,
    known?: PhotoDescription,
  ): Promise<Thumbnail | Failed | null>;
  /** The latest request wins; earlier ones come back superseded. */
  preview(request: PreviewRequest): Promise<Preview | Failed | Superseded>;
  /**
   * A picture beside the one in view: in the order asked, and after everything else that waits. Null once the signal
   * aborts.
   */
  glance(request: PreviewRequest, signal: AbortSignal): Promise<Preview | Failed | null>;
  /** Bytes of what a run would make of it, which is thrown away; as glances. Null when it fails, or once the signal aborts. */
  weigh(job: ProtectJob, signal: AbortSignal): Promise<number | null>;
  /** Figures beside those in view; as glances. */
  judge(request: FiguresRequest, signal: AbortSignal): Promise<MeasuredFigures | Failed | null>;
  /** As previews, and after every preview that waits: what is seen comes first. */
  figures(request: FiguresRequest): Promise<MeasuredFigures | Failed | Superseded>;
  dispose(): void;
}

interface Wish {
  readonly file: Blob;
  readonly side: number;
  readonly known: PhotoDescription | undefined;
  readonly signal: AbortSignal;
  readonly settle: (thumbnail: Thumbnail | Failed | null) => void;
}

interface Viewing<Request, Answer> {
  readonly request: Request;
  readonly settle: (answer: Answer | Failed | Superseded) => void;
}

/** Two at once: the next file is read while one is decoded. */
const thumbnailsAtOnce = 2;

/** What the page is told of a call that rejected. */
const failed = (error: unknown): Failed => ({ kind: 'failed', reason: brokenBy(error, 'looking at photos') });

/** A file that nobody could look at is like one that cannot be read: its thumbnail says why. */
function unread(files: readonly Blob[]): (error: unknown) => readonly null[] {
  return error => {
    // A lost worker shows in the thumbnails too.
    if (!(error instanceof WorkerLost)) unexpected(error, 'reading files', { stray: true });
    return files.map(() => null);
  };
}

/**
 * Two workers, made when first needed: one for what is asked of many photos, one for the photo in view, so that the
 * inspector never waits for thumbnails.
 */
export function createPreviewClient(
  choice: EngineChoice,
  open: OpenPhotoPort = openPhotoWorker,
): PreviewClient {
  const table = keptWorker(open);
  const viewer = keptWorker(open, api => api.start(choice, null));
  /** In the order asked. */
  const wishes: Wish[] = [];
  let making = 0;
  let next: Viewing<PreviewRequest, Preview> | null = null;
  let nextFigures: Viewing<FiguresRequest, MeasuredFigures> | null = null;
  /** What nobody waits for, in the order asked. */
  const later: (() => Promise<void>)[] = [];
  let viewing = false;

  async function serve(): Promise<void> {
    if (making >= thumbnailsAtOnce) return;
    const wish = wishes.shift();
    if (wish === undefined) return;
    making += 1;
    const made = wish.signal.aborted
      ? null
      : await table.call(api => api.thumbnail(wish.file, wish.side, wish.known)).catch(failed);
    making -= 1;
    wish.settle(wish.signal.aborted ? null : made);
    void serve();
  }

  /** One thing at a time: the photo in view is kept decoded, and everything is made from it. */
  async function view(): Promise<void> {
    if (viewing || (next === null && nextFigures === null && later.length === 0)) return;
    viewing = true;
    if (next !== null) {
      const { request, settle } = next;
      next = null;
      // What was overtaken while it was made is still worth showing: it came later than what is on the screen.
      settle(await viewer.call(api => api.preview(request)).catch(failed));
    } else if (nextFigures !== null) {
      const { request, settle } = nextFigures;
      nextFigures = null;
      settle(await viewer.call(api => api.figures(request)).catch(failed));
    } else {
      await later.shift()?.();
    }
    viewing = false;
    void view();
  }

  /** Null where it was given up before its turn came. */
  function whenIdle<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T | null> {
    return new Promise(settle => {
      later.push(async () => settle(signal.aborted ? null : await work()));
      void view();
    });
  }

  return {
    describe: files => table.call(api => api.describe(files)).catch(unread(files)),
    digests: files => table.call(api => api.digests(files)).catch(unread(files)),

    thumbnail(file, side, signal, known) {
      if (signal.aborted) return Promise.resolve(null);
      return new Promise(resolve => {
        const wish: Wish = { file, side, known, signal, settle };
        function settle(thumbnail: Thumbnail | Failed | null): void {
          signal.removeEventListener('abort', forget);
          resolve(thumbnail);
        }
        function forget(): void {
          const at = wishes.indexOf(wish);
          if (at !== -1) wishes.splice(at, 1);
          settle(null);
        }
        signal.addEventListener('abort', forget);
        wishes.push(wish);
        void serve();
      });
    },

    preview(request) {
      next?.settle({ kind: 'superseded' });
      return new Promise(settle => {
        next = { request, settle };
        void view();
      });
    },

    glance: (request, signal) =>
      whenIdle(signal, () => viewer.call(api => api.preview(request)).catch(failed)),

    judge: (request, signal) =>
      whenIdle(signal, () => viewer.call(api => api.figures(request)).catch(failed)),

    weigh: (job, signal) =>
      whenIdle(signal, async () => {
        const made = await viewer.call(api => api.protect(job)).catch(failed);
        return made.kind === 'protected' ? made.bytes : null;
      }),

    figures(request) {
      nextFigures?.settle({ kind: 'superseded' });
      return new Promise(settle => {
        nextFigures = { request, settle };
        void view();
      });
    },

    dispose() {
      for (const wish of wishes.splice(0)) wish.settle(null);
      next?.settle({ kind: 'superseded' });
      next = null;
      nextFigures?.settle({ kind: 'superseded' });
      nextFigures = null;
      table.end();
      viewer.end();
    },
  };
}
