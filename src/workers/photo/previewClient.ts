import { unexpected } from '../../core/faults/unexpected.ts';
import type { FileDescription, PhotoDescription, ProtectJob } from '../../pipeline/job.ts';
import { keptWorker } from '../../threads/keptWorker.ts';
import { WorkerLost } from '../../threads/workerLost.ts';
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
import { ThumbnailLine } from './thumbnailLine.ts';
import { type Superseded, ViewerLine } from './viewerLine.ts';

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
  const thumbnails = new ThumbnailLine(table);
  const view = new ViewerLine(viewer);
  return {
    describe: files => table.call(api => api.describe(files)).catch(unread(files)),
    digests: files => table.call(api => api.digests(files)).catch(unread(files)),
    thumbnail: (file, side, signal, known) => thumbnails.make(file, side, signal, known),
    preview: request => view.picture(api => api.preview(request)),
    figures: request => view.figures(api => api.figures(request)),
    glance: (request, signal) => view.whenIdle(signal, api => api.preview(request)),
    judge: (request, signal) => view.whenIdle(signal, api => api.figures(request)),
    weigh: async (job, signal) => {
      const made = await view.whenIdle(signal, api => api.protect(job));
      return made?.kind === 'protected' ? made.bytes : null;
    },
    dispose() {
      thumbnails.dispose();
      view.dispose();
      table.end();
      viewer.end();
    },
  };
}
