import type { GivenFile } from '../model/givenFile.ts';
import { filesOfHandles } from './drop.ts';

/** What an installed app is opened with (WICG Web App Launch Handling); Chromium's alone so far. */
interface LaunchQueue {
  setConsumer(consumer: (launch: { readonly files?: readonly FileSystemHandle[] }) => void): void;
}

function isLaunchQueue(queue: unknown): queue is LaunchQueue {
  return typeof queue === 'object' && queue !== null && 'setConsumer' in queue;
}

/**
 * Calls `give` with the photos and zips that the system opens Keyveil with, now and later. Does nothing where the
 * system cannot do that.
 */
export function takeLaunchFiles(give: (files: readonly GivenFile[]) => void): void {
  const queue: unknown = Reflect.get(globalThis, 'launchQueue');
  if (!isLaunchQueue(queue)) return;
  queue.setConsumer(({ files }) => {
    if (files !== undefined && files.length > 0) void filesOfHandles(files).then(give);
  });
}
