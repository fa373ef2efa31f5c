import { expose } from 'comlink';
import { decode } from '../../src/codec/decode.ts';
import { describePhoto } from '../../src/codec/describe/describePhoto.ts';
import { encode } from '../../src/codec/encode.ts';
import type { OutputType } from '../../src/core/settings.ts';
import { createCpuEngine } from '../../src/engine/cpu/cpuEngine.ts';
import type { Treatment } from '../../src/engine/engine.ts';
import { sha256 } from '../../src/pipeline/digest.ts';
import { type Folder, openFolder } from '../../src/storage/folder.ts';

/** Where the time of one photo goes: its stages one after another on an otherwise idle worker, in ms. */
export interface Stages {
  readonly read: number;
  readonly digest: number;
  readonly decode: number;
  readonly filter: number;
  readonly encode: number;
  readonly store: number;
}

const engine = createCpuEngine();
let place: Folder | null = null;

const stageTimer = {
  /** One photo. `folder` as the page's session names it. */
  async time(
    file: Blob,
    type: OutputType,
    quality: number | undefined,
    treatment: Treatment | null,
    folder: string | null,
  ): Promise<Stages> {
    place ??= await openFolder(folder);
    let last = performance.now();
    const lap = () => {
      const before = last;
      last = performance.now();
      return last - before;
    };
    const source = new Uint8Array(await file.arrayBuffer());
    const read = lap();
    await sha256(source);
    const digest = lap();
    const photo = await describePhoto(source);
    if (photo === null) throw new Error('The bench made no photo.');
    const decoded = await decode(source, photo);
    const decoding = lap();
    const pixels =
      treatment === null ? decoded.pixels : (await engine.protect(decoded.pixels, treatment)).pixels;
    const filter = lap();
    const { bytes } = await encode({ pixels, opaque: decoded.opaque }, type, quality);
    const encoding = lap();
    await sha256(bytes);
    const digestOut = lap();
    await place.gather('stages', bytes, type);
    return {
      read,
      digest: digest + digestOut,
      decode: decoding,
      filter,
      encode: encoding,
      store: lap(),
    };
  },
};

export type StageTimer = typeof stageTimer;

expose(stageTimer);
