import { type Remote, releaseProxy, wrap } from 'comlink';
import type { Told } from '../core/crossValidation.ts';
import { chanceOf, leastPhotos } from '../core/proving.ts';
import type { EngineChoice } from '../engine/engine.ts';
import type { Promised } from './port.ts';
import type { ProvePhoto, ProveWorkerApi, SeenPhoto } from './proveProtocol.ts';

export type { ProvePhoto } from './proveProtocol.ts';

export interface ProveProgress {
  readonly step: 'looking' | 'telling';
  readonly done: number;
  readonly total: number;
}

/** How often labels were told at one size. */
export interface ToldAt {
  /** Short side in pixels; Infinity: the photos' own. */
  readonly size: number;
  readonly original: Told;
  readonly protected: Told;
}

export type ProveOutcome =
  | {
      readonly kind: 'told';
      readonly sizes: readonly ToldAt[];
      /** Photos that could be looked at, and those that could not. */
      readonly photos: number;
      readonly failed: number;
      /** How often the commonest label is right when it is always said, 0 to 1. */
      readonly chance: number;
      /** What spectra and telling took the processor, decoding and protecting aside. */
      readonly milliseconds: number;
    }
  | { readonly kind: 'cancelled' }
  /** So many photos could not be read that too few are left. */
  | { readonly kind: 'too-few'; readonly failed: number }
  | { readonly kind: 'worker-lost' };

export interface ProveTask {
  readonly photos: readonly ProvePhoto[];
  readonly sizes: readonly number[];
  readonly engine: EngineChoice;
  /** The same seed deals the photos alike, so that two checks can be compared. */
  readonly seed: string;
}

/** A worker as the façade sees it; tests give it one that runs on the same thread. */
export interface ProvePort {
  readonly api: Promised<ProveWorkerApi>;
  terminate(): void;
}

export type OpenProvePort = (onLost: () => void) => ProvePort;

/** Each holds a decoded photo, so not as many as there may be cores. */
const mostWorkers = 4;

/** The instant check. Its workers live as long as it does. Never rejects. */
export async function prove(
  task: ProveTask,
  signal: AbortSignal,
  onProgress: (progress: ProveProgress) => void,
  open: OpenProvePort = openProveWorker,
  workers = Math.min(mostWorkers, navigator.hardwareConcurrency ?? 2),
): Promise<ProveOutcome> {
  const ports: ProvePort[] = [];
  const ended = new Promise<ProveOutcome>(resolve => {
    if (signal.aborted) resolve({ kind: 'cancelled' });
    signal.addEventListener('abort', () => resolve({ kind: 'cancelled' }), { once: true });
    for (let i = 0; i < Math.max(1, workers); i++) ports.push(open(() => resolve({ kind: 'worker-lost' })));
  });
  const work = lookAndTell(task, ports, progress => signal.aborted || onProgress(progress));
  try {
    return await Promise.race([ended, work.catch((): ProveOutcome => ({ kind: 'worker-lost' }))]);
  } finally {
    for (const port of ports) port.terminate();
  }
}

async function lookAndTell(
  { photos, sizes, engine, seed }: ProveTask,
  ports: readonly ProvePort[],
  onProgress: (progress: ProveProgress) => void,
): Promise<ProveOutcome> {
  await Promise.all(ports.map(port => port.api.start(engine)));
  const looking = { step: 'looking', total: photos.length } as const;
  onProgress({ ...looking, done: 0 });
  const looked = await shared(photos, ports, async (photo, { api }, done) => {
    const seen = await api.look(photo, sizes);
    onProgress({ ...looking, done: done() });
    return { label: photo.label, seen };
  });
  const good = looked.flatMap(({ label, seen }) =>
    seen.kind === 'seen' && whole(seen) ? [{ label, seen }] : [],
  );
  const kept = good.filter(({ label }) => good.filter(g => g.label === label).length >= leastPhotos);
  if (new Set(kept.map(({ label }) => label)).size < 2) {
    return { kind: 'too-few', failed: photos.length - kept.length };
  }

  const labelOf = kept.map(({ label }) => label);
  const spectraAt = (which: 'original' | 'protected', at: number) =>
    kept.flatMap(({ seen }) => seen[which][at] ?? []);
  const tasks = sizes.flatMap((_, at) => [spectraAt('original', at), spectraAt('protected', at)]);
  const telling = { step: 'telling', total: tasks.length } as const;
  onProgress({ ...telling, done: 0 });
  const told = await shared(tasks, ports, async (spectra, { api }, done) => {
    const answer = await api.tell({ spectra, labelOf, seed });
    onProgress({ ...telling, done: done() });
    return answer;
  });
  return {
    kind: 'told',
    sizes: sizes.flatMap((size, at) => {
      const [before, after] = [told[2 * at], told[2 * at + 1]];
      return before && after ? [{ size, original: before, protected: after }] : [];
    }),
    photos: kept.length,
    failed: photos.length - kept.length,
    chance: chanceOf(labelOf),
    milliseconds:
      kept.reduce((sum, { seen }) => sum + seen.milliseconds, 0) +
      told.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
  };
}

/** Whether there is a spectrum at every size. */
function whole({ original, protected: after }: SeenPhoto): boolean {
  return ![...original, ...after].includes(null);
}

/** Every port takes the next item as soon as it is free; results in the items' order. */
async function shared<Item, Result>(
  items: readonly Item[],
  ports: readonly ProvePort[],
  work: (item: Item, port: ProvePort, done: () => number) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  let next = 0;
  let finished = 0;
  const lane = async (port: ProvePort) => {
    for (let at = next++; at < items.length; at = next++) {
      results[at] = await work(items[at] as Item, port, () => ++finished);
    }
  };
  await Promise.all(ports.map(lane));
  return results;
}

const openProveWorker: OpenProvePort = onLost => {
  const worker = new Worker(new URL('./prove.worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('error', onLost);
  worker.addEventListener('messageerror', onLost);
  const api: Remote<ProveWorkerApi> = wrap<ProveWorkerApi>(worker);
  return {
    api,
    terminate() {
      worker.removeEventListener('error', onLost);
      worker.removeEventListener('messageerror', onLost);
      api[releaseProxy]();
      worker.terminate();
    },
  };
};
