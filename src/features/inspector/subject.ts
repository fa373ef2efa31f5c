import type { Photo } from '../../state/model/photos.ts';
import type { KeyveilState } from '../../state/model.ts';
import { treatmentOf } from '../../state/queries/filters.ts';
import { labelOfPhoto } from '../../state/queries/labels.ts';

export type Treatment = NonNullable<ReturnType<typeof treatmentOf>>;

/** What the inspector can show of a photo's future. `updating`: the filters do not follow the settings yet. */
export type After =
  | { readonly kind: 'ready'; readonly treatment: Treatment }
  | { readonly kind: 'updating' }
  | { readonly kind: 'deriving' }
  | { readonly kind: 'no-key' }
  | { readonly kind: 'key-failed' }
  | { readonly kind: 'unlabelled' };

/** The photo that the inspector is about: the one that the keyboard is on. */
export function currentPhoto(s: KeyveilState): Photo | null {
  return s.selection.current === null ? null : (s.photos.get(s.selection.current) ?? null);
}

/** What stands in the right-hand picture of the photo `id`, or why nothing does. */
export function afterOf(s: KeyveilState, id: string): After {
  if (labelOfPhoto(s, id) === null) return { kind: 'unlabelled' };
  if (s.key.kind === 'none') return { kind: 'no-key' };
  if (s.key.kind === 'deriving') return { kind: 'deriving' };
  if (s.key.kind === 'failed') return { kind: 'key-failed' };
  const treatment = treatmentOf(s, id);
  if (treatment === null || s.filters?.settings !== s.settings) return { kind: 'updating' };
  return { kind: 'ready', treatment };
}
