/** How work is shared out over a few workers that are opened for it and ended afterwards. */

/** What can be ended. */
export interface Ending {
  terminate(): void;
}

/** Each holds a decoded photo, so not as many as there may be cores. */
const mostWorkers = 4;

export function laneCount(): number {
  return Math.min(mostWorkers, navigator.hardwareConcurrency ?? 2);
}

export type Ended = { readonly kind: 'cancelled' } | { readonly kind: 'worker-lost' };

/**
 * Opens workers, has them do something and ends them, however it ended. Never rejects: whatever goes wrong in `work` is
 * a lost worker.
 */
export async function withWorkers<Port extends Ending, Outcome>(
  open: (onLost: () => void) => Port,
  workers: number,
  signal: AbortSignal,
  work: (ports: readonly Port[]) => Promise<Outcome>,
): Promise<Outcome | Ended> {
  const ports: Port[] = [];
  const ended = new Promise<Ended>(resolve => {
    if (signal.aborted) resolve({ kind: 'cancelled' });
    signal.addEventListener('abort', () => resolve({ kind: 'cancelled' }), { once: true });
    for (let i = 0; i < Math.max(1, workers); i++) ports.push(open(() => resolve({ kind: 'worker-lost' })));
  });
  const done = work(ports).catch((): Ended => ({ kind: 'worker-lost' }));
  try {
    return await Promise.race([ended, done]);
  } finally {
    for (const port of ports) port.terminate();
  }
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
