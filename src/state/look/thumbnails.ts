import type { PhotoId } from '../model/photos.ts';

/**
 * Object URLs of thumbnails, made when asked for and freed when there are too many. A URL that was given out stays
 * good until as many others as `capacity` were asked for after it, far more than a screen shows.
 */
export class ThumbnailCache {
  readonly #make: (id: PhotoId, signal: AbortSignal) => Promise<Blob | null>;
  readonly #capacity: number;
  /** Least recently asked for first. */
  readonly #urls = new Map<PhotoId, string>();

  constructor(make: (id: PhotoId, signal: AbortSignal) => Promise<Blob | null>, capacity = 1500) {
    this.#make = make;
    this.#capacity = capacity;
  }

  /** The URL of a photo's thumbnail, or null when it cannot be made or is no longer wanted. */
  async get(id: PhotoId, signal: AbortSignal): Promise<string | null> {
    const known = this.#urls.get(id);
    if (known !== undefined) return this.#keep(id, known);
    const blob = await this.#make(id, signal);
    if (!blob) return null;
    // Two tiles may have asked for the same photo at once: the first URL stays.
    return this.#keep(id, this.#urls.get(id) ?? URL.createObjectURL(blob));
  }

  clear(): void {
    for (const url of this.#urls.values()) URL.revokeObjectURL(url);
    this.#urls.clear();
  }

  #keep(id: PhotoId, url: string): string {
    this.#urls.delete(id);
    this.#urls.set(id, url);
    for (const [oldest, stale] of this.#urls) {
      if (this.#urls.size <= this.#capacity) break;
      this.#urls.delete(oldest);
      URL.revokeObjectURL(stale);
    }
    return url;
  }
}
