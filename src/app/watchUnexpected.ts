import { receiveUnexpected, unexpected } from '../core/faults/unexpected.ts';
import { enterUnexpected } from '../core/faults/unexpectedLog.ts';

/** Nobody caught it, so nobody says it in its place. */
const stray = { stray: true } as const;

/**
 * Has everything entered that was not expected, in this page and its workers, and so that the browser's own report,
 * which quotes all of a message, does not come as well. What extensions throw is theirs.
 */
export function watchUnexpected(): void {
  receiveUnexpected(enterUnexpected);
  addEventListener('error', event => {
    // A browser's remark on itself: a watcher of sizes had to wait for the next frame.
    if (event.message.startsWith('ResizeObserver loop')) return;
    if (!isOurs(event.filename)) return;
    event.preventDefault();
    unexpected(event.error ?? event.message, 'page', stray);
  });
  addEventListener('unhandledrejection', event => {
    const stack: unknown = event.reason?.stack;
    if (typeof stack === 'string' && stack.includes('-extension://')) return;
    event.preventDefault();
    unexpected(event.reason, 'page', stray);
  });
}

function isOurs(script: string): boolean {
  return script === '' || script.startsWith(location.origin) || script.startsWith('blob:');
}
