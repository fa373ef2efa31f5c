import type { Actions } from '../actions.ts';
import type { Context } from '../context.ts';
import { ThumbnailCache } from './thumbnails.ts';

/** Short side of a thumbnail, in pixels: sharp in the grid's tiles on dense screens. */
const thumbnailSide = 256;

export interface Pictures {
  readonly actions: Pick<Actions, 'thumbnail' | 'preview' | 'glance' | 'figures'>;
  /** Frees every thumbnail. */
  clear(): void;
}

/** Pictures that the page asks for when it shows them. */
export function pictureActions({ get, services }: Context): Pictures {
  const cache = new ThumbnailCache(async (id, signal) => {
    const { file, description } = get().photos.get(id) ?? {};
    const made = file && (await services.previews.thumbnail(file, thumbnailSide, signal, description));
    return made?.kind === 'thumbnail' ? made.blob : null;
  });
  return {
    clear: () => cache.clear(),
    actions: {
      thumbnail: (id, signal) => cache.get(id, signal),
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
      figures: async request => {
        const file = get().photos.get(request.id)?.file;
        if (!file) return { kind: 'failed', reason: { kind: 'vanished' } };
        return services.previews.figures({ ...request, file });
      },
    },
  };
}
