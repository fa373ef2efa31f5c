import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';

/** The list of the build's files, for those who compare a host's files with it; as `sha256sum --check` reads it. */
export const checksumsName = 'sha256sums.txt';

/** What lies in the build but is for the host itself, which gives it to nobody. */
const notServed: readonly string[] = [checksumsName, '_headers'];

/** One line a file, sorted: 64 hexadecimal digits, two spaces, the path with forward slashes. */
export function checksumsOf(folder: string): string {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter(path => !notServed.includes(path))
    .sort();
  const lines = paths.map(path => {
    const digest = createHash('sha256')
      .update(readFileSync(join(folder, path)))
      .digest('hex');
    return `${digest}  ${path}\n`;
  });
  return lines.join('');
}

/** Writes {@link checksumsName} when everything else is there. Comes last in the list of plugins. */
export function checksumsPlugin(): Plugin {
  let outDir = 'dist';
  return {
    name: 'keyveil:checksums',
    apply: 'build',
    configResolved: ({ root, build }) => {
      outDir = resolve(root, build.outDir);
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler: () => writeFileSync(join(outDir, checksumsName), checksumsOf(outDir)),
    },
  };
}
