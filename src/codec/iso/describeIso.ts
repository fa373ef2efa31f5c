import type { SourceType } from '../../core/settings.ts';
import type { Described, Seen } from '../describe/description.ts';
import { isoBrands } from './brands.ts';
import { isoPicture } from './isoPicture.ts';

/** Major brands of files that are first of all a film. */
const sequenceBrands = new Set(['msf1', 'hevc', 'hevx', 'avis']);

/** HEIC and AVIF. A HEIC file is to be named even where its size stays unknown. */
export function describeIso({ bytes, whole }: Seen, type: SourceType): Described {
  const picture = isoPicture(bytes);
  const known = picture !== null && picture.width > 0 && picture.height > 0;
  if (!known && type !== 'image/heic') return null;
  const animated = sequenceBrands.has(isoBrands(bytes)[0] ?? '');
  return {
    width: known ? picture.width : 0,
    height: known ? picture.height : 0,
    orientation: picture?.orientation ?? 1,
    // Its own boxes say it, and browsers and libheif follow them; EXIF in it does not count.
    turnedBy: 'browser',
    // A film may have its alpha in a track.
    alpha: known && !picture.alpha && !animated ? 'none' : 'levels',
    animated,
    colour: { model: 'rgb', bits: picture?.bits ?? 8, profile: picture?.colour?.kind === 'profile' },
    settled: whole || known,
  };
}
