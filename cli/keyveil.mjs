#!/usr/bin/env node
/**
 * `keyveil`. In a checkout the sources are built first, once after each change; in the package they are built already.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { followParent, isTuned, runTuned } from './tunedProcess.mjs';

const here = new URL('.', import.meta.url);
const args = process.argv.slice(2);

async function home() {
  if (!existsSync(new URL('../src/core', here))) {
    return {
      main: new URL('dist/main.js', here),
      pages: async () => fileURLToPath(new URL('dist/pages', here)),
    };
  }
  const { build, buildPages } = await import('./build/fromSources.mjs');
  const folder = await build();
  return { main: pathToFileURL(`${folder}/main.js`), pages: () => buildPages(folder) };
}

async function run() {
  const { main, pages } = await home();
  followParent();
  return (await import(main.href)).run(args, pages);
}

const long = args[0] === 'protect' && !args.includes('--help') && !args.includes('--dry-run');
process.exitCode = long && !isTuned() ? await runTuned(fileURLToPath(import.meta.url), args) : await run();
