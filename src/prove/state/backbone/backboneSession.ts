import { createStore, type StoreApi } from 'zustand/vanilla';
import { isBroken } from '../../../core/faults/failure.ts';
import { castPresets, sameSettings } from '../../../core/settings.ts';
import { type LayerShape, pooledLayer, usableLayers } from '../../../models/featureLayer.ts';
import { inputOfShape, type ModelInput } from '../../../models/modelInput.ts';
import { modelName, type OpenTrouble, openTrouble } from '../../../models/openTrouble.ts';
import {
  firstInput,
  readInput,
  scaledAs,
  type TypedInput,
  usualScaling,
} from '../../../models/typedInput.ts';
import type { Keyveil } from '../../../state/createKeyveil.ts';
import type { PhotoSetServices } from '../../../state/photoSetServices.ts';
import type { BackboneColumn, BackboneFinding } from '../../core/backbone/backbone.ts';
import type { BackboneReport } from '../../core/backbone/backboneReport.ts';
import type { BackboneHandle, BackboneProgress } from '../../worker/backboneClient.ts';
import { defaultSetup, type LabBasis } from '../labModel.ts';
import { labBasisOf } from '../labSession.ts';
import type { Source } from '../proveSession.ts';
import { type BackboneRunOutcome, learnOnBackbone } from './backboneRun.ts';

/** A network of others that last layers are learnt on, with a state that outlives a look at another tab. */

/** `detail`: the runtime's own words, names of files, or of labels. */
export type BackboneTrouble =
  | OpenTrouble
  | { readonly kind: 'not-pictures' | 'no-layer' | 'no-key' }
  | { readonly kind: 'failed' | 'too-few'; readonly detail: string };

interface OpenNetwork {
  /** Of its file. */
  readonly name: string;
  readonly kind: 'tfjs' | 'onnx';
  readonly layout: ModelInput['layout'];
  /** Those that features can be taken from, in their order. */
  readonly layers: readonly LayerShape[];
  /** The last pooled one, by its name. */
  readonly pooled: string;
}

export type BackboneRun =
  | { readonly kind: 'idle' | 'opening' }
  | ({ readonly kind: 'running'; readonly secondsLeft: number | null } & Partial<BackboneProgress>);

export interface BackboneState extends TypedInput {
  readonly network: OpenNetwork | null;
  /** Whose features are taken. */
  readonly layer: string;
  /** Also learn from photos under each preset. */
  readonly presets: boolean;
  readonly run: BackboneRun;
  readonly trouble: BackboneTrouble | null;
  readonly found: {
    readonly finding: BackboneFinding;
    readonly basis: LabBasis;
  } | null;
}

export interface BackboneSession {
  readonly store: StoreApi<BackboneState>;
  /** Opens a network from its files, in the place of the one before. */
  open(files: readonly File[]): Promise<void>;
  change(changes: Partial<TypedInput & Pick<BackboneState, 'layer' | 'presets'>>): void;
  /** Learns from the photos of a source. Does nothing without a key, or while numbers are none. */
  learn(source: Source): Promise<void>;
  cancel(): void;
}

export interface BackboneServices {
  open(): BackboneHandle;
  /** Milliseconds, from any start. */
  now(): number;
}

/** As in the lab, so that both are tested on the same photos. */
export const backboneDealing: BackboneReport['dealing'] = {
  holdOut: defaultSetup.pictures.holdOut,
  mostOfLabel: defaultSetup.pictures.mostOfLabel,
  seed: defaultSetup.pictures.seed,
};

export function createBackboneSession(
  page: Keyveil['store'],
  tools: PhotoSetServices,
  services: BackboneServices,
): BackboneSession {
  const store = createStore<BackboneState>(() => ({
    ...firstInput,
    network: null,
    layer: '',
    presets: false,
    run: { kind: 'idle' },
    trouble: null,
    found: null,
  }));
  const get = store.getState;
  const set = (changes: Partial<BackboneState>) => store.setState(changes);
  let handle: BackboneHandle | null = null;
  let abort = new AbortController();
  const stop = () => {
    abort.abort();
    if (get().run.kind !== 'idle') set({ run: { kind: 'idle' } });
  };
  const close = () => {
    handle?.close();
    handle = null;
  };
  const refuse = (trouble: BackboneTrouble) => {
    close();
    set({ network: null, run: { kind: 'idle' }, trouble });
  };

  return {
    store,

    async open(files) {
      stop();
      close();
      const mine = services.open();
      handle = mine;
      set({ network: null, trouble: null, run: { kind: 'opening' } });
      const outcome = await mine.open(files.map(file => ({ name: file.name, blob: file })));
      if (handle !== mine) return;
      if (outcome.kind !== 'opened') return refuse(openTrouble(outcome));
      const taken = inputOfShape(outcome.shape, firstInput.side);
      if (taken === null) return refuse({ kind: 'not-pictures' });
      const typed: TypedInput = { ...get(), ...scaledAs(usualScaling(outcome.model)), side: taken.side };
      const input = readInput(typed, taken.layout);
      const inside = input && (await mine.layers(input));
      if (handle !== mine) return;
      if (inside === null) return refuse({ kind: 'not-pictures' });
      if (inside.kind !== 'layers') return refuse(inside);
      const pooled = pooledLayer(inside.layers, taken.layout);
      if (pooled === null) return refuse({ kind: 'no-layer' });
      set({
        ...typed,
        network: {
          name: modelName(files),
          kind: outcome.model,
          layout: taken.layout,
          layers: usableLayers(inside.layers, taken.layout),
          pooled: pooled.name,
        },
        layer: pooled.name,
        run: { kind: 'idle' },
      });
    },

    change: changes => set(changes),

    async learn(source) {
      const { network, layer, presets } = get();
      const input = network && readInput(get(), network.layout);
      const basis = labBasisOf(page.getState(), source);
      if (!network || !input || !basis || !handle) return;
      stop();
      abort = new AbortController();
      const { signal } = abort;
      const started = services.now();
      set({ trouble: null, run: { kind: 'running', secondsLeft: null } });
      const wishes = { columns: columnsOf(basis, presets), dealing: backboneDealing, input, layer };
      const outcome = await learnOnBackbone(page, tools, handle, basis, wishes, signal, progress => {
        if (signal.aborted) return;
        const secondsLeft = leftOf(progress, (services.now() - started) / 1000);
        set({ run: { kind: 'running', ...progress, secondsLeft } });
      });
      if (signal.aborted || outcome.kind === 'cancelled') return;
      set({ run: { kind: 'idle' } });
      if (outcome.kind !== 'learnt')
        return isBroken(outcome) ? refuse(outcome) : set({ trouble: runTrouble(outcome) });
      const { kind: _, ...learnt } = outcome;
      const { name, kind } = network;
      const seconds = (services.now() - started) / 1000;
      set({ found: { finding: { ...learnt, model: { name, kind }, input, layer, seconds }, basis } });
    },

    cancel: stop,
  };
}

/** Clean photos, those under the settings of a basis and, where wanted, under each preset that is another. */
function columnsOf({ settings }: LabBasis, presets: boolean): readonly BackboneColumn[] {
  const others = (['light', 'standard', 'strong'] as const).filter(
    name => !sameSettings(castPresets[name], settings),
  );
  return ['clean', 'chosen', ...(presets ? others : [])];
}

/** Of looking at photos, which is nearly all of it. @param elapsed seconds */
function leftOf({ step, done, total }: BackboneProgress, elapsed: number): number | null {
  return step === 'looking' && done > 1 && elapsed > 0.5 ? (elapsed * (total - done)) / done : null;
}

function runTrouble(
  outcome: Extract<BackboneRunOutcome, { kind: 'failed' | 'too-few' | 'no-key' }>,
): BackboneTrouble {
  return outcome.kind === 'too-few' ? { kind: 'too-few', detail: outcome.labels.join(', ') } : outcome;
}
