import { expose, transfer } from 'comlink';
import type { DecodeHeic, HeicOutcome } from './heicDecoder.ts';

/**
 * One decoder for all threads that the page starts: each of their own would take a worker, its memory and a share of the cores.
 * The page keeps it, each thread gets a line to it, and the decoder is fetched with the first HEIC.
 */

/** The page's end of a line. */
export interface HeicLine {
  /** To be handed to the thread, for `takeHeicLine`. */
  readonly port: MessagePort;
  /** Whether the thread waits for the decoder, which has limits of its own. */
  readonly isWaiting: () => boolean;
  /** Passes over what the thread has asked for and nobody waits for any more. */
  close(): void;
}

/** What a line is for. */
export interface HeicService {
  decode(bytes: Uint8Array<ArrayBuffer>, pixels: number): Promise<HeicOutcome>;
}

let shared: Promise<DecodeHeic> | null = null;

function sharedDecoder(): Promise<DecodeHeic> {
  shared ??= import('./heicDecoder.ts').then(({ createHeicDecoder }) => createHeicDecoder());
  return shared;
}

/** A line for one thread. */
export function openHeicLine(decoder: () => Promise<DecodeHeic> = sharedDecoder): HeicLine {
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
