import type { ZipRecord } from './read/directory.ts';

export interface UnzipLimits {
  /** Greatest declared size of one photo, in bytes. */
  readonly fileBytes: number;
  /** Above this many bytes out of one in, a large file is a bomb and no photo. */
  readonly ratio: number;
  /** Pictures of one colour pack very well, so the ratio counts only for files above this size, in bytes. */
  readonly fileRatioFrom: number;
  /** And for all files together above this, in bytes. */
  readonly totalRatioFrom: number;
}

export const unzipLimits: UnzipLimits = {
  fileBytes: 500e6,
  ratio: 250,
  fileRatioFrom: 32e6,
  totalRatioFrom: 1.2e9,
};

/** Tells the files of one zip that would fill memory or disk when they are unpacked, by the sizes that they declare. */
export class BombWatch {
  readonly #limits: UnzipLimits;
  #bytes = 0;
  #packedBytes = 0;

  constructor(limits: UnzipLimits) {
    this.#limits = limits;
  }

  /** Ask of each file once: those that may be unpacked count towards the limit of all together. */
  isBomb({ bytes, packedBytes }: ZipRecord): boolean {
    const { fileBytes, ratio, fileRatioFrom, totalRatioFrom } = this.#limits;
    if (bytes > fileBytes || (bytes > fileRatioFrom && bytes > ratio * packedBytes)) return true;
    this.#bytes += bytes;
    this.#packedBytes += packedBytes;
    return this.#bytes > totalRatioFrom && this.#bytes > ratio * this.#packedBytes;
  }
}
