/**
 * The same photos through other libraries that convolve in a browser, beside ours and the floor: OpenCV.js (filter2D)
 * with the browser's own coders, and wasm-vips (conv) with its own; as many workers each, results stored in the same
 * way, taking turns in one page.
 *
 *   npm run bench -- --peers                  seven rounds; some six minutes on a quiet machine of two cores
 *   npm run bench -- --peers --rounds=3       fewer
 *
 * Ctrl+C ends it early and prints what there is.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { openBench } from './browser.mjs';
import { figure } from './measure.mjs';
import { measureApart, race } from './peers/race.mjs';
import { apartLines, rowsOf, tableOf, verdict } from './peers/report.mjs';
import { servePeers } from './peers/serve.mjs';

/** Tells, once, that it was asked to stop. */
function stopSignal() {
  let stop = () => {};
  const asked = new Promise(resolve => {
    stop = resolve;
  });
  let stopped = false;
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      console.log('\nStopping; here is what there is.');
      stopped = true;
      stop();
    });
  }
  return { asked, stopped: () => stopped };
}

/** Prints the table and writes .results/peers.json. */
export async function measurePeers(root, executablePath, sizes, rounds) {
  const { asked, stopped } = stopSignal();
  const { server, address } = await servePeers(root);
  // The browser is ours to close: by itself it would go with the first Ctrl+C.
  const opened = await openBench(address, executablePath, [], { handleSIGINT: false, handleSIGTERM: false });
  const timings = new Map();
  let apart = {};
  const version = opened.browser.version();
  const work = async () => {
    await race(opened, sizes, rounds, timings, stopped);
    apart = await measureApart(opened.page, sizes, stopped);
  };
  try {
    // What is under way when it is asked to stop fails as the browser closes, and nobody waits for it.
    const working = work();
    working.catch(() => {});
    await Promise.race([working, asked]);
  } finally {
    await opened.close();
    server.closeAllConnections();
    server.close();
  }
  print(rowsOf(timings, sizes), apart, version);
  mkdirSync(join(root, '.results'), { recursive: true });
  const kept = { browser: version, timings: Object.fromEntries(timings), apart };
  writeFileSync(join(root, '.results/peers.json'), JSON.stringify(kept, null, 2));
  console.log('\nWritten to .results/peers.json');
}

function print(rows, apart, version) {
  const rounds = Math.min(...rows.map(row => row.rounds));
  const most = Math.max(...rows.map(row => row.rounds));
  const counted = rounds === most ? `${rounds}` : `${rounds} to ${most}`;
  console.log(`\nMilliseconds a photo, read to stored, all workers in use: medians of ${counted} rounds.`);
  console.log(`Chromium ${version}, ${availableParallelism()} cores (${cpus()[0]?.model}).`);
  console.log(`Load of the machine in the last 5 minutes: ${figure(loadavg()[1])}\n`);
  console.log(tableOf(rows, 'wall'));
  console.log(
    '\nThe same in milliseconds of processor time, which other work on the machine changes little:\n',
  );
  console.log(tableOf(rows, 'processor'));
  console.log(
    '\nFloor: our pool with nothing between decoding and encoding. Best pair: decoded, encoded and',
  );
  console.log('stored by the fastest codecs there are, without digests and journal. Other libraries have no');
  console.log('casts: beside Light they only decode and encode, beside Standard they lay a veil alone.\n');
  for (const row of rows) console.log(verdict(row));
  if (Object.keys(apart).length === 0) return;
  console.log('\nMean difference from our picture, JPEG included, in levels:\n');
  for (const line of apartLines(apart)) console.log(line);
}
