/**
 * Some things can only be said to a process before it begins: how many photos the image library may work on at a time, and
 * that memory as large as a photo is kept for the next one. Getting it anew from the system each time costs a third of
 * what decoding does. So long work runs in a process of its own, which lives and dies with the one that was called.
 */
import { spawn } from 'node:child_process';
import { availableParallelism, constants } from 'node:os';

/** Set in the process that does the work. */
const mark = 'KEYVEIL_TUNED';

const large = String(1024 ** 3);

function tuning(args) {
  const asked = Number(/^--threads=(\d+)$/.exec(args.find(arg => arg.startsWith('--threads=')) ?? '')?.[1]);
  const threads = asked > 0 ? asked : availableParallelism();
  return {
    UV_THREADPOOL_SIZE: String(threads + 2),
    // glibc's; others pass over them. Few arenas, so that what one thread gives back another can take.
    MALLOC_ARENA_MAX: String(Math.ceil(threads / 8)),
    MALLOC_MMAP_THRESHOLD_: large,
    MALLOC_TRIM_THRESHOLD_: large,
  };
}

/** Whether this process still has to hand its work on. */
export const isTuned = () => process.env[mark] !== undefined;

/** Dies with the process that was called, however that ends. */
export function followParent() {
  if (process.channel === undefined) return;
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  // It is no reason to stay.
  process.channel.unref();
}

/**
 * Does the work of this process in one with the right settings, and ends as that one does.
 *
 * @param {string} program @param {readonly string[]} args
 */
export async function runTuned(program, args) {
  const child = spawn(process.execPath, [...process.execArgv, program, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...tuning(args), ...process.env, [mark]: '1' },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const [code, signal] = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (...ended) => resolve(ended));
  });
  return code ?? 128 + constants.signals[signal];
}
