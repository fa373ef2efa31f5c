import { zipBlobs } from '../archive/zipBlobs.ts';
import { openModelHandle } from '../workers/askClient.ts';
import { createKeyClient } from '../workers/key/keyClient.ts';
import { makeProbes, planAside } from '../workers/probesClient.ts';
import { restorePhotos } from '../workers/restoreClient.ts';
import { recognisePhotos } from '../workers/traceClient.ts';
import type { TraceServices } from './traceServices.ts';

/** The services of `Trace` on a real page. */
export function browserTrace(): TraceServices {
  return {
    openKey: () => createKeyClient(),
    restore: (tasks, signal, onOutcome, onProgress) => restorePhotos(tasks, signal, onOutcome, onProgress),
    recognise: (task, signal, onProgress) => recognisePhotos(task, signal, onProgress),
    planProbes: (claim, labelOf, wishes, signal) => planAside(claim, labelOf, wishes, signal),
    makeProbes: (task, keep, signal, onProgress) => makeProbes(task, keep, signal, onProgress),
    openModel: () => openModelHandle(),
    zip: zipBlobs,
    room: 400_000_000,
    now: () => performance.now(),
  };
}
