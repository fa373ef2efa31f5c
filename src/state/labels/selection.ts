import type { Selection } from '../model/labels.ts';
import type { PhotoId } from '../model/photos.ts';

/** Selecting photos, as values. `visible` is what the grid shows, in its order. */

export const noSelection: Selection = { ids: new Set(), anchor: null, current: null };

function between(visible: readonly PhotoId[], from: PhotoId | null, to: PhotoId): readonly PhotoId[] {
  const end = visible.indexOf(to);
  const start = from === null ? end : visible.indexOf(from);
  if (start < 0 || end < 0) return [to];
  return visible.slice(Math.min(start, end), Math.max(start, end) + 1);
}

/** A click (`replace`), a click with ctrl or cmd (`toggle`) or with shift (`range`, from the anchor). */
export function select(
  selection: Selection,
  visible: readonly PhotoId[],
  id: PhotoId,
  mode: 'replace' | 'toggle' | 'range',
): Selection {
  if (mode === 'replace') return { ids: new Set([id]), anchor: id, current: id };
  if (mode === 'range') {
    const anchor = selection.anchor ?? id;
    return { ids: new Set(between(visible, anchor, id)), anchor, current: id };
  }
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, anchor: id, current: id };
}

/** The rubber band: these photos, alone or besides those selected before. */
export function selectMany(selection: Selection, ids: readonly PhotoId[], add: boolean): Selection {
  const all = add ? new Set([...selection.ids, ...ids]) : new Set(ids);
  return { ids: all, anchor: ids[0] ?? selection.anchor, current: ids.at(-1) ?? selection.current };
}

/** An arrow key: `by` photos on from the current one, stopping at the ends; `extend` selects up to there. */
export function moveCurrent(
  selection: Selection,
  visible: readonly PhotoId[],
  by: number,
  extend: boolean,
): Selection {
  if (visible.length === 0) return selection;
  const at = selection.current === null ? -1 : visible.indexOf(selection.current);
  const to = at < 0 ? 0 : Math.min(visible.length - 1, Math.max(0, at + by));
  const id = visible[to];
  return id === undefined ? selection : select(selection, visible, id, extend ? 'range' : 'replace');
}

/** Forgets photos that are no longer there. */
export function keepOnly(selection: Selection, present: ReadonlySet<PhotoId>): Selection {
  const held = (id: PhotoId | null) => (id !== null && present.has(id) ? id : null);
  return {
    ids: new Set([...selection.ids].filter(id => present.has(id))),
    anchor: held(selection.anchor),
    current: held(selection.current),
  };
}
