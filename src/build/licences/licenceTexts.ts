import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LicencePackage, LicencePiece } from '../../core/licenceList.ts';
import {
  compiledHere,
  knownParts,
  type Licence,
  type Notice,
  type Part,
  writtenNotices,
} from './knownParts.ts';

const here = dirname(fileURLToPath(import.meta.url));

/** Licence texts, each kept once. */
export class LicenceTexts {
  readonly #texts: string[] = [];

  get all(): readonly string[] {
    return this.#texts;
  }

  #add(texts: readonly string[]): number[] {
    return texts.map(text => {
      // Blank lines around go, what the first line is indented by stays.
      const tidy = text.replaceAll('\r\n', '\n').replace(/^(?:[^\S\n]*\n)+|\s+$/g, '');
      const at = this.#texts.indexOf(tidy);
      return at >= 0 ? at : this.#texts.push(tidy) - 1;
    });
  }

  /**
   * What the list says of an installed package.
   *
   * @param folder that of its package.json
   * @throws Error when it comes without the text of its licence and none is written in knownParts.ts
   */
  describe(folder: string): LicencePackage {
    const about: PackageFile = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const { name, version, license } = about;
    if (typeof license !== 'string') throw new Error(`${name} names no licence.`);
    const notice = writtenNotices[name];
    const own = notice ? inFull(notice) : textIn(folder);
    if (own === null) {
      throw new Error(
        `${name} comes without the text of its licence: write it in src/build/licences/knownParts.ts.`,
      );
    }
    const parts = (knownParts[name] ?? []).map(part => this.#piece(part));
    return { name, version, licence: license, source: sourceOf(about), text: this.#add(own), parts };
  }

  /** What the list says of what we compiled ourselves. */
  compiled(): readonly LicencePackage[] {
    return compiledHere.map(({ version, parts, ...part }) => ({
      ...this.#piece(part),
      version,
      parts: parts.map(held => this.#piece(held)),
    }));
  }

  #piece(part: Part): LicencePiece {
    const { name, licence, source } = part;
    return { name, licence, source, text: this.#add(inFull(part)) };
  }
}

interface PackageFile {
  readonly name: string;
  readonly version: string;
  readonly license?: unknown;
  readonly homepage?: string;
  readonly repository?: string | { readonly url: string };
}

function inFull({ copyright, texts }: Notice): readonly string[] {
  return [copyright, ...texts.map(written)];
}

function written(licence: Licence): string {
  return readFileSync(join(here, 'texts', `${licence}.txt`), 'utf8');
}

/** The licence that a package brings; null when it has none. */
function textIn(folder: string): readonly string[] | null {
  const name = readdirSync(folder)
    .sort()
    .find(file => /^(?:licen[cs]e|copying)(?:\.(?:md|markdown|txt))?$/i.test(file));
  if (name === undefined) return null;
  const text = readFileSync(join(folder, name), 'utf8');
  // Vite's own file goes on with what Vite itself holds, none of which gets into what it builds.
  const [first = ''] = text.split(/^# Licenses of bundled dependencies$/m);
  // The lesser licence is an addition to the greater one and has to come with it.
  return /lesser general public/i.test(first) ? [first, written('GPL-3.0')] : [first];
}

function sourceOf({ repository, homepage }: PackageFile): string {
  const url = typeof repository === 'string' ? repository : repository?.url;
  if (url === undefined) return homepage ?? '';
  if (/^[\w-]+\/[\w.-]+$/.test(url)) return `https://github.com/${url}`;
  return url
    .replace(/^git\+/, '')
    .replace(/^(?:git|ssh):\/\/(?:git@)?/, 'https://')
    .replace(/\.git$/, '');
}
