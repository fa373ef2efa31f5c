import { expose } from 'comlink';
import { decode } from '../../../src/codec/decode.ts';
import { describePhoto } from '../../../src/codec/describe/describePhoto.ts';
import { encode } from '../../../src/codec/encode.ts';
import { loadPlanes } from '../../../src/codec/jpeg/planes/loadPlanes.ts';
import type { OutputType } from '../../../src/core/settings.ts';
import type { Treatment } from '../../../src/engine/engine.ts';
import { type Folder, openFolder } from '../../../src/storage/folder.ts';
import type { StoredFile } from '../../../src/storage/storage.ts';
import { openOpenCv, protectWithOpenCv } from './opencv.ts';
import { openVips, protectWithVips } from './vips.ts';

/** Other libraries; and, to see what any of them could do at best, pairs of a decoder and an encoder with nothing between. */
export type PeerKind = 'opencv' | 'vips' | PairKind;
type PairKind = 'canvasPair' | 'vipsPair' | 'ownPair';

let place: Folder | null = null;

/**
 * One photo, whole, through another library: read, decoded, filtered, encoded, and stored where ours are. Without the
 * digests that Keyveil makes, so a little less is asked of it.
 */
const peer = {
  async open(kind: PeerKind, base: string): Promise<void> {
    if (kind === 'opencv') await openOpenCv(`${base}opencv.js`);
    if (kind === 'vips' || kind === 'vipsPair') await openVips(`${base}vips`);
  },

  /** @param treatment null for a pair */
  async protect(
    kind: PeerKind,
    file: Blob,
    type: OutputType,
    quality: number | undefined,
    treatment: Treatment | null,
    folder: string | null,
  ): Promise<StoredFile> {
    const bytes = await made(kind, file, type, quality, treatment);
    place ??= await openFolder(folder);
    return place.gather('peer', bytes, type);
  },
};

async function made(
  kind: PeerKind,
  file: Blob,
  type: OutputType,
  quality: number | undefined,
  treatment: Treatment | null,
): Promise<Uint8Array<ArrayBuffer>> {
  if (kind === 'opencv' || kind === 'canvasPair') return throughCanvas(file, type, quality, treatment);
  const source = new Uint8Array(await file.arrayBuffer());
  return kind === 'ownPair'
    ? throughOwnCodecs(source, type, quality)
    : protectWithVips(source, type, quality, treatment);
}

/** Keyveil's own codecs: libjpeg-turbo's planes for JPEGs, what it has for small pictures else. */
async function throughOwnCodecs(
  source: Uint8Array<ArrayBuffer>,
  type: OutputType,
  quality: number | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const codec = type === 'image/jpeg' ? await loadPlanes() : null;
  const recoded = await codec?.with(source, 1, async planes =>
    planes.encode(Math.round((quality ?? 1) * 100)),
  );
  if (recoded) return recoded;
  const photo = await describePhoto(source);
  if (photo === null) throw new Error('The bench made no photo.');
  return (await encode(await decode(source, photo), type, quality)).bytes;
}

/** OpenCV.js has no coders of its own: a page that uses it draws photos on canvases. */
async function throughCanvas(
  file: Blob,
  type: OutputType,
  quality: number | undefined,
  treatment: Treatment | null,
): Promise<Uint8Array<ArrayBuffer>> {
  const bitmap = await createImageBitmap(file);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no 2D canvas');
  context.drawImage(bitmap, 0, 0);
  const image = context.getImageData(0, 0, bitmap.width, bitmap.height);
  bitmap.close();
  const { width, height } = image;
  const data = new Uint8ClampedArray(image.data.buffer as ArrayBuffer);
  if (treatment !== null) protectWithOpenCv({ width, height, data }, treatment);
  context.putImageData(image, 0, 0);
  const blob = await canvas.convertToBlob(quality === undefined ? { type } : { type, quality });
  return new Uint8Array(await blob.arrayBuffer());
}

export type Peer = typeof peer;

expose(peer);
