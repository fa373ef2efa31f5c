import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));
const configFile = join(here, 'vite.config.ts');

/** Builds the page with the engines to `.harness/engines`, from the same sources as the app. */
async function buildHarness() {
  await build({ configFile, root: here, logLevel: 'warn' });
}

/**
 * Serves the page, with our security headers, on a free port of the loopback address. `node tests/run.mjs` has built
 * it; where it was never built it is built now.
 *
 * @returns {Promise<{ address: string, close: () => Promise<void> }>}
 */
export async function serveHarness() {
  if (!existsSync(join(root, '.harness/engines/index.html'))) await buildHarness();
  const server = await preview({
    configFile,
    root: here,
    logLevel: 'warn',
    preview: { host: '127.0.0.1', port: 0 },
  });
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('the harness has no address');
  return { address, close: () => server.close() };
}
