/**
 * Builds the command line out of the sources, once after each change. Every state of the sources has a folder of its own,
 * which is put in its place whole: many commands may begin at once, and none sees half of it.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const builds = join(root, '.harness/cli');

/** Names, sizes and times of all that the build is made of. */
function state() {
  const hash = createHash('sha256');
  for (const folder of ['cli', 'src']) {
    const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
    const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
    for (const path of paths.filter(path => !path.includes('/dist/')).sort()) {
      const { size, mtimeMs } = statSync(path);
      hash.update(`${path} ${size} ${mtimeMs}\n`);
    }
  }
  hash.update(String(statSync(join(root, 'package.json')).mtimeMs));
  return hash.digest('hex').slice(0, 16);
}

/** Makes a folder by `fill`, unless it is there, or another command makes it meanwhile. */
async function once(folder, fill) {
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}`;
  await fill(draft);
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

async function vite(config, outDir) {
  const { build: viteBuild } = await import('vite');
  await viteBuild({
    configFile: join(root, config),
    logLevel: 'error',
    build: { outDir, emptyOutDir: true },
  });
}

/** Those of states that are gone; a command that still runs may need its own for a while. */
function removeOld(current) {
  const yesterday = Date.now() - 24 * 3600 * 1000;
  for (const name of readdirSync(builds)) {
    const path = join(builds, name);
    if (name === current || (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > yesterday) continue;
    rmSync(path, { recursive: true, force: true });
  }
}

/** @returns {Promise<string>} the folder that holds `main.js` */
export async function build() {
  const name = state();
  mkdirSync(builds, { recursive: true });
  return once(join(builds, name), async draft => {
    await vite('cli/build/vite.config.ts', draft);
    removeOld(name);
  });
}

/** @param {string} folder what `build` gave; @returns {Promise<string>} the folder of the pages in it */
export function buildPages(folder) {
  return once(join(folder, 'pages'), draft => vite('cli/build/pages.config.ts', draft));
}
