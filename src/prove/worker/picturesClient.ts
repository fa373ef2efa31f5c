import type { Imprint } from '../../core/imprint.ts';
import { type MethodSettings, withVeilSize } from '../../core/settings.ts';
import { treatmentFor } from '../../core/treatment.ts';
import type { EngineChoice, Treatment } from '../../engine/engine.ts';
import { type Ended, type LaneProgress, laneWork, shareOut } from '../../threads/workerLanes.ts';
import type { LabPictures, PictureSettings, Pictures } from '../core/experiment.ts';
import { commonImprint, type Dealt, type DealtPhoto, otherOf } from '../core/trainingPictures.ts';
import { openProveWorker, type ProvePort } from './provePort.ts';

export interface PicturesTask {
  readonly dealt: Dealt;
  /** The photos that were dealt, in the order in which they were given to `deal`. */
  readonly files: readonly Blob[];
  /** One for each of the dealt labels. */
  readonly imprints: readonly Imprint[];
  readonly pictures: PictureSettings;
  /** What photos are protected with. Pictures that are protected when they are small have a veil of their own size. */
  readonly settings: MethodSettings;
  readonly engine: EngineChoice;
}

export type PicturesProgress = LaneProgress;

export type PicturesOutcome =
  /** `failed`: photos that could not be read and are left out. */
  | { readonly kind: 'made'; readonly pictures: LabPictures; readonly failed: number }
  /** So many could not be read that these labels have none left to be tested on, or fewer than two to learn from. */
  | { readonly kind: 'too-few'; readonly labels: readonly string[]; readonly failed: number }
  | Ended;

/** The pictures of a series of runs. */
export const makePictures = laneWork('training pictures', openProveWorker, shrinkAll);

async function shrinkAll(
  task: PicturesTask,
  ports: readonly ProvePort[],
  onProgress: (progress: PicturesProgress) => void,
): Promise<PicturesOutcome> {
  const { dealt, files, pictures } = task;
  const { side, protectedAt } = pictures;
  await Promise.all(ports.map(port => port.api.start(task.engine)));
  const variantsOf = variantsFor(task);
  const train = new Gathering(dealt.train, side);
  const test = new Gathering(dealt.test, side);
  const photos = [train, test].flatMap(set => set.photos.map((photo, place) => ({ set, place, ...photo })));
  const total = photos.length;
  onProgress({ done: 0, total });
  await shareOut(photos, ports, async ({ set, place, photo, label }, { api }, done) => {
    const variants = variantsOf(label, set === train ? 'train' : 'test');
    const file = files[photo];
    const shrunk = file && (await api.shrink(file, { side, protectedAt, variants }));
    if (shrunk?.kind === 'shrunk') set.take(place, shrunk.squares);
    onProgress({ done: done(), total });
  });
  const failed = train.missing + test.missing;
  const learnt = train.counts(dealt.labels.length);
  const tested = test.counts(dealt.labels.length);
  const poor = dealt.labels.filter((_, at) => (learnt[at] ?? 0) < 2 || (tested[at] ?? 0) < 1);
  if (poor.length > 0) return { kind: 'too-few', labels: poor, failed };
  const [clean, own, common] = train.pictures();
  const [cleanTest, ownTest, other] = test.pictures();
  return {
    kind: 'made',
    pictures: {
      labels: dealt.labels,
      train: { clean, protected: own, common },
      test: { clean: cleanTest, own: ownTest, other },
    },
    failed,
  };
}

/** What a photo is made into. To learn from: clean, protected, under the one filter for all; to test: clean, own, other. */
function variantsFor({ dealt, imprints, pictures, settings }: PicturesTask) {
  const used = pictures.protectedAt === 'small' ? withVeilSize(settings, pictures.side) : settings;
  const treatment = (imprint: Imprint | null | undefined): Treatment => {
    if (!imprint) throw new Error('A label has no imprint.');
    return treatmentFor(used, imprint);
  };
  const own = imprints.map(treatment);
  const common = treatment(commonImprint(imprints));
  return (label: number, use: 'train' | 'test'): readonly (Treatment | null)[] => [
    null,
    own[label] ?? treatment(null),
    use === 'train' ? common : (own[otherOf(label, dealt.labels.length)] ?? treatment(null)),
  ];
}

/** Three variants of each photo of a set, put in their places as they come. */
class Gathering {
  readonly photos: readonly DealtPhoto[];
  readonly #side: number;
  readonly #length: number;
  readonly #variants: readonly [Bytes, Bytes, Bytes];
  readonly #there: boolean[];

  constructor(photos: readonly DealtPhoto[], side: number) {
    this.photos = photos;
    this.#side = side;
    this.#length = side * side * 3;
    const room = () => new Uint8Array(photos.length * this.#length);
    this.#variants = [room(), room(), room()];
    this.#there = photos.map(() => false);
  }

  take(place: number, squares: readonly Uint8Array[]): void {
    for (const [at, pixels] of this.#variants.entries()) {
      pixels.set(squares[at] ?? [], place * this.#length);
    }
    this.#there[place] = true;
  }

  get missing(): number {
    return this.#there.filter(there => !there).length;
  }

  counts(labels: number): readonly number[] {
    const labelOf = this.#labelOf();
    return Array.from({ length: labels }, (_, label) => labelOf.filter(other => other === label).length);
  }

  /** Those that came, without gaps. Takes the room with it: call it once. */
  pictures(): readonly [Pictures, Pictures, Pictures] {
    const labelOf = this.#labelOf();
    const close = (pixels: Bytes): Pictures => {
      let to = 0;
      for (const [place, there] of this.#there.entries()) {
        if (!there) continue;
        const from = place * this.#length;
        if (from !== to) pixels.copyWithin(to, from, from + this.#length);
        to += this.#length;
      }
      return { side: this.#side, pixels: to === pixels.length ? pixels : pixels.slice(0, to), labelOf };
    };
    const [first, second, third] = this.#variants;
    return [close(first), close(second), close(third)];
  }

  #labelOf(): readonly number[] {
    return this.photos.flatMap(({ label }, place) => (this.#there[place] ? [label] : []));
  }
}

type Bytes = Uint8Array<ArrayBuffer>;
