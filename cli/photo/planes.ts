import type { PhotoDescription } from '../../src/codec/describe/description.ts';
import { PlanesCodec } from '../../src/codec/jpeg/planes/jpegPlanes.ts';
import { isPlainJpeg } from '../../src/codec/jpeg/planes/plainJpeg.ts';
import { protectPlanes } from '../../src/codec/jpeg/planes/protectPlanes.ts';
import type { WrittenPhoto } from './encodePhoto.ts';
import type { PhotoOrder } from './order.ts';

let codec: Promise<PlanesCodec> | null = null;

/**
 * The app's short way of an ordinary JPEG that stays one: protected in its own luma and chroma, without the way to RGB and
 * back. Null for every other photo, damaged ones included: they go the long way, by pixels.
 */
export async function protectInPlanes(
  source: Uint8Array<ArrayBuffer>,
  photo: PhotoDescription,
  { treatment, type, quality }: PhotoOrder,
): Promise<WrittenPhoto | null> {
  if (type !== 'image/jpeg' || quality === undefined || treatment.method === 'cuda') return null;
  if (!isPlainJpeg(photo, source)) return null;
  codec ??= load();
  return (await codec).with(source, photo.orientation, async planes => {
    protectPlanes(planes, treatment);
    const { width, height } = planes;
    return { bytes: planes.encode(Math.round(quality * 100)), width, height };
  });
}

/** It is built in, as text, so that neither a package nor a checkout has to find it. */
async function load(): Promise<PlanesCodec> {
  const { default: file } = await import('../../src/codec/jpeg/planes/planes.wasm?url&inline');
  const bytes = Buffer.from(file.slice(file.indexOf(',') + 1), 'base64');
  return new PlanesCodec(await WebAssembly.compile(bytes));
}
