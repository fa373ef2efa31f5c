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

/**
 * What is raced: the default, the veil of version 1 and the paper's filter. Others have no casts, so beside the default they
 * lay their veil on alone, which is less work.
 */
const methods = ['standard', 'veil', 'cuda'];
const asOthersDo = { standard: 'veil', veil: 'veil', cuda: 'cuda' };
const libraries = { opencv: 'OpenCV.js', vips: 'wasm-vips' };
/** Decoding, encoding and storing alone, by all that there is: how fast anything could be. */
const pairs = { canvasPair: 'canvas', vipsPair: 'wasm-vips', ownPair: 'Keyveil' };

/** What is asked of each row: how many times faster than each library, and how far from the best pair at most. */
const aheadAt = { '12 MP': 1.3 };
const nearPair = 1.1;

/** Milliseconds a photo by size, method and contestant, one a round, all taking turns. */
async function race(page, sizes, rounds) {
  const call = (name, ...args) => callBench(page, name, ...args);
  const { report, workers } = await call('start', 'cpu');
  console.log(`ours: ${report.name}, ${report.kernels} kernels, ${workers} workers; as many for the others`);
  const peers = [...Object.keys(libraries), ...Object.keys(pairs)];
  for (const kind of peers) await call('startPeer', kind, workers);
  const run = (who, size, method, count) => {
    if (who === 'ours') return call('batch', 'cpu', size, method, count);
    return call('peerBatch', who, size, who in pairs ? 'floor' : asOthersDo[method], count);
  };
  const rows = [];
  for (const size of sizes) {
    await call('draw', size);
    for (const method of methods) {
      // Some seconds each for the large and slow.
      const count = method === 'cuda' ? size.slowBatch : Math.max(4, Math.floor(size.batch / 2));
      const racing = ['ours', ...peers.filter(who => method !== 'cuda' || !(who in pairs))];
      const times = Object.fromEntries(racing.map(who => [who, []]));
      for (const who of racing) await run(who, size.name, method, 2);
      for (let round = 0; round < rounds; round++) {
        for (const who of racing) times[who].push((await run(who, size.name, method, count)) / count);
      }
      const apart = {};
      for (const kind of Object.keys(libraries)) {
        if (asOthersDo[method] === method) apart[kind] = await call('apart', kind, size.name, method);
      }
      const ms = Object.fromEntries(Object.entries(times).map(([who, all]) => [who, median(all)]));
      rows.push({ size: size.name, method, ms, apart, load: loadavg()[0], times });
    }
  }
  return rows;
}

/** The fastest pair of a row; null where none was raced. */
function bestPair(ms) {
  const raced = Object.keys(pairs).filter(kind => kind in ms);
  return raced.length === 0 ? null : raced.reduce((best, kind) => (ms[kind] < ms[best] ? kind : best));
}

/** A row in words: how far ahead of each library, and how near to the best pair. */
function verdict({ size, method, ms }) {
  const least = aheadAt[size] ?? 1;
  const said = Object.entries(libraries).map(([kind, name]) => {
    const ahead = ms[kind] / ms.ours;
    const met = least === 1 ? ahead > 1 : ahead >= least;
    return `${figure(ahead)}× as fast as ${name} (${least === 1 ? '> 1' : `≥ ${least}`}: ${met ? 'met' : 'MISSED'})`;
  });
  const best = bestPair(ms);
  if (best !== null) {
    const ratio = ms.ours / ms[best];
    const met = ratio <= nearPair ? 'met' : 'MISSED';
    said.push(`${figure(ratio)}× the time of the best pair, ${pairs[best]} (≤ ${nearPair}: ${met})`);
  }
  return `${size}, ${method}: ${said.join('; ')}`;
}

/** Prints the table and writes .results/peers.json. */
export async function measurePeers(root, executablePath, sizes, rounds) {
  const { server, address } = await serve(root);
  const { browser, page, close } = await openBench(address, executablePath);
  try {
    const rows = await race(page, sizes, rounds);
    const version = browser.version();
    console.log(
      `\nMilliseconds a photo, read to stored, medians of ${rounds} rounds, Chromium ${version}, ${availableParallelism()} cores:\n`,
    );
    const cells = rows.map(({ size, method, ms, apart, load }) => {
      const best = bestPair(ms);
      const far = Object.values(apart).map(figure).join(' / ') || '–';
      const each = ['ours', ...Object.keys(libraries)].map(who => figure(ms[who]));
      return [
        size,
        method,
        ...each,
        best === null ? '–' : `${figure(ms[best])} (${pairs[best]})`,
        far,
        figure(load),
      ];
    });
    const head = [
      'size',
      'method',
      'Keyveil',
      ...Object.values(libraries),
      'best pair',
      'levels apart',
      'load',
    ];
    console.log(table(head, cells));
    console.log(
      '\nBest pair: decoded, encoded and stored by the fastest codecs there are, with nothing in between.',
    );
    console.log('Levels apart: mean difference of OpenCV.js / wasm-vips from ours, JPEG included.\n');
    for (const row of rows) console.log(verdict(row));
    mkdirSync(join(root, '.results'), { recursive: true });
    writeFileSync(join(root, '.results/peers.json'), JSON.stringify({ browser: version, rows }, null, 2));
    console.log('\nWritten to .results/peers.json');
  } finally {
    await close();
    server.close();
  }
}
