/**
 * Object URLs of thumbnails, made when asked for and freed when there are too many. A URL that was given out stays
 * good until as many others as `capacity` were asked for after it, far more than a screen shows.
 */
export class ThumbnailCache {
  readonly #capacity: number;
  /** By what each shows; least recently asked for first. */
  readonly #urls = new Map<string, string>();

  constructor(capacity = 1500) {
    this.#capacity = capacity;
  }

  /**
   * The URL of a thumbnail, or null when it cannot be made or is no longer wanted.
   *
   * @param of what it shows: another one has another name
   */
  async get(of: string, make: () => Promise<Blob | null | undefined>): Promise<string | null> {
    const known = this.#urls.get(of);
    if (known !== undefined) return this.#keep(of, known);
    const blob = await make();
    if (!blob) return null;
    // Two tiles may have asked for the same picture at once: the first URL stays.
    return this.#keep(of, this.#urls.get(of) ?? URL.createObjectURL(blob));
  }

  clear(): void {
    for (const url of this.#urls.values()) URL.revokeObjectURL(url);
    this.#urls.clear();
  }

  #keep(of: string, url: string): string {
    this.#urls.delete(of);
    this.#urls.set(of, url);
    for (const [oldest, stale] of this.#urls) {
      if (this.#urls.size <= this.#capacity) break;
      this.#urls.delete(oldest);
      URL.revokeObjectURL(stale);
    }
    return url;
  }
}
