import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Broken } from '../../core/faults/failure.ts';
import { type MethodSettings, sameSettings } from '../../core/settings.ts';
import type { Keyveil } from '../../state/createKeyveil.ts';
import type { KeyveilState } from '../../state/model.ts';
import { choosePhotos, type Left } from '../core/proving.ts';
import { type Detected, type DetectorProgress, detectProtected } from '../worker/detectorClient.ts';
import { type LabelledFile, type ProveSession, pagePhotos, type Source } from './proveSession.ts';

/** What a detector was tried on; no key plays a part, since a scraper has none. */
interface DetectorBasis {
  readonly source: Source;
  readonly settings: readonly MethodSettings[];
  readonly photos: readonly LabelledFile[];
}

export interface DetectorFinding {
  readonly basis: DetectorBasis;
  readonly detected: Detected;
  readonly left: Left;
}

export type DetectorCheck =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly progress: DetectorProgress | null }
  /** So many photos could not be read, or are too small, that too few are left. */
  | { readonly kind: 'too-few'; readonly photos: number }
  | Broken;

interface DetectorState {
  readonly check: DetectorCheck;
  readonly finding: DetectorFinding | null;
}

/** Whether a scraper could tell, with a state that outlives a look at another tab. */
export interface DetectorSession {
  readonly store: StoreApi<DetectorState>;
  /** On the photos that the instant check looks at; `settings`: those chosen on the page, or these. */
  run(settings?: readonly MethodSettings[]): Promise<void>;
  cancel(): void;
}

/** Deals photos and draws strangers' keys alike every time. */
const seed = 'keyveil/detector';
/** Photos looked at; with more the interval hardly narrows, and it takes longer. */
const mostDetectorPhotos = 500;

export function createDetectorSession(page: Keyveil['store'], check: ProveSession): DetectorSession {
  const store = createStore<DetectorState>(() => ({ check: { kind: 'none' }, finding: null }));
  const set = (changes: Partial<DetectorState>) => store.setState(changes);
  let abort = new AbortController();
  return {
    store,
    async run(settings = [page.getState().settings]) {
      abort.abort();
      abort = new AbortController();
      const { signal } = abort;
      const { source } = check.store.getState();
      const photos = photosOf(page.getState(), source);
      const choice = choosePhotos(photos, seed, mostDetectorPhotos);
      if (choice.kind !== 'chosen') return;
      set({ check: { kind: 'running', progress: null } });
      const task = { photos: choice.photos, settings, engine: page.getState().preferences.engine, seed };
      const outcome = await detectProtected(task, signal, progress =>
        set({ check: { kind: 'running', progress } }),
      );
      if (signal.aborted || outcome.kind === 'cancelled') return;
      if (outcome.kind === 'detected') {
        const finding = { basis: { source, settings, photos }, detected: outcome, left: choice.left };
        set({ check: { kind: 'none' }, finding });
      } else {
        set({ check: outcome.kind === 'too-few' ? { kind: 'too-few', photos: outcome.failed } : outcome });
      }
    },
    cancel() {
      abort.abort();
      set({ check: { kind: 'none' } });
    },
  };
}

function photosOf(s: KeyveilState, source: Source): readonly LabelledFile[] {
  return source.kind === 'page' ? pagePhotos(s) : source.photos;
}

/** Whether a finding is of the photos and settings that are there now. */
export function isDetectionCurrent({ basis }: DetectorFinding, s: KeyveilState, source: Source): boolean {
  const [settings] = basis.settings;
  const photos = photosOf(s, source);
  return (
    basis.source === source &&
    settings !== undefined &&
    sameSettings(settings, s.settings) &&
    basis.photos.length === photos.length &&
    basis.photos.every((photo, i) => photo.file === photos[i]?.file && photo.label === photos[i]?.label)
  );
}
