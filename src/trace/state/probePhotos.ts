import type { PhotoSetServices } from '../../state/photoSetServices.ts';
import type { LaneProgress } from '../../threads/workerLanes.ts';
import type { Claim } from '../core/claim.ts';
import { defaultProbes, type ProbeWishes } from '../core/probes.ts';

/** The photos that probes are made of, and what is asked for. */

export interface ProbePhoto {
  readonly file: File;
  readonly folder: string | null;
}

/** What a person chooses of {@link ProbeWishes}; `labels` empty: all of the receipt that have photos. */
export type ChosenWishes = Pick<ProbeWishes, 'labels' | 'photos' | 'side' | 'shape'>;

/** With all labels that have photos, where none was chosen. */
export function wishesOf(wishes: ChosenWishes, { receipt }: Pick<Claim, 'receipt'>): ProbeWishes {
  const alive = new Set(receipt.files.map(({ label }) => label));
  const all = receipt.labels.filter(label => alive.has(label));
  return { ...defaultProbes, ...wishes, labels: wishes.labels.length > 0 ? wishes.labels : all };
}

/** A photo that the receipt lists has its label; one in a folder of a label's name is taken for one of that label. */
export async function labelsOf(
  photos: readonly ProbePhoto[],
  { receipt }: Claim,
  tools: PhotoSetServices,
): Promise<readonly (string | null)[]> {
  const digests = await tools.digests(photos.map(({ file }) => file));
  const listed = new Map(
    receipt.files.flatMap(file => [
      [file.sourceSha256, file.label],
      [file.sha256, file.label],
    ]),
  );
  return photos.map(({ folder }, i) => {
    const known = listed.get(digests[i] ?? '');
    if (known !== undefined) return known;
    return folder !== null && receipt.labels.includes(folder) ? folder : null;
  });
}

interface Running {
  readonly kind: 'running';
  readonly done: number;
  readonly total: number;
  /** Null before it can be told. */
  readonly secondsLeft: number | null;
}

/** Tells of each photo that is done how long the others will take, from now on and until `signal` aborts. */
export function withTimeLeft(
  now: () => number,
  signal: AbortSignal,
  tell: (running: Running) => void,
): (progress: LaneProgress) => void {
  const start = now();
  return ({ done, total }) => {
    if (signal.aborted) return;
    tell({ kind: 'running', done, total, secondsLeft: photosLeft(now() - start, done, total) });
  };
}

/** Seconds that the rest takes, when `done` of `total` photos took `elapsed` ms; null before it can be told. */
function photosLeft(elapsed: number, done: number, total: number): number | null {
  return done > 1 && elapsed > 500 ? ((elapsed / 1000) * (total - done)) / done : null;
}
