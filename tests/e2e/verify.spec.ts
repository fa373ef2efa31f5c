import { spawn } from 'node:child_process';
import { appendFileSync, cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { checksumsName, checksumsOf } from '../../src/build/checksumsPlugin.ts';
import { serveStatic } from '../serveStatic.mjs';
import { built } from './ownHost.ts';

/** `npm run verify -- <address>`, while this process serves what it looks at. */
async function verify(address: string): Promise<{ readonly code: number | null; readonly said: string }> {
  const script = join(import.meta.dirname, '../verifyHost.mjs');
  const child = spawn(process.execPath, [script, address]);
  let said = '';
  child.stdout.on('data', data => {
    said += String(data);
  });
  return new Promise(resolve => child.on('close', code => resolve({ code, said })));
}

test('the build lists its files with their hashes', () => {
  const list = readFileSync(join(built, checksumsName), 'utf8');
  expect(list).toBe(checksumsOf(built));
  for (const path of ['index.html', 'sw.js', 'manifest.webmanifest']) expect(list).toContain(`  ${path}\n`);
});

test('a host with the files of the build is found right, under a folder too', async () => {
  const server = await serveStatic(built, { base: '/keyveil/' });
  const { code, said } = await verify(server.address);
  await server.close();
  expect(said).toMatch(/(\d+) of \1 files are those of the build\./);
  expect(code).toBe(0);
});

test('a host with one changed and one missing file is found out', async ({ browserName: _ }, info) => {
  const folder = info.outputPath('host');
  cpSync(built, folder, { recursive: true });
  appendFileSync(join(folder, 'sw.js'), '// and a word of the host’s');
  rmSync(join(folder, 'icon.svg'));
  const server = await serveStatic(folder);
  const { code, said } = await verify(server.address);
  await server.close();
  rmSync(folder, { recursive: true });
  expect(said).toContain('sw.js: differs');
  expect(said).toContain('icon.svg: the host answers 404');
  expect(said).toMatch(/, 2 are not\./);
  expect(code).toBe(1);
});
