import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

/** Who may import whom; the lint rules in biome.json say the same, and here they are put to the test. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  core: [],
  // What runs when the app is built, and never in a browser.
  build: ['core'],
  locales: [],
  policy: [],
  engine: ['core'],
  codec: ['core', 'policy', 'engine'],
  storage: ['core'],
  archive: ['core', 'policy', 'storage'],
  pipeline: ['core', 'engine', 'codec', 'storage'],
  lab: ['core', 'engine', 'codec', 'pipeline'],
  workers: ['core', 'policy', 'engine', 'codec', 'storage', 'pipeline', 'lab'],
  state: ['core', 'policy', 'engine', 'storage', 'archive', 'pipeline', 'workers', 'locales'],
  ui: ['core', 'locales'],
  features: ['core', 'state', 'ui', 'locales'],
};
const rooms = Object.keys(allowed);
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');

/** Ways to write an import, each of which must be caught. */
const spellings: Readonly<Record<string, (from: string) => string>> = {
  value: from => `import { x } from '${from}';\nx();\n`,
  type: from => `import type { X } from '${from}';\nexport type Y = X;\n`,
  reexport: from => `export * from '${from}';\n`,
  lazy: from => `const m = await import('${from}');\nm.x();\n`,
};

interface Diagnostic {
  readonly category: string;
  readonly location: { readonly path: string };
}

const scratch = mkdtempSync(join(tmpdir(), 'keyveil-rooms-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Lints the files under our configuration and says which of them break the given rule. */
function offenders(files: ReadonlyMap<string, string>, rule: string): readonly string[] {
  rmSync(join(scratch, 'src'), { recursive: true, force: true });
  copyFileSync(join(root, 'biome.json'), join(scratch, 'biome.json'));
  for (const [path, code] of files) {
    mkdirSync(dirname(join(scratch, path)), { recursive: true });
    writeFileSync(join(scratch, path), code);
  }
  const { stdout } = spawnSync(
    process.execPath,
    [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'],
    { cwd: scratch, encoding: 'utf8' },
  );
  const report: { readonly diagnostics: readonly Diagnostic[] } = JSON.parse(stdout);
  const caught = report.diagnostics.filter(d => d.category === `lint/${rule}`).map(d => d.location.path);
  return [...new Set(caught)].sort();
}

describe('the lint rule between rooms', () => {
  test('knows every room there is', () => {
    const present = readdirSync(join(root, 'src'), { withFileTypes: true }).filter(entry =>
      entry.isDirectory(),
    );
    expect(rooms).toEqual(expect.arrayContaining(present.map(entry => entry.name)));
  });

  test('refuses every import that a room must not make, in every spelling and depth, and no other', () => {
    const files = new Map<string, string>();
    const forbidden: string[] = [];
    for (const [room, others] of Object.entries(allowed)) {
      for (const other of rooms.filter(name => name !== room)) {
        for (const [name, write] of Object.entries(spellings)) {
          for (const [place, up] of [
            ['', '..'],
            ['deep/', '../..'],
          ]) {
            const path = `src/${room}/${place}${other}-${name}.ts`;
            files.set(path, write(`${up}/${other}/thing.ts`));
            if (!others.includes(other)) forbidden.push(path);
          }
        }
      }
      // A room's own files, and a folder in it that is called like another room.
      files.set(`src/${room}/deep/own.ts`, "import { x } from '../thing.ts';\nx();\n");
      files.set(`src/${room}/own.ts`, "import { x } from './engine/thing.ts';\nx();\n");
    }
    expect(forbidden.length).toBeGreaterThan(100);
    expect(offenders(files, 'style/noRestrictedImports')).toEqual(forbidden.sort());
  });

  test('leaves tfjs to the engine and the lab', () => {
    const files = new Map(
      rooms.map(room => [
        `src/${room}/a.ts`,
        "import * as tf from '@tensorflow/tfjs-core';\ntf.tidy(() => {});\n",
      ]),
    );
    const others = rooms.filter(room => room !== 'engine' && room !== 'lab').map(room => `src/${room}/a.ts`);
    expect(offenders(files, 'style/noRestrictedImports')).toEqual(others.sort());
  });

  test('keeps the DOM out of core', () => {
    const files = new Map([
      ['src/core/a.ts', 'export const title = (): string => document.title;\n'],
      ['src/core/b.ts', "export const put = (): void => localStorage.setItem('a', 'b');\n"],
      ['src/core/c.ts', 'export const bytes = (s: string): Uint8Array => new TextEncoder().encode(s);\n'],
      ['src/ui/a.ts', 'export const title = (): string => document.title;\n'],
    ]);
    expect(offenders(files, 'style/noRestrictedGlobals')).toEqual(['src/core/a.ts', 'src/core/b.ts']);
  });
});
