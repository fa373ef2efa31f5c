#!/usr/bin/env node
/**
 * `keyveil`. In a checkout the sources are built first, once after each change; in the package they are built already.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = new URL('.', import.meta.url);

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

const { main, pages } = await home();
const { run } = await import(main.href);
process.exitCode = await run(process.argv.slice(2), pages);
