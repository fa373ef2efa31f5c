import type { SourceType } from './settings.ts';

/** What a path tells about a dropped file: which label it belongs to, and whether it is worth reading at all. */

/** Pictures with more pixels than this are not worked on (a 120-megapixel photo needs 480 MB once decoded). */
export const maxPhotoPixels = 120_000_000;

const systemNames = new Set([
  ...['__macosx', 'thumbs.db', 'ehthumbs.db', 'desktop.ini', '@eadir', 'icon\r'],
  ...['$recycle.bin', 'system volume information'],
]);

const typeOfExtension: ReadonlyMap<string, SourceType> = new Map(
  (
    [
      ['image/jpeg', 'jpg jpeg jpe jfif pjpeg pjp'],
      ['image/png', 'png apng'],
      ['image/webp', 'webp'],
      ['image/avif', 'avif'],
      ['image/gif', 'gif'],
      ['image/bmp', 'bmp dib'],
      ['image/heic', 'heic heif hif'],
      ['image/jxl', 'jxl'],
    ] as const
  ).flatMap(([type, extensions]) => extensions.split(' ').map(extension => [extension, type] as const)),
);

/** For file pickers: what systems take for pictures, what they do not know to be some, and zips of them. */
export const photosAndZips =
  'image/*,.heic,.heif,.avif,.tif,.tiff,.jxl,.dng,.nef,.nrw,.cr2,.cr3,.arw,.raf,.rw2,.orf,.pef,.srw,.zip,application/zip';

/**
 * A path as browsers and zips give it, in one form: `./a`, `/a/b` and `a//b` become `a`, `a/b` and `a/b`. Empty
 * segments, `.` and `..` are dropped; a path of nothing else comes out empty.
 */
export function normalisePath(path: string): string {
  return path
    .split('/')
    .filter(segment => segment !== '' && segment !== '.' && segment !== '..')
    .join('/');
}

/** The last segment of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Extension in lower case, without the dot; empty where there is none. */
export function extensionOf(path: string): string {
  const name = nameOf(path);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/**
 * The label of a photo is the folder that it lies in: `train/cats/a.jpg` → `cats`. A zip counts as a folder of its
 * name: `cats.zip/a.jpg` → `cats`. Trimmed and NFC-normalised, since macOS hands out decomposed names; null for a
 * loose photo.
 *
 * @param path normalised
 */
export function labelFromPath(path: string): string | null {
  const folder = path.split('/').at(-2);
  if (folder === undefined) return null;
  const label = folder
    .replace(/\.zip$/i, '')
    .normalize('NFC')
    .trim();
  return label === '' ? null : label;
}

/** What iCloud leaves in place of a photo that it took away: `.IMG_1.HEIC.icloud`. */
const cloudStub = /^\..+\.icloud$/i;

/**
 * Files that systems scatter and people never see: any hidden file or folder on the way, thumbnails, settings. Not the
 * stubs of iCloud, whose owners see a photo there.
 */
export function isHidden(path: string): boolean {
  const segments = path.split('/');
  return segments.some(
    (segment, i) =>
      (segment.startsWith('.') && !(i === segments.length - 1 && cloudStub.test(segment))) ||
      systemNames.has(segment.toLowerCase()),
  );
}

/**
 * Of what a person gave by name: a folder or zip that is called `.NET meetup` is not hidden when it was given itself, only
 * what is hidden inside of it.
 */
export function isHiddenGiven(path: string): boolean {
  const [first = '', ...rest] = path.split('/');
  const chosen = rest.length > 0 || (isZip(path) && !first.startsWith('._'));
  return isHidden(chosen ? [first.replace(/^\.+/, ''), ...rest].join('/') : path);
}

/** By its name alone; `type` is what the browser says (it may be empty). */
export function isZip(path: string, type = ''): boolean {
  return extensionOf(path) === 'zip' || type === 'application/zip' || type === 'application/x-zip-compressed';
}

/** The kind of photo that a name promises; null where it is the name of something else. */
export function typeByName(path: string): SourceType | null {
  return typeOfExtension.get(extensionOf(path)) ?? null;
}
