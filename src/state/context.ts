import type { StoreApi } from 'zustand/vanilla';
import { commit } from './labels/history.ts';
import { keepOnly } from './labels/selection.ts';
import type { Arrangement } from './model/labels.ts';
import type { KeyveilState } from './model.ts';
import type { Services } from './services.ts';

/** What every group of actions works with. */
export interface Context {
  readonly services: Services;
  get(): KeyveilState;
  set(changes: Partial<KeyveilState>): void;
  /** Makes an arrangement the present one, as a step that undo takes back. */
  arrange(next: Arrangement): void;
  /** An id that was not given out before, on this page or another. */
  newId(prefix: string): string;
}

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

export function createContext(store: StoreApi<KeyveilState>, services: Services): Context {
  let ids = 0;
  // Ids outlive the page, so no two pages may give out the same.
  const page = crypto.randomUUID().slice(0, 8);
  return {
    services,
    get: store.getState,
    set: changes => store.setState(changes),
    arrange: next => {
      const s = store.getState();
      store.setState(arranged(s, commit({ arrangement: s.arrangement, history: s.history }, next)));
    },
    newId: prefix => `${prefix}${page}-${++ids}`,
  };
}
