import type { Actions } from '../actions.ts';
import type { Context } from '../context.ts';
import { visiblePhotos } from '../queries/grid.ts';
import { arranged } from './arranged.ts';
import { addLabel, assign, choose, removeLabel, removePhotos, renameLabel } from './arrangement.ts';
import { redo, undo } from './history.ts';
import { moveCurrent, noSelection, select, selectMany } from './selection.ts';

type LabelActions = Pick<
  Actions,
  | 'addLabel'
  | 'renameLabel'
  | 'removeLabel'
  | 'assign'
  | 'assignByName'
  | 'removePhotos'
  | 'choose'
  | 'undo'
  | 'redo'
>;

/** Labelling, each a step of undo. */
export function labelActions(context: Context): LabelActions {
  const { get, set, arrange, newId } = context;
  const newLabelId = () => newId('label-');
  const travel = (step: typeof undo) => {
    const s = get();
    set(arranged(s, step({ arrangement: s.arrangement, history: s.history })));
  };
  return {
    addLabel: name => {
      const { arrangement, outcome } = addLabel(get().arrangement, name, newLabelId);
      arrange(arrangement);
      return outcome;
    },
    renameLabel: (id, name) => {
      const { arrangement, outcome } = renameLabel(get().arrangement, id, name);
      arrange(arrangement);
      return outcome;
    },
    removeLabel: id => arrange(removeLabel(get().arrangement, id)),
    assign: (ids, label) => arrange(assign(get().arrangement, ids, label)),
    assignByName: (ids, name) => {
      const { arrangement, outcome } = addLabel(get().arrangement, name, newLabelId);
      if (outcome.kind !== 'refused') arrange(assign(arrangement, ids, outcome.id));
      return outcome;
    },
    removePhotos: ids => arrange(removePhotos(get().arrangement, ids)),
    choose: (ids, choice) => arrange(choose(get().arrangement, ids, choice)),
    undo: () => travel(undo),
    redo: () => travel(redo),
  };
}

type SelectionActions = Pick<
  Actions,
  'select' | 'selectMany' | 'selectAll' | 'clearSelection' | 'lookAt' | 'moveCurrent' | 'show'
>;

export function selectionActions({ get, set }: Context): SelectionActions {
  return {
    select: (id, mode) => set({ selection: select(get().selection, visiblePhotos(get()), id, mode) }),
    selectMany: (ids, add) => set({ selection: selectMany(get().selection, ids, add) }),
    selectAll: () => {
      const visible = visiblePhotos(get());
      const { current } = get().selection;
      set({
        selection: {
          ids: new Set(visible),
          anchor: visible[0] ?? null,
          current: current ?? visible[0] ?? null,
        },
      });
    },
    clearSelection: () => set({ selection: { ...noSelection, current: get().selection.current } }),
    lookAt: current => set({ selection: { ...get().selection, current } }),
    moveCurrent: (by, extend) =>
      set({ selection: moveCurrent(get().selection, visiblePhotos(get()), by, extend) }),
    show: filtered => {
      const s = get();
      const visible = visiblePhotos({ ...s, filtered });
      // The inspector moves to a photo that is shown.
      const current =
        s.selection.current !== null && visible.includes(s.selection.current)
          ? s.selection.current
          : (visible[0] ?? null);
      set({ filtered, selection: { ids: new Set(), anchor: null, current } });
    },
  };
}
