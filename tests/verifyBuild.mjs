/**
 * Builds the app twice, here and in a copy in another folder, with another time zone and language, and compares the
 * files byte for byte.
 *
 *   npm run verify:build
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const scratch = join(root, '.results', 'verify');
const copy = join(scratch, 'another place', 'with a longer name');
const made = ['dist', '.results', '.harness', '.git', 'test-results', 'playwright-report'];

/** Copies a tree by links where the disk has them: node_modules is large, and nobody writes to it. */
function copyTree(from, to, leaveOut = []) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (leaveOut.includes(entry.name)) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyTree(source, target, ['.vite', '.vite-temp', '.bin', '.cache']);
    else if (entry.isFile()) linkOrCopy(source, target);
  }
}

function linkOrCopy(source, target) {
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target);
  }
}

/** The commit of the sources, told to both builds: a copy has no Git, as a download has none. */
const head = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).stdout?.trim();
const commit = head || 'no commit';

/** Builds in `folder` and gives the list of hashes that the build wrote. */
function listOf(folder, outDir, env) {
  const vite = join(folder, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', '--logLevel', 'error', '--outDir', outDir, '--emptyOutDir'];
  const { status } = spawnSync(process.execPath, args, {
    cwd: folder,
    stdio: 'inherit',
    // Whoever runs this from a test or a shell for development gets what people get all the same.
    env: { ...process.env, NODE_ENV: 'production', KEYVEIL_COMMIT: commit, ...env },
  });
  if (status !== 0) throw new Error(`The build in ${folder} failed.`);
  const lines = readFileSync(join(outDir, 'sha256sums.txt'), 'utf8').trim().split('\n');
  return new Map(lines.map(line => [line.slice(66), line.slice(0, 64)]));
}

rmSync(scratch, { recursive: true, force: true });
copyTree(root, copy, made);
const here = listOf(root, join(scratch, 'dist'), { TZ: 'UTC', LANG: 'en_GB.UTF-8' });
const there = listOf(copy, join(copy, 'dist'), { TZ: 'Pacific/Kiritimati', LANG: 'C' });
rmSync(copy, { recursive: true });

const different = [...new Set([...here.keys(), ...there.keys()])].filter(
  path => here.get(path) !== there.get(path),
);
for (const path of different.sort()) {
  const how = !there.has(path)
    ? 'in the first build only'
    : !here.has(path)
      ? 'in the second build only'
      : 'differs';
  console.log(`${path}: ${how}`);
}
console.log(`${here.size} files, ${different.length === 0 ? 'the same in both builds' : 'NOT the same'}`);
process.exit(different.length === 0 && here.size > 0 ? 0 : 1);
