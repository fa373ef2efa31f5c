/**
 * Makes the package of the command line, `keyveil-<version>.tgz`, for machines that have no checkout:
 *
 *   npm run pack:cli && npm install --global keyveil-*.tgz
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const cli = dirname(dirname(fileURLToPath(import.meta.url)));
const root = dirname(cli);
const into = process.argv[2] ?? root;

for (const [config, outDir] of [
  ['vite.config.ts', 'dist'],
  ['pages.config.ts', 'dist/pages'],
]) {
  const options = { outDir: join(cli, outDir), emptyOutDir: true };
  await build({ configFile: join(cli, 'build', config), logLevel: 'error', build: options });
}
for (const name of ['LICENSE', 'CHANGELOG.md']) copyFileSync(join(root, name), join(cli, name));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const windows = process.platform === 'win32';
const args = ['pack', cli, '--pack-destination', into, '--silent'];
const { status } = spawnSync('npm', args, { stdio: 'inherit', shell: windows });
console.log(`keyveil ${version}, in ${into === root ? 'this folder' : into}`);
process.exit(status ?? 1);
