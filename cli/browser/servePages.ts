import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { securityHeaders } from '../../src/securityHeaders.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

export interface Served {
  /** Ends with a slash. */
  readonly address: string;
  close(): Promise<void>;
}

/** Serves the built pages on the loopback address, under the app's own policy, until it is closed. */
export async function servePages(folder: string): Promise<Served> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = join(folder, normalize(decodeURIComponent(pathname)));
    const inside = path.startsWith(folder + sep) && statSync(path, { throwIfNoEntry: false })?.isFile();
    if (!inside) return response.writeHead(404).end();
    response.writeHead(200, {
      ...securityHeaders,
      'Content-Type': types[extname(path)] ?? 'application/octet-stream',
    });
    return createReadStream(path).pipe(response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('The pages got no port.');
  return {
    address: `http://127.0.0.1:${at.port}/`,
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
