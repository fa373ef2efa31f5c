import type { KeyveilState } from '../model.ts';
import { keepOnly } from './selection.ts';

/** State changes that follow from another arrangement. */
export function arranged(
  s: KeyveilState,
  timeline: Pick<KeyveilState, 'arrangement' | 'history'>,
): Partial<KeyveilState> {
  if (timeline.arrangement === s.arrangement) return {};
  const { filtered } = s;
  const labelGone =
    filtered.kind === 'label' && !timeline.arrangement.labels.some(label => label.id === filtered.id);
  return {
    ...timeline,
    selection: keepOnly(s.selection, new Set(timeline.arrangement.order)),
    ...(labelGone ? { filtered: { kind: 'all' } } : {}),
    // What was saved is no longer the archive of what is on the page.
    archiveSaved: false,
    receiptSaved: false,
    savedVolumes: new Set(),
  };
}
