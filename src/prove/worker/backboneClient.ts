import type { Broken } from '../../core/faults/failure.ts';
import { joinedBytes } from '../../core/joinedBytes.ts';
import type { EngineChoice, Treatment } from '../../engine/engine.ts';
import type { LayerShape } from '../../models/featureLayer.ts';
import type { ModelFile } from '../../models/modelFiles.ts';
import type { LayersOutcome, ModelOutcome } from '../../models/modelHost.ts';
import type { ModelInput } from '../../models/modelInput.ts';
import { type OpenPort, workerOpener } from '../../threads/openWorker.ts';
import { type Ended, laneCount, shareOut, withWorkers } from '../../threads/workerLanes.ts';
import { brokenBy } from '../../threads/workerLost.ts';
import type {
  BackboneColumn,
  BackboneFinding,
  LabelledRows,
  LastLayerAnswers,
} from '../core/backbone/backbone.ts';
import type { LabCounts } from '../core/experiment.ts';
import type { Dealt, DealtPhoto } from '../core/trainingPictures.ts';
import script from './backbone.worker.ts?worker&url';
import type { BackboneWorkerApi } from './backboneProtocol.ts';
import { type OpenProvePort, openProveWorker, type ProvePort } from './provePort.ts';

export interface BackboneTask {
  readonly dealt: Dealt;
  /** The photos that were dealt, in the order in which they were given to `deal`. */
  readonly files: readonly Blob[];
  /** What last layers learn from; `treatments`, one a dealt label, make the photos of a column, null leaves them. */
  readonly columns: readonly {
    readonly column: BackboneColumn;
    readonly treatments: readonly Treatment[] | null;
  }[];
  readonly input: ModelInput;
  readonly layer: LayerShape['name'];
  readonly engine: EngineChoice;
  /** Of the deals by which penalties are chosen. */
  readonly seed: string;
}

export interface BackboneProgress {
  readonly step: 'looking' | 'learning';
  readonly done: number;
  readonly total: number;
}

export type BackboneOutcome =
  | ({ readonly kind: 'learnt' } & Pick<BackboneFinding, 'features' | 'counts' | 'failed' | 'columns'>)
  /** So many could not be read that these labels have none left to be tested on, or fewer than two to learn from. */
  | { readonly kind: 'too-few'; readonly labels: readonly string[]; readonly failed: number }
  | Ended
  /** The network failed at the pictures; its own words. */
  | { readonly kind: 'failed'; readonly detail: string };

/** A network in a worker. None of its promises rejects, and all are kept, closed or not. */
export interface BackboneHandle {
  /** Opens a network from its files, in the place of the one before. */
  open(files: readonly ModelFile[]): Promise<ModelOutcome | Broken>;
  layers(input: ModelInput): Promise<LayersOutcome | Broken>;
  /** Takes the features of all photos, learns a last layer a column, and asks each about the test photos. */
  learn(
    task: BackboneTask,
    signal: AbortSignal,
    onProgress: (progress: BackboneProgress) => void,
  ): Promise<BackboneOutcome>;
  /** Ends the worker; what is asked of it then is lost. */
  close(): void;
}

export type OpenBackbonePort = OpenPort<BackboneWorkerApi>;

/** Opens a worker for a network. */
export function openBackbone(
  open: OpenBackbonePort = openBackboneWorker,
  openProve: OpenProvePort = openProveWorker,
  workers = laneCount(),
): BackboneHandle {
  const port = open(() => {});
  const asked = <Answer>(answer: Promise<Answer>): Promise<Answer | Broken> =>
    answer.catch(error => brokenBy(error, 'network of others'));
  return {
    open: files => asked(port.api.open(files)),
    layers: input => asked(port.api.layers(input)),
    async learn(task, signal, onProgress) {
      // Whatever stops the network stops the making of pictures too.
      const stop = new AbortController();
      signal.addEventListener('abort', () => stop.abort(), { once: true });
      if (signal.aborted) stop.abort();
      const features = new Features(task, port.api, stop);
      const looked = await withWorkers('pictures for a network', openProve, workers, stop.signal, ports =>
        lookAtAll(task, ports, features, progress => stop.signal.aborted || onProgress(progress)),
      );
      if (features.trouble) return features.trouble;
      if (looked.kind !== 'looked') return looked;
      return asked(learnAll(task, features, port.api, stop.signal, onProgress));
    },
    close: () => port.terminate(),
  };
}

async function lookAtAll(
  { dealt, files, columns, input: { side }, engine }: BackboneTask,
  ports: readonly ProvePort[],
  features: Features,
  onProgress: (progress: BackboneProgress) => void,
): Promise<{ readonly kind: 'looked' }> {
  await Promise.all(ports.map(port => port.api.start(engine)));
  const photos = [
    ...dealt.train.map((photo, place) => ({ ...photo, place, use: 'train' as const })),
    ...dealt.test.map((photo, place) => ({ ...photo, place, use: 'test' as const })),
  ];
  const total = photos.length;
  onProgress({ step: 'looking', done: 0, total });
  await shareOut(photos, ports, async ({ photo, label, place, use }, { api }, done) => {
    const variants = use === 'test' ? [null] : columns.map(({ treatments }) => treatments?.[label] ?? null);
    const file = files[photo];
    const shrunk = file && (await api.shrink(file, { side, protectedAt: 'real', variants }));
    if (shrunk?.kind === 'shrunk') await features.take(use, place, shrunk.squares);
    onProgress({ step: 'looking', done: done(), total });
  });
  return { kind: 'looked' };
}

async function learnAll(
  { dealt, columns, seed }: BackboneTask,
  features: Features,
  api: Pick<ReturnType<OpenBackbonePort>['api'], 'learn'>,
  signal: AbortSignal,
  onProgress: (progress: BackboneProgress) => void,
): Promise<BackboneOutcome> {
  const counts: LabCounts = {
    labels: dealt.labels,
    train: features.counts('train'),
    test: features.counts('test'),
  };
  const failed = dealt.train.length + dealt.test.length - sumOf(counts.train) - sumOf(counts.test);
  const poor = dealt.labels.filter((_, at) => (counts.train[at] ?? 0) < 2 || (counts.test[at] ?? 0) < 1);
  if (poor.length > 0) return { kind: 'too-few', labels: poor, failed };
  const test = features.rows('test', 0);
  const learnt: ({ column: BackboneColumn } & LastLayerAnswers)[] = [];
  for (const [at, { column }] of columns.entries()) {
    if (signal.aborted) return { kind: 'cancelled' };
    onProgress({ step: 'learning', done: at, total: columns.length });
    const learn = features.rows('train', at);
    learnt.push({ column, ...(await api.learn({ learn, test, labels: dealt.labels.length, seed })) });
  }
  if (signal.aborted) return { kind: 'cancelled' };
  return { kind: 'learnt', features: test.rows.length, counts, failed, columns: learnt };
}

type Use = 'train' | 'test';

/** The features of all photos, put in their places as they come: one row for each variant of a photo. */
class Features {
  /** What stopped the network. */
  trouble: Exclude<BackboneOutcome, { kind: 'learnt' | 'too-few' | 'cancelled' }> | null = null;
  readonly #task: BackboneTask;
  readonly #api: Pick<ReturnType<OpenBackbonePort>['api'], 'features'>;
  readonly #stop: AbortController;
  readonly #rows: Readonly<Record<Use, (readonly Float32Array[])[]>> = { train: [], test: [] };

  constructor(
    task: BackboneTask,
    api: Pick<ReturnType<OpenBackbonePort>['api'], 'features'>,
    stop: AbortController,
  ) {
    this.#task = task;
    this.#api = api;
    this.#stop = stop;
  }

  async take(use: Use, place: number, squares: readonly Uint8Array[]): Promise<void> {
    if (this.#stop.signal.aborted) return;
    const { input, layer } = this.#task;
    const found = await this.#api
      .features(joinedBytes(squares), input, layer)
      .catch((error): Broken => brokenBy(error, 'network of others'));
    if (found.kind !== 'features') {
      if (!this.#stop.signal.aborted) this.trouble ??= found;
      this.#stop.abort();
      return;
    }
    const { length, values } = found.rows;
    this.#rows[use][place] = squares.map((_, at) => values.subarray(at * length, (at + 1) * length));
  }

  counts(use: Use): readonly number[] {
    const there = this.#there(use);
    return this.#task.dealt.labels.map((_, label) => there.filter(one => one.label === label).length);
  }

  /** Of one variant, without gaps. */
  rows(use: Use, variant: number): LabelledRows {
    const there = this.#there(use);
    const length = there[0]?.rows[variant]?.length ?? 0;
    const values = new Float32Array(there.length * length);
    for (const [at, { rows }] of there.entries()) values.set(rows[variant] ?? [], at * length);
    return { rows: { count: there.length, length, values }, labelOf: there.map(({ label }) => label) };
  }

  #there(use: Use): readonly { readonly label: number; readonly rows: readonly Float32Array[] }[] {
    const dealt: readonly DealtPhoto[] = this.#task.dealt[use];
    return dealt.flatMap(({ label }, place) => {
      const rows = this.#rows[use][place];
      return rows ? [{ label, rows }] : [];
    });
  }
}

function sumOf(list: readonly number[]): number {
  return list.reduce((sum, value) => sum + value, 0);
}

const openBackboneWorker: OpenBackbonePort = workerOpener(script, 'backbone');
