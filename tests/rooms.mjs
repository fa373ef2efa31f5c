/**
 * Who may import what: `rooms.json` says it once, and this reads every import in `src` and holds it against that.
 *
 *   node tests/rooms.mjs           prints each import that a room must not make; exit code 1 if there is one
 *   node tests/rooms.mjs --write   writes the table of rooms into docs/architecture.md
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseSync } from 'vite';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const page = join(root, 'docs/architecture.md');

/** Between these the table stands on its page. */
const marks = { from: '<!-- rooms -->', to: '<!-- /rooms -->' };

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
 * What a file imports, however it is spelt: values, types, re-exports, side effects, lazily, as a type alone, as a
 * worker or an address (`./x.ts?worker&url`, `new URL('./x.ts', import.meta.url)`). Each as it stands there, what
 * follows a `?` left off.
 *
 * @param {string} path tells the language, by its ending
 * @param {string} code
 * @returns {readonly string[]}
 */
export function importsOf(path, code) {
  const { program, errors } = parseSync(path, code);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
  const found = [];
  const take = node => {
    // A template without gaps says as much as a string.
    const value = node?.type === 'TemplateLiteral' ? node.quasis[0]?.value.cooked : node?.value;
    if (typeof value === 'string') found.push(value.replace(/\?.*$/, ''));
  };
  const visit = node => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (node === null || typeof node !== 'object') return;
    if (node.type === 'NewExpression' && isAddress(node)) take(node.arguments[0]);
    else if (typeof node.type === 'string') take(node.source);
    Object.values(node).forEach(visit);
  };
  visit(program);
  return found;
}

const isAddress = ({ callee, arguments: [, base] }) =>
  callee.name === 'URL' && base?.type === 'MemberExpression' && base.object.type === 'MetaProperty';

/** `react` of `react/jsx-runtime`, `@scure/bip39` of `@scure/bip39/wordlists/english.js`, `node` of all that is Node's. */
const packageOf = specifier =>
  specifier.startsWith('node:') ? 'node' : specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

/** Which of a room's floors a file stands on, from 0; those that none names stand above. `path`: from the room. */
function floorOf(path, floors) {
  const at = floors.indexOf(path.split('/')[0]);
  return at < 0 ? floors.length : at;
}

/**
 * @param {ReadonlyMap<string, string>} files code by path from `src`
 * @param {import('./rooms.d.mts').Rooms} rooms
 * @returns {readonly string[]} a line for each import that is not allowed, and for each file that lies in no room
 */
export function forbiddenImports(files, rooms) {
  const found = [];
  for (const [path, code] of files) {
    const name = roomOf(path, rooms);
    if (name === null) {
      if (path.includes('/')) found.push(`${path} lies in no room of rooms.json`);
      continue;
    }
    const { sees, uses = [], floors = [] } = rooms[name];
    for (const specifier of importsOf(path, code)) {
      if (!specifier.startsWith('.')) {
        const wanted = packageOf(specifier);
        if (uses.includes(wanted)) continue;
        found.push(`${path} imports ${wanted}: ${name} may use ${uses.join(', ') || 'no package'}`);
        continue;
      }
      const target = posix.normalize(posix.join(posix.dirname(path), specifier));
      const other = roomOf(target, rooms);
      if (other === name) {
        const [own, below] = [path, target].map(each => floorOf(each.slice(name.length + 1), floors));
        if (below > own) found.push(`${path} imports ${target}, which stands above it in ${name}`);
        continue;
      }
      if (other !== null && sees.includes(other)) continue;
      // Its version is the only thing outside of the rooms that a room may know.
      if (target === '../package.json') continue;
      found.push(`${path} imports ${target}: ${name} may see ${sees.join(', ') || 'nothing of ours'}`);
    }
  }
  return found;
}

/** @returns {ReadonlyMap<string, string>} */
export function sourceFiles() {
  const src = join(root, 'src');
  const names = readdirSync(src, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(?:ts|tsx|mts)$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name));
  return new Map(names.map(name => [relative(src, name).split(sep).join('/'), readFileSync(name, 'utf8')]));
}

/** The rooms of `rooms.json`, from the lowest up. */
export const plan = () => JSON.parse(readFileSync(join(root, 'rooms.json'), 'utf8')).rooms;

/** The rooms as a table in Markdown. */
export function roomsTable(rooms) {
  const inCode = names => names.map(name => `\`${name}\``).join(', ');
  const rows = Object.entries(rooms).map(
    ([name, { holds, sees, uses = [] }]) =>
      `| \`${name}\` | ${holds} | ${inCode(sees) || 'nothing'} | ${inCode(uses)} |`,
  );
  return ['| room | holds | may import | packages |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** The page that shows the table, with the table as it is to be. */
export function withRoomsTable(text, rooms) {
  const [from, to] = [text.indexOf(marks.from), text.indexOf(marks.to)];
  if (from < 0 || to < from) throw new Error(`No ${marks.from} … ${marks.to} in ${page}`);
  return `${text.slice(0, from)}${marks.from}\n\n${roomsTable(rooms)}\n\n${text.slice(to)}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (process.argv.includes('--write')) {
    writeFileSync(page, withRoomsTable(readFileSync(page, 'utf8'), plan()));
  }
  const found = forbiddenImports(sourceFiles(), plan());
  for (const line of found) console.log(line);
  process.exitCode = found.length > 0 ? 1 : 0;
}
