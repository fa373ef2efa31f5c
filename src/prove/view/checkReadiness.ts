import type { KeyveilState } from '../../state/model.ts';
import { choosePhotos } from '../core/proving.ts';
import { pagePhotos, type Source } from '../state/proveSession.ts';

/** Whether the check can be run now, and if not, what it lacks. */
export type CheckReadiness =
  | { readonly kind: 'ready' }
  | { readonly kind: 'photos' }
  | { readonly kind: 'key' }
  | { readonly kind: 'deriving' }
  /** `enough`: labels with enough photos. */
  | { readonly kind: 'labels'; readonly enough: number };

export function checkReadinessOf(s: KeyveilState, source: Source): CheckReadiness {
  const photos = source.kind === 'page' ? pagePhotos(s) : source.photos;
  if (photos.length === 0) return { kind: 'photos' };
  const choice = choosePhotos(photos, '');
  if (choice.kind === 'too-few') return { kind: 'labels', enough: choice.enough };
  if (s.key.kind === 'deriving') return { kind: 'deriving' };
  return s.key.kind === 'ready' ? { kind: 'ready' } : { kind: 'key' };
}
