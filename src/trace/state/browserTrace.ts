import { zipBlobs } from '../../archive/zipBlobs.ts';
import { createKeyClient } from '../../workers/key/keyClient.ts';
import { openModelHandle } from '../worker/askClient.ts';
import { makeProbes, planAside } from '../worker/probesClient.ts';
import { restorePhotos } from '../worker/restoreClient.ts';
import { recognisePhotos } from '../worker/traceClient.ts';
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
