/** What is given to the system's share sheet: how much of it, and under which names. */

/** A zip above this is saved, not shared: the sheet hands it from app to app in memory. Bytes. */
const largestSharedZip = 200 * 1024 * 1024;
/** Photos by themselves: sheets and the apps behind them take a handful at a time. */
const mostSharedPhotos = 30;
const largestSharedPhotos = 50 * 1024 * 1024;

export type Shareable =
  | 'zip'
  /** The sheet takes no zips, but the photos themselves, and they are few. */
  | 'photos'
  /** It takes photos, but there are too many of them. */
  | 'too-many'
  | 'nothing';

interface Wanted {
  /** How many photos, and their bytes together. */
  readonly count: number;
  readonly bytes: number;
  /** How many zips they fill. */
  readonly zips: number;
  /** What the sheet takes. */
  readonly takesZips: boolean;
  readonly takesPhotos: boolean;
}

/** What can be shared of finished photos. */
export function shareableOf({ count, bytes, zips, takesZips, takesPhotos }: Wanted): Shareable {
  if (count === 0) return 'nothing';
  if (takesZips && zips === 1 && bytes <= largestSharedZip) return 'zip';
  if (!takesPhotos) return 'nothing';
  return count <= mostSharedPhotos && bytes <= largestSharedPhotos ? 'photos' : 'too-many';
}

/** The name of a photo that is shared by itself: a sheet knows no folders, so the label goes into the name. */
export function sharedName(path: string): string {
  return path.replaceAll('/', ' - ');
}

const types: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
};

/** The media type of a photo that we wrote, by its ending; sheets refuse files without one. */
export function typeOfPath(path: string): string {
  return types[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? '';
}
