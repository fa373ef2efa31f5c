/**
 * What the workers of this page ask for. The browser keeps a record in each thread (W3C Resource Timing), and the page
 * cannot see those of its workers; so every worker tells of its own over a channel that only this page's workers know.
 */

/** Global in every worker that `startWorker` starts, so that workers of workers use the same channel. */
export const requestsSlot = 'keyveilRequests';

let channel: string | null = null;
const told: string[] = [];
const listeners = new Set<() => void>();

/** The channel's name; in the page it is made, and listened to, when the first worker starts. */
export function requestsChannel(): string {
  const given: unknown = Reflect.get(globalThis, requestsSlot);
  if (typeof given === 'string') return given;
  if (channel === null) {
    channel = `keyveil-requests-${crypto.randomUUID()}`;
    new BroadcastChannel(channel).onmessage = ({ data }: MessageEvent<readonly string[]>) => {
      told.push(...data);
      for (const listener of listeners) listener();
    };
  }
  return channel;
}

/** Addresses that workers asked for, each as often as it was asked for. */
export function workerRequests(): readonly string[] {
  return told;
}

/** Calls whenever a worker told of more; gives what stops it. */
export function onWorkerRequests(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
