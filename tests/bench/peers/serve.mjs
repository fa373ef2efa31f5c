/**
 * Serves the built page of the bench with the other libraries beside it. The page is isolated, which wasm-vips needs,
 * and gets no policy, since OpenCV.js turns text into code.
 */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, extname, join, normalize } from 'node:path';

const types = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm' };
const require = createRequire(import.meta.url);

/** @param {string} root of the repository, with the bench built in `.harness/bench` */
export function servePeers(root) {
  const vips = dirname(require.resolve('wasm-vips/vips.wasm'));
  const openCv = require.resolve('@techstark/opencv-js');
  const fileOf = path => {
    if (path === '/peers/opencv.js') return openCv;
    if (path.startsWith('/peers/vips/')) return join(vips, normalize(path.slice('/peers/vips'.length)));
    return join(root, '.harness/bench', normalize(path === '/' ? '/index.html' : path));
  };
  const server = createServer((request, response) => {
    const file = fileOf(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (!existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'Content-Type': types[extname(file)] ?? 'application/octet-stream',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cross-Origin-Resource-Policy': 'same-origin',
    });
    createReadStream(file).pipe(response);
  });
  return new Promise(resolve => {
    server.listen(0, '127.0.0.1', () =>
      resolve({ server, address: `http://127.0.0.1:${server.address().port}/` }),
    );
  });
}
