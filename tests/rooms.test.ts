import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { root } from './fixtures/places.ts';
import {
  forbiddenImports,
  importsOf,
  plan,
  type Rooms,
  roomOf,
  roomsTable,
  sourceFiles,
  withRoomsTable,
} from './rooms.mjs';

const rooms = plan();
const names = Object.keys(rooms);
const wingOf = (name: string) => ['prove', 'trace'].find(wing => name.startsWith(`${wing}/`));

describe('what a file imports', () => {
  const spellings: readonly (readonly [spelling: string, code: string])[] = [
    ['a value', "import { a } from './there.ts';"],
    ['a value among others, over several lines', "import {\n  a,\n  b,\n} from './there.ts';"],
    ['all of it', "import * as all from './there.ts';"],
    ['in double quotes', 'import { a } from "./there.ts";'],
    ['a type', "import type { A } from './there.ts';"],
    ['a type beside values', "import { type A, b } from './there.ts';"],
    ['a type named in place', "type A = import('./there.ts').A;"],
    ['the type of all of it', "type A = typeof import('./there.ts');"],
    ['a re-export', "export { a } from './there.ts';"],
    ['a re-exported type', "export type { A } from './there.ts';"],
    ['a re-export of all', "export * from './there.ts';"],
    ['lazily', "const a = () => import('./there.ts');"],
    ['lazily, with a remark before it', "const a = () => import(/* later */ './there.ts');"],
    ['lazily, as a template', 'const a = () => import(`./there.ts`);'],
    ['a side effect', "import './there.ts';"],
    ['a worker', "import script from './there.ts?worker&url';"],
    ['an address', "const a = new URL('./there.ts', import.meta.url);"],
  ];
  test.each(spellings)('%s', (_, code) => {
    expect(importsOf('ui/here.tsx', code)).toEqual(['./there.ts']);
  });

  test('is not what remarks and texts speak of', () => {
    const code =
      "// import './one.ts';\nconst words = \"from './two.ts'\";\nconst a = <p>from './three.ts'</p>;";
    expect(importsOf('ui/here.tsx', code)).toEqual([]);
  });

  test('cannot be told of a file that does not parse', () => {
    expect(() => importsOf('ui/here.ts', 'import {')).toThrow('ui/here.ts');
  });
});

describe('who may import what', () => {
  const small: Rooms = {
    core: { holds: '', sees: [], uses: ['seedrandom'] },
    state: { holds: '', sees: ['core'], floors: ['model', 'model.ts', 'run'] },
    wing: { holds: '', sees: [] },
    'wing/core': { holds: '', sees: ['core'] },
  };
  const told = (path: string, code: string) => forbiddenImports(new Map([[path, code]]), small);

  test.each([
    ['its own room', 'state/a.ts', "import './deep/b.ts';"],
    ['a room that it sees', 'state/deep/a.ts', "import '../../core/b.ts';"],
    ['a floor of its room below its own', 'state/run/a.ts', "import '../model/b.ts'; import '../model.ts';"],
    ['any floor, from above them all', 'state/a.ts', "import './run/b.ts';"],
    ['a package that it uses', 'core/a.ts', "import x from 'seedrandom/lib/alea.js';"],
    ["the project's version", 'core/a.ts', "import { version } from '../../package.json';"],
  ])('%s', (_, path, code) => {
    expect(told(path, code)).toEqual([]);
  });

  test.each([
    ['a room that it does not see', 'core/a.ts', "import '../state/b.ts';"],
    ['a room inside of its own that is another', 'wing/a.ts', "import './core/b.ts';"],
    ['a floor of its room above its own', 'state/model/a.ts', "import '../run/b.ts';"],
    ['what stands above all floors', 'state/run/a.ts', "import '../a.ts';"],
    ['what lies beside the rooms', 'core/a.ts', "import '../main.ts';"],
    ['what lies outside of src', 'core/a.ts', "import '../../tests/b.ts';"],
    ['a package that it does not use', 'state/a.ts', "import 'seedrandom';"],
    ['a package whose name only begins alike', 'core/a.ts', "import 'seedrandom-more';"],
    ["Node's own modules", 'core/a.ts', "import 'node:fs';"],
  ])('not %s', (_, path, code) => {
    expect(told(path, code)).toHaveLength(1);
  });

  test('a folder that no room names is told', () => {
    expect(told('elsewhere/a.ts', '')).toEqual(['elsewhere/a.ts lies in no room of rooms.json']);
  });
});

describe('the plan of the house', () => {
  test('is kept by all our files', () => {
    expect(forbiddenImports(sourceFiles(), rooms)).toEqual([]);
  });

  test('has a room for every folder, and no room without files', () => {
    const lived = new Set([...sourceFiles().keys()].map(path => roomOf(path, rooms)));
    expect(names.filter(name => !lived.has(name))).toEqual([]);
  });

  test('goes upward: no room sees itself or one that stands later', () => {
    for (const [at, name] of names.entries()) {
      for (const seen of rooms[name]?.sees ?? []) {
        expect(names.slice(0, at), `${name} sees ${seen}`).toContain(seen);
      }
    }
  });

  test('names floors that are there', () => {
    const paths = [...sourceFiles().keys()];
    for (const name of names) {
      for (const floor of rooms[name]?.floors ?? []) {
        const there = paths.some(path => path === `${name}/${floor}` || path.startsWith(`${name}/${floor}/`));
        expect(there, `${name}/${floor}`).toBe(true);
      }
    }
  });

  test('has wings that never see each other, and a house that sees none but from its shell', () => {
    const looks = names.flatMap(from => (rooms[from]?.sees ?? []).map(to => ({ from, to })));
    const wrong = looks.filter(({ from, to }) => {
      const wing = wingOf(to);
      return wing !== undefined && wingOf(from) !== wing && from !== 'app';
    });
    expect(wrong).toEqual([]);
    expect(looks.filter(({ to }) => to === 'app')).toEqual([]);
    for (const wing of ['prove', 'trace']) {
      const seen = looks.filter(({ from, to }) => from === 'app' && wingOf(to) === wing);
      expect(seen).toEqual([{ from: 'app', to: `${wing}/view` }]);
    }
  });

  test('keeps TensorFlow.js to those who compute with it', () => {
    const users = names.filter(name => rooms[name]?.uses?.some(used => used.startsWith('@tensorflow/')));
    expect(users).toEqual(['engine', 'tfjs', 'models', 'prove/lab']);
  });

  test('keeps React, the store and Node out of what is computed', () => {
    for (const name of names.filter(one => /(?:^|\/)core$/.test(one))) {
      for (const used of rooms[name]?.uses ?? []) expect(used, name).not.toMatch(/^(?:react|zustand|node)/);
    }
  });

  test('is shown in docs/architecture.md as it is: `node tests/rooms.mjs --write` brings it up to date', () => {
    const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
    expect(withRoomsTable(page, rooms)).toBe(page);
    for (const name of names) expect(roomsTable(rooms)).toContain(`| \`${name}\` | ${rooms[name]?.holds} |`);
  });
});

describe('the linter', () => {
  const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
  const scratch = mkdtempSync(join(tmpdir(), 'keyveil-lint-'));
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));
  cpSync(join(root, 'biome.json'), join(scratch, 'biome.json'));

  /** The rules that code breaks in files of these names, under our settings. */
  function broken(files: Readonly<Record<string, string>>): readonly string[] {
    rmSync(join(scratch, 'src'), { recursive: true, force: true });
    for (const [path, code] of Object.entries(files)) {
      mkdirSync(dirname(join(scratch, path)), { recursive: true });
      writeFileSync(join(scratch, path), code);
    }
    const args = [biome, 'lint', '--reporter=json', 'src'];
    const { stdout } = spawnSync(process.execPath, args, { cwd: scratch, encoding: 'utf8' });
    const told: { diagnostics: readonly { category: string; location: { path: string } }[] } =
      JSON.parse(stdout);
    return told.diagnostics.map(({ category, location }) => `${location.path} ${category.split('/').at(-1)}`);
  }

  test.each(['src/core/a.ts', 'src/prove/core/a.ts', 'src/trace/core/deep/a.ts'])(
    'keeps the browser out of %s',
    path => {
      const uses = ['document.title', 'new OffscreenCanvas(1, 1)', 'fetch("./x")', 'self.name'];
      for (const use of uses) {
        expect(broken({ [path]: `export const a = () => ${use};\n` })).toEqual([
          `${path} noRestrictedGlobals`,
        ]);
      }
    },
  );

  test('lets other rooms know the browser', () => {
    expect(broken({ 'src/ui/a.ts': 'export const a = () => document.title;\n' })).toEqual([]);
  });

  test.each([
    ['of values', "import { b } from './b.ts';\nexport const a = () => b;\n"],
    ['of types', "import type { B } from './b.ts';\nexport type A = B | 1;\n"],
    ['of which one way is lazy', "export const a = () => import('./b.ts');\n"],
    ['of re-exports', "export * from './b.ts';\n"],
  ])('finds a circle %s', (_, code) => {
    const back = "import './a.ts';\nexport const b = 1;\nexport type B = 2;\n";
    expect(broken({ 'src/ui/a.ts': code, 'src/ui/b.ts': back })).toContain('src/ui/a.ts noImportCycles');
  });
});
