import { guarded, type Promised } from '../../../src/threads/guarded.ts';
import type { OpenPort, WorkerPort } from '../../../src/threads/openWorker.ts';
import { WorkerLost, workerEnded } from '../../../src/threads/workerLost.ts';

/** A worker's façade on this thread: its calls are answered as those of a real one are, and a test can lose it. */
export function onThisThread<Api>(
  make: () => Promised<Api>,
  onTerminate: () => void = () => {},
): {
  readonly open: OpenPort<Api>;
  /** Of those opened, one is lost; the latest unless told. */
  lose(at?: number): void;
} {
  const losers: (() => void)[] = [];
  const open: OpenPort<Api> = onLost => {
    const { api, end } = guarded(make());
    losers.push(() => {
      const lost = new WorkerLost('crashed');
      end(lost);
      onLost(lost);
    });
    const port: WorkerPort<Api> = {
      api,
      terminate: () => {
        end(workerEnded());
        onTerminate();
      },
    };
    return port;
  };
  return { open, lose: (at = -1) => losers.at(at)?.() };
}

/** What a lost worker comes to. */
export const lostWorker = { kind: 'worker-lost', loss: 'crashed' } as const;
