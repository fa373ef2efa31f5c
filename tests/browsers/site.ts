import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { preview } from 'vite';
import { root } from '../fixtures/places.ts';

/** Serves the built app, with its security headers, on a free port of the loopback address. */
export async function serveApp(): Promise<{ readonly address: string; close(): Promise<void> }> {
  if (!existsSync(join(root, 'dist', 'index.html'))) throw new Error('npm run build comes first');
  const server = await preview({ root, logLevel: 'warn', preview: { host: '127.0.0.1', port: 0 } });
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('the app has no address');
  return { address, close: () => server.close() };
}
