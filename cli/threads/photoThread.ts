import { parentPort, workerData } from 'node:worker_threads';
import { createCpuEngine } from '../../src/engine/cpu/cpuEngine.ts';
import { doJob } from './doJob.ts';
import type { PhotoJob, PhotoResult, ThreadSetup } from './protocol.ts';
import { sharedRoom } from './sharedRoom.ts';

/** A thread that protects photos: a list of jobs in, a list of results out, in the same order. */

if (parentPort === null) throw new Error('This is no program by itself.');
const port = parentPort;
const setup: ThreadSetup = workerData;
const bench = {
  engine: createCpuEngine(),
  room: sharedRoom(setup.room, setup.place, setup.roomPixels),
};

port.on('message', async (jobs: readonly PhotoJob[]) => {
  const results: PhotoResult[] = [];
  for (const job of jobs) results.push(await doJob(job, setup, bench));
  const moved = results.flatMap(result =>
    result.kind === 'protected' && result.bytes !== null ? [result.bytes.buffer] : [],
  );
  port.postMessage(results, moved);
});
