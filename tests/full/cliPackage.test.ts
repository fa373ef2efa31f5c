import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { keyveil, lay, ownFolder } from '../unit/cli/keyveil.ts';
import { picture } from '../unit/cli/pictures.ts';

/** The package of the command line, as machines get it that have no checkout. */

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const folder = ownFolder();
const installed = join(folder, 'node_modules/keyveil');

beforeAll(() => {
  const packed = spawnSync(process.execPath, [join(root, 'cli/build/pack.mjs'), folder], {
    encoding: 'utf8',
  });
  expect(packed.status, packed.stderr).toBe(0);
  const [archive = ''] = readdirSync(folder).filter(name => name.endsWith('.tgz'));
  mkdirSync(installed, { recursive: true });
  expect(
    spawnSync('tar', ['-xzf', join(folder, archive), '--strip-components=1', '-C', installed]).status,
  ).toBe(0);
  const { dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  // Just what it names, from where npm put it for us.
  for (const name of Object.keys(dependencies))
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
}, 300_000);

const call = (args: readonly string[]) =>
  spawnSync(process.execPath, [join(installed, 'keyveil.mjs'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, KEYVEIL_KEY: 'a key' },
  });

test('names what it needs, in the versions that we test with, and nothing else', () => {
  const own = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  const ours = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const all = { ...ours.dependencies, ...ours.devDependencies };
  expect(own.version).toBe(ours.version);
  expect(own.license).toBe(ours.license);
  const named = { ...own.dependencies, ...own.peerDependencies };
  for (const [name, version] of Object.entries(named)) expect(version, name).toBe(all[name]);
  const code = readdirSync(join(installed, 'dist'))
    .filter(name => name.endsWith('.js'))
    .map(name => readFileSync(join(installed, 'dist', name), 'utf8'))
    .join('\n');
  const asked = [...code.matchAll(/^import .*?from "([^".]+)";$|\bimport\("([^".]+)"\)/gm)]
    .map(([, still, later]) => still ?? later ?? '')
    .filter(name => !name.startsWith('node:'));
  expect([...new Set(asked)].sort()).toEqual(Object.keys(named).sort());
});

test('protects a set as the checkout does', async () => {
  for (let i = 0; i < 6; i++)
    lay(join(folder, 'set'), { [`label ${i % 2}/${i}.png`]: await picture('png', 64, 48, i) });
  const packed = call(['protect', 'set', 'packed', '--dataset=a-set']);
  expect({ status: packed.status, stderr: packed.stderr }).toEqual({ status: 0, stderr: '' });
  expect((await keyveil(['protect', 'set', 'ours', '--dataset=a-set'], folder)).code).toBe(0);
  expect(readFileSync(join(folder, 'packed.keyveil.json'), 'utf8')).toBe(
    readFileSync(join(folder, 'ours.keyveil.json'), 'utf8'),
  );
});

test('holds the pages that some commands drive, with the licences of what is in them', () => {
  for (const name of [
    'cli/pages/lab.html',
    'cli/pages/detector.html',
    'cli/pages/trace.html',
    'licences.json',
  ])
    expect(existsSync(join(installed, 'dist/pages', name)), name).toBe(true);
  expect(existsSync(join(installed, 'LICENSE'))).toBe(true);
});

test('says what is missing for commands that drive a browser', () => {
  const { status, stderr } = call(['lab', 'set', '--epochs=1']);
  expect(status).toBe(1);
  expect(stderr).toContain('npm install @playwright/test');
});
