import { onWorkerRequests, workerRequests } from '../../policy/requests.ts';

/** What the page and its workers asked for, by the browser's own records (W3C Resource Timing). */
export interface Requests {
  /** Paths of our own files, each as often as it was asked for. */
  readonly own: readonly OwnRequest[];
  /** Addresses of anywhere else; there should be none. */
  readonly elsewhere: readonly string[];
}

interface OwnRequest {
  readonly path: string;
  /** By a worker, not by the page itself. */
  readonly background: boolean;
}

/** Pure: sorts addresses by where they lead. Those inside the browser (`blob:`, `data:`) are no requests. */
function sortRequests(page: readonly string[], workers: readonly string[], origin: string): Requests {
  const own: OwnRequest[] = [];
  const elsewhere: string[] = [];
  const sort = (addresses: readonly string[], background: boolean) => {
    for (const address of addresses) {
      const url = new URL(address);
      if (url.protocol === 'blob:' || url.protocol === 'data:') continue;
      if (url.origin === origin) own.push({ path: url.pathname, background });
      else elsewhere.push(address);
    }
  };
  sort(page, false);
  sort(workers, true);
  return { own, elsewhere };
}

/** Calls with what was asked for until now, and again whenever there is more; gives what stops it. */
export function watchRequests(onRequests: (requests: Requests) => void): () => void {
  const page: string[] = performance.getEntriesByType('navigation').map(entry => entry.name);
  const tell = () => onRequests(sortRequests(page, workerRequests(), location.origin));
  const observer = new PerformanceObserver(list => {
    page.push(...list.getEntries().map(entry => entry.name));
    tell();
  });
  observer.observe({ type: 'resource', buffered: true });
  const stop = onWorkerRequests(tell);
  tell();
  return () => {
    observer.disconnect();
    stop();
  };
}
