import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Broken } from '../../core/faults/failure.ts';
import { orTell } from '../../core/faults/unexpected.ts';
import { keepOut } from '../../core/faults/unexpectedLog.ts';
import type { Imprint } from '../../core/imprint.ts';
import { compareCodePoints } from '../../core/label.ts';
import { type MethodSettings, sameSettings } from '../../core/settings.ts';
import { treatmentFor } from '../../core/treatment.ts';
import type { Keyveil } from '../../state/createKeyveil.ts';
import type { GivenFile } from '../../state/model/givenFile.ts';
import type { KeyveilState } from '../../state/model.ts';
import type { PhotoSetServices } from '../../state/photoSetServices.ts';
import { labelOfPhoto, listedLabels } from '../../state/queries/labels.ts';
import { choosePhotos, type Left, sizesFor, typicalSide } from '../core/proving.ts';
import { type ProveOutcome, type ProvePhoto, type ProveProgress, prove } from '../worker/proveClient.ts';

/** A photo that the check may look at. */
export interface LabelledFile {
  readonly file: File;
  readonly label: string;
  /** In pixels; 0 when nobody knows. */
  readonly shortSide: number;
}

/** Which photos are looked at: those on the page, or a set that was dropped on the tab. */
export type Source =
  | { readonly kind: 'page' }
  | { readonly kind: 'dropped'; readonly name: string; readonly photos: readonly LabelledFile[] };

/** What a check was made with: when any of it changes, the check is out of date. */
export interface Basis {
  readonly source: Source;
  readonly settings: MethodSettings;
  readonly keyCheck: string;
  readonly photos: readonly LabelledFile[];
}

export type CheckRates = Extract<ProveOutcome, { kind: 'told' }>;

export interface Finding {
  readonly basis: Basis;
  readonly told: CheckRates;
  readonly left: Left;
  readonly labels: number;
  /** The middle one of the photos' short sides, in pixels. */
  readonly typical: number;
}

export type Check =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly progress: ProveProgress | null }
  /** So many photos could not be read that too few are left. */
  | { readonly kind: 'too-few'; readonly photos: number }
  | Broken;

interface ProveState {
  readonly source: Source;
  /** A dropped set that is being read. */
  readonly reading: { readonly found: number; readonly read: number } | null;
  /** The last set that was dropped had no labelled photos in it. */
  readonly nothingIn: string | null;
  readonly check: Check;
  /** The last one that ended well; it stays while the next one runs. */
  readonly finding: Finding | null;
}

/** The instant check, with a state that outlives a look at another tab. */
export interface ProveSession {
  readonly store: StoreApi<ProveState>;
  run(): Promise<void>;
  cancel(): void;
  /** Looks at these files in place of the page's photos. */
  take(files: Promise<readonly GivenFile[]>): Promise<void>;
  usePage(): void;
}

/** Deals the photos alike every time, so that only what was changed changes the result. */
const seed = 'keyveil/prove';

export function createProveSession(page: Keyveil['store'], tools: PhotoSetServices): ProveSession {
  const store = createStore<ProveState>(() => ({
    source: { kind: 'page' },
    reading: null,
    nothingIn: null,
    check: { kind: 'none' },
    finding: null,
  }));
  const set = (changes: Partial<ProveState>) => store.setState(changes);
  let abort = new AbortController();
  keepOut(() => {
    const { source } = store.getState();
    return source.kind === 'page'
      ? []
      : [source.name, ...source.photos.flatMap(({ file, label }) => [file.name, label])];
  });

  return {
    store,
    async run() {
      abort.abort();
      abort = new AbortController();
      const { signal } = abort;
      const basis = basisOf(page.getState(), store.getState().source);
      const choice = basis && choosePhotos(basis.photos, seed);
      if (!basis || choice?.kind !== 'chosen') return;
      set({ check: { kind: 'running', progress: null } });
      // A dropped set's filters are chosen as if its labels had been added together.
      const names =
        basis.source.kind === 'page'
          ? listedLabels(page.getState())
          : [...choice.labels].sort(compareCodePoints);
      const made = await tools.imprintsOf(names);
      if (signal.aborted) return;
      // The key went away meanwhile.
      if (made.kind === 'no-key') return set({ check: { kind: 'none' } });
      if (made.kind !== 'made') return set({ check: made });
      const photos = withTreatments(choice.photos, names, basis.settings, made.imprints);
      const sides = choice.photos.flatMap(({ shortSide }) => (shortSide > 0 ? [shortSide] : []));
      const task = { photos, sizes: sizesFor(sides), engine: page.getState().preferences.engine, seed };
      const outcome = await prove(task, signal, progress => set({ check: { kind: 'running', progress } }));
      if (signal.aborted || outcome.kind === 'cancelled') return;
      if (outcome.kind === 'told') {
        const labels = new Set(choice.photos.map(({ label }) => label)).size;
        set({
          check: { kind: 'none' },
          finding: { basis, told: outcome, left: choice.left, labels, typical: typicalSide(sides) },
        });
      } else {
        set({ check: outcome.kind === 'too-few' ? { kind: 'too-few', photos: outcome.failed } : outcome });
      }
    },

    cancel() {
      abort.abort();
      set({ check: { kind: 'none' } });
    },

    async take(files) {
      abort.abort();
      set({ reading: { found: 0, read: 0 }, nothingIn: null, check: { kind: 'none' } });
      const given = await files;
      const found = await tools
        .readSet(given, (all, read) => set({ reading: { found: all, read } }))
        .catch(orTell(null, 'reading a set'));
      const photos = (found?.photos ?? []).flatMap(({ file, labelName, description }) =>
        labelName === null
          ? []
          : [
              {
                file,
                label: labelName,
                shortSide: Math.min(description?.width ?? 0, description?.height ?? 0),
              },
            ],
      );
      const name = nameOfSet(given);
      if (photos.length === 0) return set({ reading: null, nothingIn: name });
      set({ reading: null, source: { kind: 'dropped', name, photos }, finding: null });
    },

    usePage() {
      abort.abort();
      set({ source: { kind: 'page' }, nothingIn: null, check: { kind: 'none' }, finding: null });
    },
  };
}

/** The folder or zip that files came from. */
function nameOfSet(files: readonly GivenFile[]): string {
  return files[0]?.path.split('/')[0] ?? '';
}

/** Labelled photos on the page whose files are there. */
export function pagePhotos(s: KeyveilState): readonly LabelledFile[] {
  return s.arrangement.order.flatMap(id => {
    const photo = s.photos.get(id);
    const label = labelOfPhoto(s, id);
    if (!photo?.file || !label) return [];
    return [{ file: photo.file, label: label.name, shortSide: Math.min(photo.width, photo.height) }];
  });
}

/** What a check would be made with now; null without a key. */
export function basisOf(s: KeyveilState, source: Source): Basis | null {
  if (s.key.kind !== 'ready') return null;
  const photos = source.kind === 'page' ? pagePhotos(s) : source.photos;
  return { source, settings: s.settings, keyCheck: s.key.keyCheck, photos };
}

/** Whether a finding is of what is there now. Without a key nothing else can be made, so it stays. */
export function isCurrent(finding: Pick<Finding, 'basis'>, now: Basis | null): boolean {
  if (now === null) return true;
  const then = finding.basis;
  return (
    then.source === now.source &&
    then.keyCheck === now.keyCheck &&
    sameSettings(then.settings, now.settings) &&
    then.photos.length === now.photos.length &&
    then.photos.every((photo, i) => {
      const other = now.photos[i];
      return photo.file === other?.file && photo.label === other.label;
    })
  );
}

/** `names` in the order in which the filters are chosen. */
function withTreatments(
  photos: readonly LabelledFile[],
  names: readonly string[],
  settings: MethodSettings,
  imprints: readonly Imprint[],
): readonly ProvePhoto[] {
  const treatments = imprints.map(imprint => treatmentFor(settings, imprint));
  return photos.flatMap(({ file, label }) => {
    const at = names.indexOf(label);
    const treatment = treatments[at];
    return treatment ? [{ file, label: at, treatment }] : [];
  });
}
