import type { PhotoDescription, ProtectedPhoto } from '../../pipeline/job.ts';
import type { Sketch } from '../../workers/protocol.ts';
import type { Actions } from '../actions.ts';
import type { Context } from '../context.ts';
import type { PhotoId } from '../model/photos.ts';
import { finishedPhoto } from '../queries/photoStatus.ts';
import { ThumbnailCache } from './thumbnails.ts';

/** Short side of a thumbnail, in pixels: sharp in the grid's tiles on dense screens. */
const thumbnailSide = 256;

export interface Pictures {
  readonly actions: Pick<Actions, 'thumbnail' | 'preview' | 'glance' | 'judge' | 'figures'>;
  /** What a photo's thumbnail tells of it; null where there is none, or where it is no longer wanted. */
  sketch(id: PhotoId, signal: AbortSignal): Promise<Sketch | null>;
  /** Frees every thumbnail. */
  clear(): void;
}

/** Pictures that the page asks for when it shows them. */
export function pictureActions({ get, services }: Context): Pictures {
  const sketches = new Map<PhotoId, Sketch | null>();
  const cache = new ThumbnailCache();
  const small = async (file: Blob, signal: AbortSignal, description?: PhotoDescription) => {
    const made = await services.previews.thumbnail(file, thumbnailSide, signal, description);
    return made?.kind === 'thumbnail' ? made : null;
  };
  const ofPhoto = (id: PhotoId, signal: AbortSignal) =>
    cache.get(id, async () => {
      const { file, description } = get().photos.get(id) ?? {};
      const made = file && (await small(file, signal, description));
      if (made) sketches.set(id, made.sketch);
      return made?.blob;
    });
  const ofResult = (id: PhotoId, { sha256, stored }: ProtectedPhoto, signal: AbortSignal) =>
    cache.get(`${id} ${sha256}`, async () => {
      // Bytes may have gone since; then the photo itself is shown.
      const file = await services.results.open(stored).catch(() => null);
      return file && (await small(file, signal))?.blob;
    });
  return {
    sketch: async (id, signal) => {
      // Made along with the thumbnail, which the grid will want anyway.
      if (!sketches.has(id)) await ofPhoto(id, signal);
      return sketches.get(id) ?? null;
    },
    clear: () => {
      cache.clear();
      sketches.clear();
    },
    actions: {
      thumbnail: async (id, signal) => {
        const made = finishedPhoto(get(), id);
        return (made && (await ofResult(id, made, signal))) ?? ofPhoto(id, signal);
      },
      preview: async request => {
        const file = get().photos.get(request.id)?.file;
        if (!file) return { kind: 'failed', reason: { kind: 'vanished' } };
        return services.previews.preview({ ...request, file });
      },
      glance: async (request, signal) => {
        const file = get().photos.get(request.id)?.file;
        if (!file) return { kind: 'failed', reason: { kind: 'vanished' } };
        return services.previews.glance({ ...request, file }, signal);
      },
      judge: async (request, signal) => {
        const file = get().photos.get(request.id)?.file;
        if (!file) return { kind: 'failed', reason: { kind: 'vanished' } };
        return services.previews.judge({ ...request, file }, signal);
      },
      figures: async request => {
        const file = get().photos.get(request.id)?.file;
        if (!file) return { kind: 'failed', reason: { kind: 'vanished' } };
        return services.previews.figures({ ...request, file });
      },
    },
  };
}
