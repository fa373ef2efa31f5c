import { number, text } from '../../../locales/text.ts';
import type { KeyveilState } from '../../../state/model.ts';
import type { LabCounts, PictureSettings } from '../../core/experiment.ts';
import { countsOf, deal } from '../../core/trainingPictures.ts';
import { pagePhotos, type Source } from '../../state/proveSession.ts';

/** Whether a model can be trained now, on how many photos, and if not, what is lacking. */
export type LabReadiness =
  | { readonly kind: 'ready'; readonly counts: LabCounts }
  | { readonly kind: 'photos' }
  | { readonly kind: 'key'; readonly counts: LabCounts }
  | { readonly kind: 'deriving'; readonly counts: LabCounts }
  /** `enough`: labels with enough photos. */
  | { readonly kind: 'labels'; readonly enough: number };

export function labReadinessOf(s: KeyveilState, source: Source, pictures: PictureSettings): LabReadiness {
  const photos = source.kind === 'page' ? pagePhotos(s) : source.photos;
  if (photos.length === 0) return { kind: 'photos' };
  const dealt = deal(
    photos.map(({ label }) => label),
    pictures,
  );
  if (dealt.kind === 'too-few') return { kind: 'labels', enough: dealt.enough };
  const counts = countsOf(dealt);
  if (s.key.kind === 'ready') return { kind: 'ready', counts };
  return { kind: s.key.kind === 'deriving' ? 'deriving' : 'key', counts };
}

/** What is lacking, in words; nothing where nothing is. */
export function needText(readiness: LabReadiness): string {
  if (readiness.kind === 'labels') {
    return text('lab.need.labels', { count: readiness.enough, n: number(readiness.enough) });
  }
  return readiness.kind === 'ready' ? '' : text(`lab.need.${readiness.kind}`);
}
