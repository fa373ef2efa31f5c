import { expose } from 'comlink';
import type { OutputType } from '../../../src/core/settings.ts';
import type { Treatment } from '../../../src/engine/engine.ts';
import { type Folder, openFolder } from '../../../src/storage/folder.ts';
import type { StoredFile } from '../../../src/storage/storage.ts';
import { openOpenCv, protectWithOpenCv } from './opencv.ts';
import { openVips, protectWithVips } from './vips.ts';

export type PeerKind = 'opencv' | 'vips';

let place: Folder | null = null;

/**
 * One photo, whole, through another library: read, decoded, filtered, encoded, and stored where ours are. Without the
 * digests that Keyveil makes, so a little less is asked of it.
 */
const peer = {
  async open(kind: PeerKind, base: string): Promise<void> {
    await (kind === 'opencv' ? openOpenCv(`${base}opencv.js`) : openVips(`${base}vips`));
  },

  async protect(
    kind: PeerKind,
    file: Blob,
    type: OutputType,
    quality: number | undefined,
    treatment: Treatment,
    folder: string | null,
  ): Promise<StoredFile> {
    const bytes =
      kind === 'vips'
        ? protectWithVips(new Uint8Array(await file.arrayBuffer()), type, quality, treatment)
        : await throughCanvas(file, type, quality, treatment);
    place ??= await openFolder(folder);
    return place.gather('peer', bytes, type);
  },
};

/** OpenCV.js has no coders of its own: a page that uses it draws photos on canvases. */
async function throughCanvas(
  file: Blob,
  type: OutputType,
  quality: number | undefined,
  treatment: Treatment,
): Promise<Uint8Array<ArrayBuffer>> {
  const bitmap = await createImageBitmap(file);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no 2D canvas');
  context.drawImage(bitmap, 0, 0);
  const image = context.getImageData(0, 0, bitmap.width, bitmap.height);
  bitmap.close();
  const { width, height } = image;
  protectWithOpenCv(
    { width, height, data: new Uint8ClampedArray(image.data.buffer as ArrayBuffer) },
    treatment,
  );
  context.putImageData(image, 0, 0);
  const blob = await canvas.convertToBlob(quality === undefined ? { type } : { type, quality });
  return new Uint8Array(await blob.arrayBuffer());
}

export type Peer = typeof peer;

expose(peer);
