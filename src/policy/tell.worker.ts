import { requestsSlot } from './requests.ts';

/** Loaded before every worker's own script: tells the page what this worker asks for. See `requests.ts`. */

const waiting: string[] = [];
let channel: BroadcastChannel | null = null;

function tell(): void {
  // Written by the worker's starter, after the scripts that it imports have run.
  const name: unknown = Reflect.get(globalThis, requestsSlot);
  if (channel === null && typeof name === 'string') channel = new BroadcastChannel(name);
  if (channel !== null && waiting.length > 0) channel.postMessage(waiting.splice(0));
}

if (globalThis.PerformanceObserver?.supportedEntryTypes.includes('resource')) {
  new PerformanceObserver(list => {
    waiting.push(...list.getEntries().map(entry => entry.name));
    tell();
  }).observe({ type: 'resource', buffered: true });
}
