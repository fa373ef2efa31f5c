import type { KeyboardEvent } from 'react';
import { visiblePhotos } from '../../state/queries/grid.ts';
import { usePage } from '../commands/context.tsx';
import { performShortcut } from '../commands/useShortcuts.ts';
import { stepFor } from './layout.ts';

/** What the photos answer to while they have the focus: moving, selecting, shortcuts, and typing a label. */
export function useGridKeys(columns: number, rowsAPage: number) {
  const page = usePage();
  return (event: KeyboardEvent) => {
    const s = page.state();
    const visible = visiblePhotos(s);
    const at = s.selection.current === null ? -1 : visible.indexOf(s.selection.current);
    const command = event.ctrlKey || event.metaKey || event.altKey;

    const by = command ? null : stepFor(event.key, at, visible.length, columns, rowsAPage);
    if (by !== null) {
      event.preventDefault();
      if (visible.length > 0) page.actions.moveCurrent(by, event.shiftKey);
      return;
    }
    if (event.key === ' ') {
      event.preventDefault();
      const current = visible[at];
      if (current !== undefined) page.actions.select(current, event.shiftKey ? 'range' : 'toggle');
      return;
    }
    if (performShortcut(page, event.nativeEvent, true)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (!command && event.key.length === 1 && /\p{L}/u.test(event.key) && s.selection.ids.size > 0) {
      // The letter goes into the field by its start value, not by this press.
      event.preventDefault();
      page.labelAs(event.key);
    }
  };
}
