/** All contestants in one page, taking turns: each size once a round, in an order that moves on with the rounds. */
import { call as callBench } from '../browser.mjs';
import { contestants, nameOf, peerKinds } from './contestants.mjs';

/** What a turn should take, in ms: long enough to be timed, short enough for seven rounds. */
const turn = 900;

/** Photos a turn: what fits into it, the same for all workers, and between one each and as many as the size says. */
function countFor(msEach, workers, most) {
  const fitting = Math.floor(turn / msEach / workers) * workers;
  return Math.max(workers, Math.min(fitting, most));
}

/** Processor seconds of all of the browser's processes so far. */
async function processorClock(browser) {
  const session = await browser.newBrowserCDPSession();
  return async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  };
}

const clock = ms => {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

/**
 * Runs the rounds. What was measured so far lies in `timings` at every moment, so that a race that is stopped has a
 * table, too.
 *
 * @param {{ browser: import('@playwright/test').Browser, page: import('@playwright/test').Page }} opened
 * @param {readonly object[]} sizes
 * @param {number} rounds
 * @param {Map<string, { wall: number, processor: number }[]>} timings ms a photo, by size and contestant, one a round
 * @param {() => boolean} stopped
 */
export async function race({ browser, page }, sizes, rounds, timings, stopped) {
  const call = (name, ...args) => callBench(page, name, ...args);
  const processor = await processorClock(browser);
  const { report, workers } = await call('start', 'cpu');
  console.log(`ours: ${report.name}, ${report.kernels} kernels, ${workers} workers; as many for the others`);
  for (const kind of peerKinds) await call('startPeer', kind, workers);

  /** ms for all of these photos, with all workers in use. */
  const run = ({ who, variant }, size, count) =>
    who === 'ours'
      ? call('batch', 'cpu', size, variant, count)
      : call('peerBatch', who, size, variant, count);

  const turns = [];
  for (const size of sizes) {
    console.log(`warming up: ${size.name}`);
    await call('draw', size);
    for (const contestant of contestants) {
      if (stopped()) return;
      const first = await run(contestant, size.name, workers);
      // The first photos compile and fetch, which shows where they are small.
      const few = 10 * workers;
      const msEach = size.batch < 100 ? first / workers : (await run(contestant, size.name, few)) / few;
      const key = `${size.name} ${nameOf(contestant)}`;
      const count = countFor(msEach, workers, size.batch);
      turns.push({ size: size.name, contestant, key, count, expected: msEach * count });
    }
  }
  const expectedRound = turns.reduce((sum, { expected }) => sum + expected, 0);
  console.log(`${rounds} rounds of some ${clock(expectedRound)} each`);

  const began = Date.now();
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < turns.length; i++) {
      if (stopped()) return;
      const { size, contestant, key, count } = turns[(i + round * 5) % turns.length];
      const before = await processor();
      const wall = await run(contestant, size, count);
      const used = ((await processor()) - before) * 1000;
      timings.set(key, [...(timings.get(key) ?? []), { wall: wall / count, processor: used / count }]);
    }
    // So that a long race does not fill the disk.
    await call('tidy');
    const done = round + 1;
    const left = ((Date.now() - began) / done) * (rounds - done);
    console.log(`round ${done} of ${rounds} done${left > 0 ? `, ${clock(left)} left` : ''}`);
  }
}

/** How far the other libraries' pictures are from ours: mean differences in levels, by size and contestant. */
export async function measureApart(page, sizes, stopped) {
  const apart = {};
  for (const size of sizes) {
    for (const who of ['opencv', 'vips']) {
      for (const variant of ['veil', 'cuda']) {
        if (stopped()) return apart;
        const key = `${size.name} ${nameOf({ who, variant })}`;
        apart[key] = await callBench(page, 'apart', who, size.name, variant);
      }
    }
  }
  return apart;
}
