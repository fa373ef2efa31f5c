import { type Ended, withWorkers } from '../../threads/workerLanes.ts';
import type { Failed } from '../../workers/protocol.ts';
import type { DecoyPictures } from '../pipeline/decoyPhotos.ts';
import { type OpenProvePort, openProveWorker } from './provePort.ts';
import type { DecoyPhoto } from './proveProtocol.ts';

export type DecoyOutcome = ({ readonly kind: 'tried' } & DecoyPictures) | Failed | Ended;

/** What a learner makes of a decoy, tried on photographs of two labels. Ends when the signal aborts. Never rejects. */
export async function tryDecoy(
  photos: readonly DecoyPhoto[],
  signal: AbortSignal,
  open: OpenProvePort = openProveWorker,
): Promise<DecoyOutcome> {
  return withWorkers('theory pictures', open, 1, signal, async ([port]): Promise<DecoyOutcome> => {
    // So small pictures are not worth waking a graphics processor for.
    await port?.api.start('cpu');
    return (await port?.api.tryDecoy(photos)) ?? { kind: 'cancelled' };
  });
}
