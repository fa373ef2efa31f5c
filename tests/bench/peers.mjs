/**
 * The same photos through other libraries that convolve in a browser, beside ours and the floor: OpenCV.js (filter2D)
 * with the browser's own coders, and wasm-vips (conv) with its own; as many workers each, results stored in the same
 * way, taking turns in one page. The page is isolated, which wasm-vips needs, and sends no policy, since OpenCV.js
 * turns text into code.
 */
import { createReadStream, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { availableParallelism, loadavg } from 'node:os';
import { dirname, extname, join, normalize } from 'node:path';
import { call as callBench, openBench } from './browser.mjs';
import { figure, median, table } from './measure.mjs';

const types = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm' };
const require = createRequire(import.meta.url);

function serve(root) {
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

const methods = ['veil', 'cuda'];
const names = { floor: 'floor', ours: 'Keyveil', opencv: 'OpenCV.js', vips: 'wasm-vips' };

/** Milliseconds a photo by size, method and contestant, one a round. */
async function race(page, sizes, rounds) {
  const call = (name, ...args) => callBench(page, name, ...args);
  const { report, workers } = await call('start', 'cpu');
  console.log(`ours: ${report.name}, ${report.kernels} kernels, ${workers} workers; as many for the others`);
  for (const kind of ['opencv', 'vips']) await call('startPeer', kind, workers);
  const run = {
    floor: (size, _, count) => call('batch', 'cpu', size, 'floor', count),
    ours: (size, method, count) => call('batch', 'cpu', size, method, count),
    opencv: (size, method, count) => call('peerBatch', 'opencv', size, method, count),
    vips: (size, method, count) => call('peerBatch', 'vips', size, method, count),
  };
  const rows = [];
  for (const size of sizes) {
    await call('draw', size);
    const count = Math.max(4, Math.floor(size.batch / 2));
    for (const method of methods) {
      const times = Object.fromEntries(Object.keys(run).map(who => [who, []]));
      for (const who of Object.keys(run)) await run[who](size.name, method, 2);
      for (let round = 0; round < rounds; round++) {
        for (const who of Object.keys(run)) {
          times[who].push((await run[who](size.name, method, count)) / count);
        }
      }
      const apart = {};
      for (const kind of ['opencv', 'vips']) apart[kind] = await call('apart', kind, size.name, method);
      const ms = Object.fromEntries(Object.entries(times).map(([who, all]) => [who, median(all)]));
      rows.push({ size: size.name, method, ms, apart, load: loadavg()[0], times });
    }
  }
  return rows;
}

/** Prints the table and writes .results/peers.json. */
export async function measurePeers(root, executablePath, sizes, rounds) {
  const { server, address } = await serve(root);
  const { browser, page, close } = await openBench(address, executablePath);
  try {
    const rows = await race(page, sizes, rounds);
    const version = browser.version();
    console.log(
      `\nMilliseconds a photo, read to stored, Chromium ${version}, ${availableParallelism()} cores:\n`,
    );
    const cells = rows.map(({ size, method, ms, apart, load }) => {
      const ahead = Math.min(ms.opencv, ms.vips) / ms.ours;
      const verdict = `${figure(ahead)}× ${ahead > 1 ? 'ahead' : 'BEHIND'}`;
      const far = `${figure(apart.opencv)} / ${figure(apart.vips)}`;
      return [size, method, ...Object.keys(names).map(who => figure(ms[who])), verdict, far, figure(load)];
    });
    const head = ['size', 'method', ...Object.values(names), 'ours', 'levels apart', 'load'];
    console.log(table(head, cells));
    console.log('\nLevels apart: mean difference of OpenCV.js / wasm-vips from ours, JPEG included.');
    mkdirSync(join(root, '.results'), { recursive: true });
    writeFileSync(join(root, '.results/peers.json'), JSON.stringify({ browser: version, rows }, null, 2));
    console.log('Written to .results/peers.json');
  } finally {
    await close();
    server.close();
  }
}
