import type { Broken } from '../../core/faults/failure.ts';
import { joinedBytes } from '../../core/joinedBytes.ts';
import type { ModelInput } from '../../models/modelInput.ts';
import { type OpenPort, workerOpener } from '../../threads/openWorker.ts';
import { type Ended, laneCount, withWorkers } from '../../threads/workerLanes.ts';
import { brokenBy } from '../../threads/workerLost.ts';
import type { ProbeSheet } from '../core/probeSheet.ts';
import script from './ask.worker.ts?worker&url';
import {
  type OpenProbesPort,
  openProbesWorker,
  type ProbesProgress,
  type ProbesTask,
  renderAll,
} from './probesClient.ts';
import type { AskOutcome, AskWorkerApi, ModelFile, ModelOutcome } from './probesProtocol.ts';

export type { ModelFile, ModelOutcome } from './probesProtocol.ts';

/** What a model on this device said. */
export type QuestionOutcome =
  | {
      readonly kind: 'answered';
      /** Without photos that could not be read; so many are `failed`. */
      readonly sheet: ProbeSheet;
      readonly failed: number;
      /** The class said for each probe, from 0, by the probe's name; and how many classes there are. */
      readonly said: ReadonlyMap<string, number>;
      readonly classes: number;
    }
  | Ended
  /** The model failed at the pictures; its own words. */
  | { readonly kind: 'failed'; readonly detail: string };

/** A model in a worker. None of its promises rejects, and all are kept, closed or not. */
export interface ModelHandle {
  /** Opens a model from its files, in the place of the one before. */
  open(files: readonly ModelFile[]): Promise<ModelOutcome | Broken>;
  /** Makes the probes and asks the model about each. Square probes only, of the input's side. */
  question(
    task: ProbesTask,
    input: ModelInput,
    signal: AbortSignal,
    onProgress: (progress: ProbesProgress) => void,
  ): Promise<QuestionOutcome>;
  /** Ends the worker; what is asked of it then is lost. */
  close(): void;
}

export type OpenAskPort = OpenPort<AskWorkerApi>;

/** Opens a worker for a model. */
export function openModelHandle(
  open: OpenAskPort = openAskWorker,
  openProbes: OpenProbesPort = openProbesWorker,
  workers = laneCount(),
): ModelHandle {
  const port = open(() => {});
  const asked = <Answer>(answer: Promise<Answer>): Promise<Answer | Broken> =>
    answer.catch(error => brokenBy(error, 'model on this device'));

  return {
    open: files => asked(port.api.open(files)),
    question: (task, input, signal, onProgress) =>
      question(task, input, signal, onProgress, {
        ask: pixels => asked(port.api.ask(pixels, input)),
        openProbes,
        workers,
      }),
    close: () => port.terminate(),
  };
}

interface Means {
  ask(pixels: Uint8Array<ArrayBuffer>): Promise<AskOutcome | Broken>;
  readonly openProbes: OpenProbesPort;
  readonly workers: number;
}

async function question(
  task: ProbesTask,
  { side }: ModelInput,
  signal: AbortSignal,
  onProgress: (progress: ProbesProgress) => void,
  { ask, openProbes, workers }: Means,
): Promise<QuestionOutcome> {
  const { sheet } = task.plan;
  if (sheet.shape !== 'square' || sheet.side !== side) {
    return { kind: 'failed', detail: 'These probes are not squares of that size.' };
  }
  const said = new Map<string, number>();
  let classes = 0;
  let stopped: Broken | Extract<QuestionOutcome, { kind: 'failed' }> | null = null;
  // Whatever stops the model stops the making of probes too.
  const stop = new AbortController();
  const either = stop.signal;
  if (signal.aborted) stop.abort();
  signal.addEventListener('abort', () => stop.abort(), { once: true });
  const outcome = await withWorkers('probes', openProbes, workers, either, ports =>
    renderAll(
      task,
      ports,
      ({ api }, photo, look) => api.squares(photo, look),
      async (work, probes) => {
        if (either.aborted) return;
        const answer = await ask(joinedBytes(probes));
        if (answer.kind !== 'answered') {
          stopped ??= answer;
          stop.abort();
          return;
        }
        classes = answer.classes;
        for (const [at, { file }] of work.probes.entries()) said.set(file.name, answer.said[at] ?? -1);
      },
      progress => either.aborted || onProgress(progress),
    ),
  );
  if (stopped !== null) return stopped;
  if (outcome.kind !== 'made') return outcome;
  return { kind: 'answered', sheet: outcome.sheet, failed: outcome.failed, said, classes };
}

const openAskWorker: OpenAskPort = workerOpener(script, 'ask');
