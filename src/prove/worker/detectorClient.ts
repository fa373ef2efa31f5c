import type { MethodSettings } from '../../core/settings.ts';
import type { EngineChoice } from '../../engine/engine.ts';
import { type Ended, type LaneProgress, laneWork, shareOut } from '../../threads/workerLanes.ts';
import type { Detection } from '../core/detector/detect.ts';
import { openProveWorker, type ProvePort } from './provePort.ts';

export interface DetectorTask {
  readonly photos: readonly { readonly file: Blob; readonly label: string }[];
  /** Each is tried by itself, on the same photos. */
  readonly settings: readonly MethodSettings[];
  readonly engine: EngineChoice;
  /** Decides edits, keys, and how labels are dealt. */
  readonly seed: string;
}

export interface DetectorProgress extends LaneProgress {
  readonly step: 'looking' | 'telling';
}

export interface Detected {
  readonly kind: 'detected';
  /** One for each of the settings. */
  readonly rows: readonly { readonly settings: MethodSettings; readonly detection: Detection }[];
  /** Photos that could be looked at, their labels, and photos that could not. */
  readonly photos: number;
  readonly labels: number;
  readonly failed: number;
}

export type DetectorOutcome =
  | Detected
  /** So many photos could not be read, or are too small, that fewer than two labels are left. */
  | { readonly kind: 'too-few'; readonly failed: number }
  | Ended;

/** Whether a scraper's detector can tell protected photos. */
export const detectProtected = laneWork('detector', openProveWorker, lookAndDetect);

async function lookAndDetect(
  { photos, settings, engine, seed }: DetectorTask,
  ports: readonly ProvePort[],
  onProgress: (progress: DetectorProgress) => void,
): Promise<DetectorOutcome> {
  await Promise.all(ports.map(port => port.api.start(engine)));
  const labels = [...new Set(photos.map(({ label }) => label))];
  const looking = { step: 'looking', total: photos.length } as const;
  onProgress({ ...looking, done: 0 });
  const numbered = photos.map((photo, i) => ({ ...photo, wishes: { settings, seed: `${seed}/${i}` } }));
  const looked = await shareOut(numbered, ports, async ({ file, label, wishes }, { api }, done) => {
    const looks = await api.lookForDetector(file, wishes);
    onProgress({ ...looking, done: done() });
    return { label: labels.indexOf(label), looks };
  });
  const good = looked.flatMap(({ label, looks }) => (looks.kind === 'looked-at' ? [{ label, looks }] : []));
  const failed = photos.length - good.length;
  const left = new Set(good.map(({ label }) => label)).size;
  if (left < 2) return { kind: 'too-few', failed };

  const telling = { step: 'telling', total: settings.length } as const;
  onProgress({ ...telling, done: 0 });
  const rows = await shareOut([...settings.entries()], ports, async ([at, given], { api }, done) => {
    const seen = good.flatMap(({ label, looks: { clean, edited, treated } }) => {
      const own = treated[at];
      return own ? [{ label, clean, edited, ...own }] : [];
    });
    const detection = await api.detect(seen, seed);
    onProgress({ ...telling, done: done() });
    return { settings: given, detection };
  });
  return { kind: 'detected', rows, photos: good.length, labels: left, failed };
}
