import { wrap } from 'comlink';
import { PhotoError } from '../photoError.ts';
import type { DecodeHeic } from './heicDecoder.ts';
import type { HeicService } from './heicLine.ts';

let decoder: Promise<DecodeHeic> | null = null;
let take: (decode: DecodeHeic) => void = () => {};

/** In a thread that the page will give a line to its decoder: HEICs wait for that. */
export function expectHeicLine(): void {
  decoder = new Promise(resolve => {
    take = resolve;
  });
}

/** From here on HEICs go to the decoder at the other end, which all threads of the page share. */
export function takeHeicLine(port: MessagePort): void {
  const { decode } = wrap<HeicService>(port);
  take((bytes, pixels) => decode(bytes, pixels));
}

/**
 * A HEIC file as a bitmap: upright, its colours as stored. By the page's decoder where a line to it was promised, else by one
 * of this thread's own.
 *
 * @param pixels how many it has, for the time that it may take
 * @throws PhotoError `unreadable`, `timed-out`, `worker-lost` or `unexpected`
 */
export async function decodeHeic(bytes: Uint8Array<ArrayBuffer>, pixels: number): Promise<ImageBitmap> {
  decoder ??= import('./heicDecoder.ts').then(({ createHeicDecoder }) => createHeicDecoder());
  const outcome = await (await decoder)(bytes, pixels);
  if (outcome.kind === 'failed') throw new PhotoError(outcome.reason);
  return outcome.bitmap;
}
