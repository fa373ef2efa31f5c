/// <reference lib="webworker" />
import heicToUrl from 'heic-to/csp?url';
import { trustWorkersOfLibrary } from '../../policy/scripts.ts';

/**
 * Decodes one HEIC file after another with heic-to (libheif and libde265 in WebAssembly). heic-to is LGPL: it is
 * served as the file that its makers ship, beside ours and not in it, so anyone may put another version in its place.
 */
type HeicTo = typeof import('heic-to/csp');
export type HeicAnswer =
  | { readonly kind: 'decoded'; readonly bitmap: ImageBitmap }
  | { readonly kind: 'failed' };

trustWorkersOfLibrary();

addEventListener('message', ({ data }: MessageEvent<Uint8Array<ArrayBuffer>>) => {
  void decode(data).then(
    bitmap => postMessage({ kind: 'decoded', bitmap } satisfies HeicAnswer, { transfer: [bitmap] }),
    () => postMessage({ kind: 'failed' } satisfies HeicAnswer),
  );
});

/** Upright (libheif turns and mirrors as the file says), colours as they are in the file. */
async function decode(bytes: Uint8Array<ArrayBuffer>): Promise<ImageBitmap> {
  const { heicTo }: HeicTo = await import(/* @vite-ignore */ heicToUrl);
  const options = { premultiplyAlpha: 'none', colorSpaceConversion: 'none' } as const;
  return heicTo({ blob: new Blob([bytes]), type: 'bitmap', options });
}
