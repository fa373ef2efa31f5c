import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { type LicenceList, licenceListFile } from '../../core/licenceList.ts';
import { heldPackages } from './knownParts.ts';
import { LicenceTexts } from './licenceTexts.ts';

/** What Vite writes into bundles of its own accord, by the beginning of a module's name, and whose code that is. */
const helpers: readonly (readonly [start: string, name: string])[] = [
  ['\0rolldown/', 'rolldown'],
  ['\0vite/', 'vite'],
  ['__vite-', 'vite'],
];

interface LicencesPlugins {
  /** For the app: writes the list. */
  readonly app: () => Plugin;
  /** For each worker: they are bundled apart, and before the app is done. */
  readonly worker: () => Plugin;
}

/**
 * Writes `licences.json`, the list of all that others wrote and that the build really holds: what is left of each
 * bundle after unused code is gone, workers and WebAssembly included.
 *
 * @param besides packages whose code is put beside the bundles by other means
 */
export function licencesPlugins(besides: readonly string[] = []): LicencesPlugins {
  const folders = new Set<string>();
  let root = '';

  const collect = (bundle: Bundle) => {
    for (const output of Object.values(bundle)) {
      for (const id of namesIn(output)) {
        const folder = packageFolder(resolve(root, id)) ?? helperFolder(root, id);
        if (folder !== null) folders.add(folder);
      }
    }
  };

  const collector = (): Plugin => ({
    name: 'keyveil:licences',
    apply: 'build',
    configResolved(config) {
      root = config.root;
    },
    generateBundle(_, bundle) {
      collect(bundle as Bundle);
    },
  });

  return {
    worker: collector,
    app: () => ({
      ...collector(),
      generateBundle(_, bundle) {
        collect(bundle as Bundle);
        for (const name of besides) folders.add(installed(root, name));
        const list = listOf(root, [...folders]);
        this.emitFile({ type: 'asset', fileName: licenceListFile, source: `${JSON.stringify(list)}\n` });
      },
    }),
  };
}

/** What we read of Rolldown's output. */
type Bundle = Readonly<
  Record<
    string,
    | { readonly type: 'asset'; readonly originalFileNames: readonly string[] }
    | {
        readonly type: 'chunk';
        readonly modules: Readonly<Record<string, { readonly renderedLength: number }>>;
      }
  >
>;

function namesIn(output: Bundle[string]): readonly string[] {
  if (output.type === 'asset') return output.originalFileNames;
  return Object.entries(output.modules)
    .filter(([, { renderedLength }]) => renderedLength > 0)
    .map(([id]) => id);
}

/** The folder of the package that a file belongs to; null for files of our own. */
function packageFolder(path: string): string | null {
  const found = /^.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+/.exec(path);
  return found?.[0] ?? null;
}

function helperFolder(root: string, id: string): string | null {
  const helper = helpers.find(([start]) => id.startsWith(start));
  return helper ? installed(root, helper[1]) : null;
}

/** Where a package is installed, seen from a folder: there or in one above. */
function installed(from: string, name: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const here = join(folder, 'node_modules', name);
    if (existsSync(join(here, 'package.json'))) return here;
    if (folder === dirname(folder)) throw new Error(`${name} is not installed.`);
  }
}

function listOf(root: string, folders: readonly string[]): LicenceList {
  const texts = new LicenceTexts();
  const found = new Map<string, string>();
  const open = [...folders];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    const { name, version }: { name: string; version: string } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    );
    const key = `${name} ${version}`;
    if (found.has(key)) continue;
    found.set(key, folder);
    for (const held of heldPackages[name] ?? []) open.push(installed(folder, held));
  }
  // In code point order, so that every machine makes the same file.
  const packages = [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, folder]) => texts.describe(folder));
  const compiled = texts.compiled();
  return {
    packages: [...packages, ...compiled],
    texts: [...texts.all],
    own: readFileSync(join(root, 'LICENSE'), 'utf8').trim(),
  };
}
