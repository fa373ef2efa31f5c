import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compiledHere, heldPackages } from '../../src/build/licences/knownParts.ts';
import {
  type LicenceList,
  licenceListFile,
  licenceText,
  readLicenceList,
} from '../../src/core/licenceList.ts';
import { root } from '../fixtures/places.ts';

const out = mkdtempSync(join(tmpdir(), 'keyveil-licences-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

const files = (): readonly string[] =>
  readdirSync(out, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name));

const wasmFilesIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter(name => name.endsWith('.wasm'))
        .map(name => join(folder, name))
    : [];

const packageOf = (path: string): string | undefined =>
  /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];

/** What the source maps of the build name: another way to learn what went in than the one that makes the list. */
function packagesInMaps(): ReadonlySet<string> {
  const names = new Set<string>();
  for (const file of files().filter(path => path.endsWith('.map'))) {
    const map: { readonly sources: readonly string[] } = JSON.parse(readFileSync(file, 'utf8'));
    for (const source of map.sources) {
      const name = packageOf(source);
      if (name) names.add(name);
    }
  }
  return names;
}

describe('the list of licences', () => {
  let list: LicenceList = { packages: [], texts: [], own: '' };
  const listed = (): readonly string[] => list.packages.map(({ name }) => name);

  beforeAll(async () => {
    await build({
      root,
      configFile: join(root, 'vite.config.ts'),
      logLevel: 'error',
      build: { outDir: out, emptyOutDir: true, sourcemap: true },
    });
    const read = readLicenceList(readFileSync(join(out, licenceListFile), 'utf8'));
    if (read) list = read;
  }, 240_000);

  test('names every package whose code is in a script, be it the page’s or a worker’s', () => {
    const inMaps = packagesInMaps();
    expect(inMaps.size).toBeGreaterThan(25);
    expect([...inMaps].filter(name => !listed().includes(name))).toEqual([]);
  });

  test('names nothing that is not there', () => {
    const reasons = new Set([...packagesInMaps(), ...Object.values(heldPackages).flat()]);
    // They write their helpers into what they build; these two hold files that are copied as they are.
    for (const { name } of compiledHere) reasons.add(name);
    for (const name of ['vite', 'rolldown', 'heic-to', '@tensorflow/tfjs-backend-wasm']) reasons.add(name);
    expect(listed().filter(name => !reasons.has(name))).toEqual([]);
  });

  test('names the package of every WebAssembly file', () => {
    const binaries = files().filter(path => path.endsWith('.wasm'));
    expect(binaries.length).toBeGreaterThan(1);
    // What we compile ourselves lies beside its sources, which `compiledHere` tells of.
    const folders = listed().map(name => join(root, 'node_modules', name));
    const known = [...folders, join(root, 'src')].flatMap(wasmFilesIn).map(path => readFileSync(path));
    for (const binary of binaries) {
      const bytes = readFileSync(binary);
      expect(
        known.some(one => one.equals(bytes)),
        binary,
      ).toBe(true);
    }
  });

  test('names what workbox puts into the service worker', () => {
    const marks = files()
      .filter(path => path.endsWith('.js'))
      .flatMap(path => [...readFileSync(path, 'utf8').matchAll(/["'`]workbox:([a-z-]+):\d/g)])
      .map(([, name]) => `workbox-${name}`);
    expect(marks.filter(name => !listed().includes(name))).toEqual([]);
  });

  test('says licence and copyright of each in full', () => {
    for (const one of list.packages) {
      const said = licenceText(list, one);
      expect(said.length, one.name).toBeGreaterThan(500);
      expect(said, one.name).toMatch(/copyright|\(c\)/i);
      expect(one.licence, one.name).not.toBe('');
      for (const part of one.parts) {
        expect(licenceText(list, part).length, part.name).toBeGreaterThan(500);
        expect(part.source, part.name).toMatch(/^https:/);
      }
    }
    expect(list.own).toBe(readFileSync(join(root, 'LICENSE'), 'utf8').trim());
  });
});
