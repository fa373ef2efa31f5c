import type { StoreApi } from 'zustand/vanilla';
import { isBroken } from '../../core/faults/failure.ts';
import { inputOfShape, type ModelInput } from '../../models/modelInput.ts';
import { modelName, type OpenTrouble, openTrouble } from '../../models/openTrouble.ts';
import { firstInput, readInput, scaledAs, type TypedInput, usualScaling } from '../../models/typedInput.ts';
import type { Keyveil } from '../../state/createKeyveil.ts';
import type { PhotoSetServices } from '../../state/photoSetServices.ts';
import type { ModelHandle } from '../worker/askClient.ts';
import type { ProbeRefusal } from './modelState.ts';
import { labelsOf, wishesOf, withTimeLeft } from './probePhotos.ts';
import { createSessionStore } from './sessionStore.ts';
import type { TraceClaim } from './traceClaim.ts';
import type { TraceModel } from './traceModel.ts';
import type { TraceServices } from './traceServices.ts';

/** A model's files, asked on this device with the photos that probes are made of. */

/** `detail`: the runtime's own words, or names of files. */
export type AskTrouble =
  | OpenTrouble
  | { readonly kind: 'not-pictures' | 'nothing-read' }
  | { readonly kind: 'failed'; readonly detail: string }
  | { readonly kind: 'probes'; readonly refusal: ProbeRefusal };

export interface AskState extends TypedInput {
  readonly model: {
    /** Of its file. */
    readonly name: string;
    readonly kind: 'tfjs' | 'onnx';
    readonly layout: ModelInput['layout'];
  } | null;
  /** One a line, in the model's order; empty: they are numbered. */
  readonly classNames: string;
  readonly trouble: AskTrouble | null;
  readonly run:
    | { readonly kind: 'idle' | 'opening' }
    | {
        readonly kind: 'running';
        readonly done: number;
        readonly total: number;
        readonly secondsLeft: number | null;
      };
}

export interface TraceAsk {
  readonly store: StoreApi<AskState>;
  open(files: readonly File[]): Promise<void>;
  change(changes: Partial<TypedInput & Pick<AskState, 'classNames'>>): void;
  ask(): Promise<void>;
  cancel(): void;
}

export function createTraceAsk(
  page: Keyveil['store'],
  claim: TraceClaim,
  model: TraceModel,
  tools: PhotoSetServices,
  services: TraceServices,
): TraceAsk {
  const { store, get, set, end, begin } = createSessionStore<AskState>({
    model: null,
    ...firstInput,
    classNames: '',
    trouble: null,
    run: { kind: 'idle' },
  });
  let handle: ModelHandle | null = null;
  const stop = () => {
    end();
    if (get().run.kind !== 'idle') set({ run: { kind: 'idle' } });
  };
  const close = () => {
    handle?.close();
    handle = null;
  };
  claim.store.subscribe((now, before) => {
    if (now.opened !== before.opened) stop();
  });

  return {
    store,
    async open(files) {
      stop();
      close();
      const mine = services.openModel();
      handle = mine;
      set({ model: null, trouble: null, run: { kind: 'opening' } });
      const outcome = await mine.open(files.map(file => ({ name: file.name, blob: file })));
      if (handle !== mine) return;
      set({ run: { kind: 'idle' } });
      if (outcome.kind !== 'opened') {
        close();
        return set({ trouble: openTrouble(outcome) });
      }
      const input = inputOfShape(outcome.shape, model.store.getState().wishes.side);
      if (input === null) return set({ trouble: { kind: 'not-pictures' } });
      set({
        model: { name: modelName(files), kind: outcome.model, layout: input.layout },
        side: input.side,
      });
      set(scaledAs(usualScaling(outcome.model)));
    },
    change: changes => set(changes),

    async ask() {
      const { standing } = claim.store.getState();
      const { model: asked, side } = get();
      const input = inputOf(get());
      const { photos } = model.store.getState();
      if (standing.kind !== 'ok' || !asked || !input || !handle || photos.length === 0) return;
      stop();
      const signal = begin();
      const mine = handle;
      set({ trouble: null, run: { kind: 'running', done: 0, total: photos.length, secondsLeft: null } });
      const labelOf = await labelsOf(photos, standing.claim, tools);
      if (signal.aborted) return;
      const wishes = {
        ...wishesOf(model.store.getState().wishes, standing.claim),
        side,
        shape: 'square' as const,
      };
      const plan = await services.planProbes(standing.claim, labelOf, wishes, signal);
      if (signal.aborted || plan.kind === 'cancelled') return;
      if (isBroken(plan)) return set({ run: { kind: 'idle' }, trouble: plan });
      if (plan.kind !== 'planned') {
        return set({ run: { kind: 'idle' }, trouble: { kind: 'probes', refusal: plan } });
      }
      const outcome = await mine.question(
        {
          plan,
          receipt: standing.claim.receipt,
          photos: photos.map(({ file }) => file),
          engine: page.getState().preferences.engine,
        },
        input,
        signal,
        withTimeLeft(services.now, signal, run => set({ run })),
      );
      if (signal.aborted || outcome.kind === 'cancelled') return;
      set({ run: { kind: 'idle' } });
      if (isBroken(outcome)) {
        close();
        return set({ model: null, trouble: outcome });
      }
      if (outcome.kind === 'failed') return set({ trouble: { kind: 'failed', detail: outcome.detail } });
      if (outcome.sheet.files.length === 0) return set({ trouble: { kind: 'nothing-read' } });
      const names = namesOf(get().classNames, outcome.classes);
      const said = new Map([...outcome.said].map(([probe, at]) => [probe, names[at] ?? `${at}`]));
      model.accept(outcome.sheet, { name: asked.name, askedBy: asked.kind, said, classes: names });
    },
    cancel: stop,
  };
}

/** How the model is to be given its pictures; null: there is none, or what was typed are no such numbers. */
export function inputOf(state: Pick<AskState, 'model' | keyof TypedInput>): ModelInput | null {
  return state.model && readInput(state, state.model.layout);
}

/** The given names, and numbers for classes that have none. */
function namesOf(text: string, classes: number): readonly string[] {
  const given = text.split('\n').map(line => line.trim());
  return Array.from({ length: classes }, (_, at) => given[at] || `${at}`);
}
