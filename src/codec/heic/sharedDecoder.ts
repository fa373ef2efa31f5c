import { expose, transfer, wrap } from 'comlink';
import { PhotoError } from '../photoError.ts';
import type { DecodeHeic, HeicOutcome } from './heicDecoder.ts';

/**
 * One decoder for all threads that the page starts: each of their own would take a worker, its memory and a share of the cores.
 * The page keeps it, each thread gets a line to it.
 */

interface HeicService {
  decode(bytes: Uint8Array<ArrayBuffer>, pixels: number): Promise<HeicOutcome>;
}

/** The page's end of a line. */
export interface HeicLine {
  /** To be handed to the thread, for `takeHeicLine`. */
  readonly port: MessagePort;
  /** Whether the thread waits for the decoder, which has limits of its own. */
  readonly isWaiting: () => boolean;
  /** Passes over what the thread has asked for and nobody waits for any more. */
  close(): void;
}

/** This thread's decoder, fetched with the first HEIC. */
let own: Promise<DecodeHeic> | null = null;

function ownDecoder(): Promise<DecodeHeic> {
  own ??= import('./heicDecoder.ts').then(({ createHeicDecoder }) => createHeicDecoder());
  return own;
}

/** In the page: a line to its decoder, for one thread. */
export function openHeicLine(decoder: () => Promise<DecodeHeic> = ownDecoder): HeicLine {
  const { port1, port2 } = new MessageChannel();
  const closing = new AbortController();
  let waiting = 0;
  const service: HeicService = {
    async decode(bytes, pixels) {
      waiting += 1;
      try {
        const outcome = await (await decoder())(bytes, pixels, closing.signal);
        return outcome.kind === 'decoded' ? transfer(outcome, [outcome.bitmap]) : outcome;
      } finally {
        waiting -= 1;
      }
    },
  };
  expose(service, port1);
  return {
    port: port2,
    isWaiting: () => waiting > 0,
    close() {
      closing.abort();
      port1.close();
    },
  };
}

let line: DecodeHeic | null = null;

/** In a thread: from here on HEICs go to the decoder at the other end. */
export function takeHeicLine(port: MessagePort): void {
  const { decode } = wrap<HeicService>(port);
  line = (bytes, pixels) => decode(bytes, pixels);
}

/**
 * A HEIC file as a bitmap: upright, its colours as stored. By the page's decoder where there is a line to it, else by one of
 * this thread's own.
 *
 * @param pixels how many it has, for the time that it may take
 * @throws PhotoError `unreadable`, `timed-out`, `worker-lost` or `unexpected`
 */
export async function decodeHeic(bytes: Uint8Array<ArrayBuffer>, pixels: number): Promise<ImageBitmap> {
  const decode = line ?? (await ownDecoder());
  const outcome = await decode(bytes, pixels);
  if (outcome.kind === 'failed') throw new PhotoError(outcome.reason);
  return outcome.bitmap;
}
