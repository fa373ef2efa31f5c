/** A static host as small as they come: files of one folder, compressed, under any path. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Serves `folder` on the loopback address.
 *
 * @param {string} folder
 * @param {{ base?: string, headers?: Readonly<Record<string, string>>, level?: number }} [options] `base`: the path that
 *   the folder's files lie under, `/` or `/name/`; `headers`: sent with every file; `level`: how hard to compress, 1 to 9
 */
export async function serveStatic(folder, { base = '/', headers = {}, level = 1 } = {}) {
  /** Compressing 14 MB takes a moment; what lies in `assets` never changes under its name. */
  const packed = new Map();
  const read = path => {
    const known = packed.get(path);
    if (known !== undefined) return known;
    const body = gzipSync(readFileSync(path), { level });
    if (path.includes(`${sep}assets${sep}`)) packed.set(path, body);
    return body;
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const inside = pathname.startsWith(base) ? decodeURIComponent(pathname.slice(base.length)) : null;
    const path = inside === null ? null : join(folder, normalize(inside === '' ? 'index.html' : inside));
    try {
      if (path === null || !path.startsWith(folder)) throw new Error('outside');
      const body = read(path);
      const named = inside.startsWith('assets/');
      response.writeHead(200, {
        ...headers,
        'Content-Type': types[extname(path)] ?? 'application/octet-stream',
        'Content-Encoding': 'gzip',
        'Cache-Control': named ? 'public, max-age=31536000, immutable' : 'no-cache',
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(undefined));
  });
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('no port');
  return {
    address: `http://127.0.0.1:${at.port}${base}`,
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve(undefined));
      }),
  };
}
