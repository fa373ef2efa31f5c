import { createReadStream, openAsBlob, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { digestFiles } from '../../src/archive/digestFiles.ts';
import type { DigestedFile } from '../../src/core/archive/archiveCheck.ts';
import { isHidden, isZip } from '../../src/core/intake.ts';
import type { ReceiptFile } from '../../src/core/receipt.ts';
import { cardFiles } from '../card/cardFiles.ts';
import { sha256 } from '../photo/protectPhoto.ts';
import { photoByName } from '../set/photoNames.ts';
import { memberBecomes, sourceIn } from '../set/tars.ts';
import { digestOf } from '../tar/hashed.ts';
import { DamagedTar, readTar } from '../tar/readTar.ts';
import { isFolder } from '../terminal/files.ts';
import type { Terminal } from '../terminal/terminal.ts';

interface Digested {
  readonly files: readonly DigestedFile[];
  /** Zips and tars that cannot be read. */
  readonly damaged: readonly string[];
}

/** The SHA-256 of everything in an archive, each under the path that a receipt has for it. */
export async function digestArchive(
  archives: readonly string[],
  listed: readonly ReceiptFile[],
  terminal: Terminal,
): Promise<Digested> {
  const places = placesInTars(listed);
  const files: DigestedFile[] = [];
  const damaged: string[] = [];
  for (const { path, name } of archives.flatMap(filesAt)) {
    terminal.signal.throwIfAborted();
    terminal.show(`${files.length.toLocaleString('en')} files read`);
    if (name.endsWith('.tar')) {
      const inside = await digestTar(path, name, places);
      if (inside === null) damaged.push(name);
      else files.push(...inside);
    } else if (isZip(name)) {
      const inside = await digestFiles([{ path: name, file: await openAsBlob(path) }]);
      files.push(...inside.files);
      damaged.push(...inside.damaged);
    } else files.push({ path: name, sha256: await digestOf(path) });
  }
  terminal.show('');
  return { files, damaged };
}

/** An archive's files: those of a folder, but for what systems scatter and what is published beside the photos. */
function filesAt(archive: string): readonly { readonly path: string; readonly name: string }[] {
  if (!isFolder(archive)) return [{ path: archive, name: basename(archive) }];
  return readdirSync(archive, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => {
      const path = join(entry.parentPath, entry.name);
      return { path, name: path.slice(join(archive, '/').length).split('\\').join('/') };
    })
    .filter(({ name }) => !isHidden(name) && !cardFiles.includes(name));
}

/** Where the photos that came out of tars lie: path in the receipt, by tar and name there. */
function placesInTars(listed: readonly ReceiptFile[]): ReadonlyMap<string, string> {
  const inTars = listed.filter(({ source }) => source.includes('!/'));
  return new Map(inTars.map(({ source, path }) => [memberBecomes(source, path), path]));
}

async function digestTar(
  path: string,
  name: string,
  places: ReadonlyMap<string, string>,
): Promise<readonly DigestedFile[] | null> {
  const files: DigestedFile[] = [];
  try {
    for await (const member of readTar(createReadStream(path, { highWaterMark: 1 << 20 }))) {
      const place = sourceIn(name, member.name);
      const listed = places.get(place);
      // What is no photo was copied as it was; no receipt tells of it.
      if (listed !== undefined || photoByName(member.name) !== null)
        files.push({ path: listed ?? place, sha256: sha256(member.bytes) });
    }
  } catch (error) {
    if (error instanceof DamagedTar) return null;
    throw error;
  }
  return files;
}
