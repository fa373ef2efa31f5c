/**
 * Who may import whom: `rooms.json` says it once, and this reads every import in `src` and holds it against that.
 *
 *   node tests/rooms.mjs        prints each import that a room must not make; exit code 1 if there is one
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Every way to name another file: `from '…'`, `import '…'` and `import('…')`. */
const specifiers = /(?:\bfrom|\bimport|\bimport\s*\()\s*(['"])(\.{1,2}\/[^'"?]+)(?:\?[^'"]*)?\1/g;

/**
 * The room that a file lies in: the longest name in the plan that its path begins with. Files beside the rooms (the
 * page's entry) belong to none and may see them all.
 *
 * @param {string} path from `src`, with slashes
 * @param {Readonly<Record<string, unknown>>} rooms
 * @returns {string | null}
 */
export function roomOf(path, rooms) {
  const names = Object.keys(rooms).filter(name => path.startsWith(`${name}/`));
  return names.sort((a, b) => b.length - a.length)[0] ?? null;
}

/**
 * @param {ReadonlyMap<string, string>} files code by path from `src`
 * @param {Readonly<Record<string, { readonly sees: readonly string[] }>>} rooms
 * @returns {readonly string[]} a line for each import that is not allowed
 */
export function forbiddenImports(files, rooms) {
  const found = [];
  for (const [path, code] of files) {
    const room = roomOf(path, rooms);
    if (room === null) {
      if (path.includes('/')) found.push(`${path} lies in no room of rooms.json`);
      continue;
    }
    for (const [, , specifier = ''] of code.matchAll(specifiers)) {
      const target = posix.normalize(posix.join(posix.dirname(path), specifier));
      const other = roomOf(target, rooms);
      if (other === room || (other !== null && rooms[room].sees.includes(other))) continue;
      // Its version is the only thing outside of the rooms that a room may know.
      if (target === '../package.json') continue;
      found.push(
        `${path} imports ${target}: ${room} may see ${rooms[room].sees.join(', ') || 'nothing of ours'}`,
      );
    }
  }
  return found;
}

/** @returns {ReadonlyMap<string, string>} */
export function sourceFiles() {
  const src = join(root, 'src');
  const names = readdirSync(src, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(?:ts|tsx)$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name));
  return new Map(names.map(name => [relative(src, name).split(sep).join('/'), readFileSync(name, 'utf8')]));
}

/** @returns {Readonly<Record<string, { readonly sees: readonly string[]; readonly holds: string }>>} */
export const plan = () => JSON.parse(readFileSync(join(root, 'rooms.json'), 'utf8')).rooms;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const found = forbiddenImports(sourceFiles(), plan());
  for (const line of found) console.log(line);
  process.exit(found.length > 0 ? 1 : 0);
}
