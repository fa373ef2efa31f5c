/// <reference lib="webworker" />
import { transfer } from 'comlink';
import heicToUrl from 'heic-to/csp?url';
import { trustWorkersOfLibrary } from '../../policy/scripts.ts';
import { serveWorker } from '../../threads/serveWorker.ts';
import { sampleHeic } from './sample.ts';

/**
 * Decodes HEIC files with heic-to (libheif and libde265 in WebAssembly). heic-to is LGPL: it is
 * served as the file that its makers ship, beside ours and not in it, so anyone may put another version in its place.
 */
type HeicTo = typeof import('heic-to/csp');

export interface HeicWorkerApi {
  /** Fetches and compiles the decoder, and tries it: from here on a photo takes as long as its pixels do. */
  makeReady(): Promise<void>;
  /** One at a time. */
  decode(bytes: Uint8Array<ArrayBuffer>): Promise<HeicAnswer>;
}

export type HeicAnswer =
  /** Upright (libheif turns and mirrors as the file says), colours as they are in the file. */
  | { readonly kind: 'decoded'; readonly bitmap: ImageBitmap }
  /** The bytes are damaged, or of a kind that the decoder does not know. */
  | { readonly kind: 'unreadable' }
  /** The decoder itself could not be fetched. */
  | { readonly kind: 'not-loaded' };

trustWorkersOfLibrary();

async function decode(bytes: Uint8Array<ArrayBuffer>): Promise<HeicAnswer> {
  const library: HeicTo | null = await import(/* @vite-ignore */ heicToUrl).catch(() => null);
  if (library === null) return { kind: 'not-loaded' };
  const options = { premultiplyAlpha: 'none', colorSpaceConversion: 'none' } as const;
  try {
    const bitmap = await library.heicTo({ blob: new Blob([bytes]), type: 'bitmap', options });
    return { kind: 'decoded', bitmap };
  } catch {
    // Strings and errors in many words: all that it rejects with is about the file.
    return { kind: 'unreadable' };
  }
}

const api: HeicWorkerApi = {
  async makeReady() {
    // What is wrong with it, the first photo will say.
    const answer = await decode(sampleHeic());
    if (answer.kind === 'decoded') answer.bitmap.close();
  },
  async decode(bytes) {
    const answer = await decode(bytes);
    return answer.kind === 'decoded' ? transfer(answer, [answer.bitmap]) : answer;
  },
};

serveWorker(api);
