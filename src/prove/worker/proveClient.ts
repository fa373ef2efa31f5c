import type { EngineChoice } from '../../engine/engine.ts';
import { type Ended, type LaneProgress, laneWork, shareOut } from '../../threads/workerLanes.ts';
import type { Hits } from '../core/crossValidation.ts';
import type { HitRates } from '../core/decoy.ts';
import { chanceOf, leastPhotos } from '../core/proving.ts';
import { openProveWorker, type ProvePort } from './provePort.ts';
import type { ProvePhoto, SeenPhoto, ToTell } from './proveProtocol.ts';

export type { ProvePhoto } from './proveProtocol.ts';

export interface ProveProgress extends LaneProgress {
  readonly step: 'looking' | 'telling';
}

/** How often labels were told from spectra at one size. */
interface HitsAt extends HitRates {
  /** Short side in pixels; Infinity: the photos' own. */
  readonly size: number;
}

export type ProveOutcome =
  | {
      readonly kind: 'told';
      /** From mean colours, which are the same at every size. */
      readonly colours: HitRates;
      /** From spectra. */
      readonly sizes: readonly HitsAt[];
      /** Photos that could be looked at, and those that could not. */
      readonly photos: number;
      readonly failed: number;
      /** How often the commonest label is right when it is always said, 0 to 1. */
      readonly chance: number;
      /** What features and telling took the processor, decoding and protecting aside. */
      readonly milliseconds: number;
    }
  /** So many photos could not be read that too few are left. */
  | { readonly kind: 'too-few'; readonly failed: number }
  | Ended;

export interface ProveTask {
  readonly photos: readonly ProvePhoto[];
  readonly sizes: readonly number[];
  readonly engine: EngineChoice;
  /** The same seed deals the photos alike, so that two checks can be compared. */
  readonly seed: string;
}

/** The instant check. */
export const prove = laneWork('instant check', openProveWorker, lookAndTell);

async function lookAndTell(
  { photos, sizes, engine, seed }: ProveTask,
  ports: readonly ProvePort[],
  onProgress: (progress: ProveProgress) => void,
): Promise<ProveOutcome> {
  await Promise.all(ports.map(port => port.api.start(engine)));
  const looking = { step: 'looking', total: photos.length } as const;
  onProgress({ ...looking, done: 0 });
  const looked = await shareOut(photos, ports, async (photo, { api }, done) => {
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
  const tasks = tasksFor(
    kept.map(({ seen }) => seen),
    sizes.length,
    { labelOf, seed },
  );
  const telling = { step: 'telling', total: tasks.length } as const;
  onProgress({ ...telling, done: 0 });
  const told = await shareOut(tasks, ports, async (task, { api }, done) => {
    const answer = await api.tell(task);
    onProgress({ ...telling, done: done() });
    return answer;
  });
  const [colours, ...spectra] = pairsOf(told);
  if (!colours) throw new Error('No colours were told.');
  return {
    kind: 'told',
    colours,
    sizes: sizes.flatMap((size, at) => {
      const pair = spectra[at];
      return pair ? [{ size, ...pair }] : [];
    }),
    photos: kept.length,
    failed: photos.length - kept.length,
    chance: chanceOf(labelOf),
    milliseconds:
      kept.reduce((sum, { seen }) => sum + seen.milliseconds, 0) +
      told.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
  };
}

/** Originals, then protected photos: by their colours first, then by their spectra at each size. */
function tasksFor(
  seen: readonly SeenPhoto[],
  sizes: number,
  common: Pick<ToTell, 'labelOf' | 'seed'>,
): readonly ToTell[] {
  const both = ['original', 'protected'] as const;
  const byColours = both.map(
    (which): ToTell => ({ ...common, samples: seen.map(one => one[which].colours), shrink: 'together' }),
  );
  const bySpectra = Array.from({ length: sizes }, (_, at) =>
    both.map((which): ToTell => {
      const samples = seen.flatMap(one => one[which].spectra[at] ?? []);
      return { ...common, samples, shrink: 'each' };
    }),
  );
  return [...byColours, ...bySpectra.flat()];
}

function pairsOf(told: readonly Hits[]): readonly HitRates[] {
  return told.flatMap((original, at) => {
    const after = told[at + 1];
    return at % 2 === 0 && after ? [{ original: hitsOf(original), protected: hitsOf(after) }] : [];
  });
}

/** Without the time that it took. */
const hitsOf = ({ right, total }: Hits): Hits => ({ right, total });

/** Whether there is a spectrum at every size. */
function whole({ original, protected: after }: SeenPhoto): boolean {
  return ![...original.spectra, ...after.spectra].includes(null);
}
