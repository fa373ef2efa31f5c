import type { Broken } from '../core/faults/failure.ts';
import type { OpenPort, WorkerPort } from './openWorker.ts';
import { brokenBy } from './workerLost.ts';

/** How work is shared out over a few workers that are opened for it and ended afterwards. */

/** Each holds a decoded photo, so not as many as there may be cores. */
const mostWorkers = 4;

/** How many workers share work out, on this machine. */
export function laneCount(): number {
  return Math.min(mostWorkers, navigator.hardwareConcurrency ?? 2);
}

/** How much is done, and of how much. */
export interface LaneProgress {
  readonly done: number;
  readonly total: number;
}

export type Ended = { readonly kind: 'cancelled' } | Broken;

/**
 * Opens workers, has them do something and ends them, however it ended. Never rejects: what goes wrong in `work` is told
 * by the outcome.
 *
 * @param what is done, in a word or two
 */
export async function withWorkers<Api, Outcome>(
  what: string,
  open: OpenPort<Api>,
  workers: number,
  signal: AbortSignal,
  work: (ports: readonly WorkerPort<Api>[]) => Promise<Outcome>,
): Promise<Outcome | Ended> {
  const ports: WorkerPort<Api>[] = [];
  let cancel = () => {};
  const ended = new Promise<Ended>(resolve => {
    cancel = () => resolve({ kind: 'cancelled' });
    if (signal.aborted) cancel();
    signal.addEventListener('abort', cancel);
    for (let i = 0; i < Math.max(1, workers); i++) ports.push(open(lost => resolve(brokenBy(lost, what))));
  });
  // What breaks off because it was cancelled is no news.
  const done = work(ports).catch(
    (error): Ended => (signal.aborted ? { kind: 'cancelled' } : brokenBy(error, what)),
  );
  try {
    return await Promise.race([ended, done]);
  } finally {
    signal.removeEventListener('abort', cancel);
    for (const port of ports) port.terminate();
  }
}

/** Work on several workers, which live as long as it does. Never rejects, and tells nothing more once `signal` has aborted. */
export type LaneWork<Task, Progress, Outcome, Api> = (
  task: Task,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
  open?: OpenPort<Api>,
  workers?: number,
) => Promise<Outcome | Ended>;

/** Such work as one function: `work` gets the workers that were opened for it, as many as lanes unless told. */
export function laneWork<Task, Progress, Outcome, Api>(
  what: string,
  openPort: OpenPort<Api>,
  work: (
    task: Task,
    ports: readonly WorkerPort<Api>[],
    onProgress: (progress: Progress) => void,
  ) => Promise<Outcome>,
): LaneWork<Task, Progress, Outcome, Api> {
  return (task, signal, onProgress, open = openPort, workers = laneCount()) =>
    withWorkers(what, open, workers, signal, ports =>
      work(task, ports, progress => signal.aborted || onProgress(progress)),
    );
}

/** Every port takes the next item as soon as it is free; results in the items' order. */
export async function shareOut<Port, Item, Result>(
  items: readonly Item[],
  ports: readonly Port[],
  work: (item: Item, port: Port, done: () => number) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  let next = 0;
  let finished = 0;
  const lane = async (port: Port) => {
    for (let at = next++; at < items.length; at = next++) {
      results[at] = await work(items[at] as Item, port, () => ++finished);
    }
  };
  await Promise.all(ports.map(lane));
  return results;
}
