/**
 * One rule for the names of files and folders: what comes out can be unpacked on Windows, macOS, Linux and phones,
 * always stays inside the folder it is put in, and looks like what it is.
 */

/** Longest folder or file name in UTF-8 bytes, extension included. Disks take 255; paths on Windows much less. */
export const longestName = 120;

/** Windows takes these for devices, whatever extension follows. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$)\s*(\.|$)/i;
/** Separators and what Windows forbids; control characters; halves of code points. */
const forbidden = /[<>:"/\\|?*\p{Cc}\p{Cs}\u2028\u2029]/gu;
/** Shown as nothing, or turn the text around (`gpj.exe` read backwards). Joiners stay: scripts and emoji need them. */
const invisible = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
/** Windows drops dots and spaces at the end; at the front dots hide a file, and `..` leaves the folder. */
const ends = /^[\s.]+|[\s.]+$/gu;
/** Of a file's name, the extension that the protected photo's own replaces. */
const pictureExtension =
  /\.(jpe?g|jpe|jfif|pjpeg|a?png|webp|avif|gif|bmp|dib|hei[cf]|hif|jxl|tiff?|dng|nef|nrw|cr[23w]|arw|raf|rw2|orf|pef|srw|x3f|3fr|iiq)$/i;
const replacement = '_';

const utf8 = new TextEncoder();

/** Length of the text in UTF-8 bytes. */
export function utf8Length(text: string): number {
  return utf8.encode(text).length;
}

/**
 * A text as the name of one folder or one file without extension: NFC, never empty, no separators, nothing hidden,
 * no device name, at most `longest` UTF-8 bytes (8 or more), cut between code points. Cleaning twice changes nothing.
 */
export function cleanSegment(text: string, longest: number = longestName): string {
  const plain = text
    .normalize('NFC')
    .replace(invisible, '')
    .replace(forbidden, replacement)
    .normalize('NFC')
    .replace(ends, '');
  const cut = shorten(plain, longest);
  const safe = reserved.test(cut) ? shorten(replacement + cut, longest) : cut;
  return safe === '' ? replacement : safe;
}

/** The longest start of a cleaned text that fits, whole code points, without dots and spaces at its end. */
function shorten(text: string, longest: number): string {
  if (utf8Length(text) <= longest) return text;
  let bytes = 0;
  let end = 0;
  for (const character of text) {
    bytes += utf8Length(character);
    if (bytes > longest) break;
    end += character.length;
  }
  return text.slice(0, end).replace(ends, '');
}

/** A name as disks that ignore case compare it. Errs on the side of "the same" (ß and ss, for one). */
export function folded(name: string): string {
  return name.normalize('NFC').toLowerCase().toUpperCase().toLowerCase().normalize('NFC');
}

/** Gives out names in one folder, none twice: a clash gets ` (2)`, ` (3)` and so on. */
class Folder {
  readonly #taken = new Set<string>();
  /** The number to try next for a name that clashed; thousands of `image.jpg` must not count from 2 each time. */
  readonly #next = new Map<string, number>();

  /** Keeps a name from being given out. */
  take(name: string): void {
    this.#taken.add(folded(name));
  }

  /** @param extension with its dot, or empty for a folder */
  name(stem: string, extension: string): string {
    const first = cleanSegment(stem, longestName - extension.length);
    const clash = folded(first + extension);
    let name = first;
    let number = this.#next.get(clash) ?? 2;
    while (this.#taken.has(folded(name + extension))) {
      const suffix = ` (${number})`;
      name = cleanSegment(stem, longestName - extension.length - suffix.length) + suffix;
      number += 1;
    }
    this.#next.set(clash, number);
    this.#taken.add(folded(name + extension));
    return name + extension;
  }
}

/** A file to be placed in the archive. `extension` has no dot. */
export interface NamedFile {
  readonly label: string;
  /** Name of the source file; folders in it are ignored, and so is the extension of a picture. */
  readonly name: string;
  readonly extension: string;
}

/** Whether this could be a path of an archive: one folder and one file in it, both under names that `cleanSegment` leaves. */
export function isArchivePath(path: string): boolean {
  const parts = path.split('/');
  return parts.length === 2 && parts.every(part => cleanSegment(part) === part);
}

/** A path that was given out before, in an earlier archive of the same dataset. */
export interface TakenPath {
  readonly label: string;
  readonly path: string;
}

interface LabelFolder {
  readonly path: string;
  readonly files: Folder;
}

/**
 * The archive's paths, `<label>/<name>.<ext>`, one for each file in order, none equal to another even on a disk that
 * ignores case. The same files in the same order have the same paths; so pass all photos of the archive, not a part.
 *
 * @param taken paths that no file may get; a label that has one keeps the folder that it names
 */
export function archivePaths(
  files: readonly NamedFile[],
  taken: readonly TakenPath[] = [],
): readonly string[] {
  const folders = new Folder();
  const inLabel = foldersOf(taken, folders);
  return files.map(file => {
    const known = inLabel.get(file.label);
    const folder = known ?? { path: folders.name(file.label, ''), files: new Folder() };
    if (known === undefined) inLabel.set(file.label, folder);
    return `${folder.path}/${folder.files.name(stemOf(file.name), `.${file.extension}`)}`;
  });
}

/**
 * The same files under names without meaning: 0001, 0002 … in each label, in their order, after the highest number that
 * was given out there before. Photos added at the end rename none before them.
 */
export function plainNamed(
  files: readonly NamedFile[],
  taken: readonly TakenPath[] = [],
): readonly NamedFile[] {
  const last = new Map<string, number>();
  for (const { label, path } of taken) {
    const number = Number(/\/(\d{4,9})\.[^./]*$/.exec(path)?.[1] ?? 0);
    last.set(label, Math.max(last.get(label) ?? 0, number));
  }
  return files.map(file => {
    const number = (last.get(file.label) ?? 0) + 1;
    last.set(file.label, number);
    return { ...file, name: String(number).padStart(4, '0') };
  });
}

function foldersOf(taken: readonly TakenPath[], folders: Folder): Map<string, LabelFolder> {
  const byName = new Map<string, LabelFolder>();
  const inLabel = new Map<string, LabelFolder>();
  for (const { label, path } of taken) {
    const slash = path.indexOf('/');
    const name = path.slice(0, Math.max(0, slash));
    const folder = byName.get(folded(name)) ?? { path: name, files: new Folder() };
    byName.set(folded(name), folder);
    folders.take(name);
    folder.files.take(path.slice(slash + 1));
    // A receipt that somebody edited may give one label two folders: the first is as good as the second.
    if (name !== '' && !inLabel.has(label)) inLabel.set(label, folder);
  }
  return inLabel;
}

function stemOf(name: string): string {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  return base.replace(pictureExtension, '');
}
