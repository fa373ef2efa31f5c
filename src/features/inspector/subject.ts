import type { Photo } from '../../state/model/photos.ts';
import type { KeyveilState } from '../../state/model.ts';
import { treatmentOf } from '../../state/queries/filters.ts';
import { labelOfPhoto } from '../../state/queries/labels.ts';
import { trialTreatment } from '../../state/queries/trial.ts';

export type Treatment = NonNullable<ReturnType<typeof treatmentOf>>;

/** What the inspector can show of a photo's future. `updating`: the filters do not follow the settings yet. */
export type After =
  | { readonly kind: 'ready'; readonly treatment: Treatment }
  | { readonly kind: 'updating' }
  /** Under a throw-away key and label, until there are a key and a label. */
  | {
      readonly kind: 'trial';
      readonly treatment: Treatment;
      readonly lacks: 'label' | 'key' | 'working' | 'better-key';
    };

/** The photo that the inspector is about: the one that the keyboard is on. */
export function currentPhoto(s: KeyveilState): Photo | null {
  return s.selection.current === null ? null : (s.photos.get(s.selection.current) ?? null);
}

/** What stands in the right-hand picture of the photo `id`. */
export function afterOf(s: KeyveilState, id: string): After {
  if (labelOfPhoto(s, id) === null) return trials.label(s.settings);
  if (s.key.kind === 'none') return trials.key(s.settings);
  if (s.key.kind === 'deriving') return trials.working(s.settings);
  if (s.key.kind === 'failed') return trials['better-key'](s.settings);
  const treatment = treatmentOf(s, id);
  if (treatment === null || s.filters?.settings !== s.settings) return { kind: 'updating' };
  return { kind: 'ready', treatment };
}

type Lacks = Extract<After, { kind: 'trial' }>['lacks'];

/** The same object for the same settings, so that nothing is drawn anew without need. */
function remembered(lacks: Lacks): (settings: KeyveilState['settings']) => After {
  let last: { readonly of: KeyveilState['settings']; readonly after: After } | null = null;
  return settings => {
    if (last?.of !== settings) {
      last = { of: settings, after: { kind: 'trial', treatment: trialTreatment(settings), lacks } };
    }
    return last.after;
  };
}

const trials = {
  label: remembered('label'),
  key: remembered('key'),
  working: remembered('working'),
  'better-key': remembered('better-key'),
} satisfies Record<Lacks, unknown>;
