import { LabelFilters } from '../../core/filter/labelFilters.ts';
import { deriveMasterKey, keyCheck, type MasterKey } from '../../core/key/key.ts';
import type { KeyWorkerApi } from '../protocol.ts';

/** The key worker's side of the protocol. The master key is held here and nowhere else. */
export function createKeyWorkerApi(): KeyWorkerApi {
  let held: { readonly master: MasterKey; readonly filters: LabelFilters } | null = null;
  /** Deriving takes 64 MiB and half a second, so one at a time; `forget` waits its turn as well. */
  let turn: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = turn.then(work);
    turn = done.catch(() => {});
    return done;
  }

  function drop(): void {
    held?.master.wipe();
    held = null;
  }

  return {
    derive: (passphrase, dataset) =>
      inTurn(async () => {
        // The old key is no longer meant, whatever becomes of the new one.
        drop();
        const master = await deriveMasterKey(passphrase, dataset);
        held = { master, filters: new LabelFilters(master) };
        return keyCheck(master);
      }),

    imprints: (labels, settings) =>
      inTurn(async () => {
        return held === null ? null : held.filters.imprints(labels, settings);
      }),

    forget: () => inTurn(async () => drop()),
  };
}
