import { refuseTooLarge } from '../codec/decode.ts';
import type { PhotoDescription } from '../codec/describe/description.ts';
import type { PlanesCodec } from '../codec/jpeg/planes/jpegPlanes.ts';
import { loadPlanes } from '../codec/jpeg/planes/loadPlanes.ts';
import { isPlainJpeg } from '../codec/jpeg/planes/plainJpeg.ts';
import { type PlanarTreatment, protectPlanes } from '../codec/jpeg/planes/protectPlanes.ts';
import type { ProtectJob } from './job.ts';

/** A photo as it was written, before it is marked. */
export interface WrittenPhoto {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/**
 * The short way of an ordinary JPEG that stays one: decoded to luma and chroma, protected there and encoded again,
 * without a canvas. A third of the time of the long way, and of the memory. Null for every other photo, and where the
 * browser cannot take it: then it goes the long way, by pixels.
 *
 * @param source the whole file; stays as it is
 * @throws PhotoError `too-large`, and what the signal aborts with
 */
export async function protectedPlanes(
  source: Uint8Array<ArrayBuffer>,
  photo: PhotoDescription,
  { treatment, output }: ProtectJob,
  signal: AbortSignal,
): Promise<WrittenPhoto | null> {
  const way = await planesWay(source, photo, { treatment, output });
  if (way === null) return null;
  refuseTooLarge(photo);
  return way.codec.with(source, photo.orientation, async planes => {
    signal.throwIfAborted();
    if (way.treatment !== null) protectPlanes(planes, way.treatment);
    signal.throwIfAborted();
    const { width, height } = planes;
    return { bytes: planes.encode(way.quality), width, height };
  });
}

/** What the short way needs. */
interface PlanesWay {
  readonly codec: PlanesCodec;
  readonly treatment: PlanarTreatment | null;
  /** 1 to 100. */
  readonly quality: number;
}

/** Null where a photo's only way is the long one; the bench asks here, too. */
export async function planesWay(
  source: Uint8Array,
  photo: PhotoDescription,
  { treatment, output }: Pick<ProtectJob, 'treatment' | 'output'>,
): Promise<PlanesWay | null> {
  const { format, quality, longSide = null } = output;
  if (!isPlainJpeg(photo, source) || format !== 'image/jpeg' || quality === undefined || longSide !== null)
    return null;
  if (treatment?.method === 'cuda') return null;
  const codec = await loadPlanes();
  return codec && { codec, treatment, quality: Math.round(quality * 100) };
}
