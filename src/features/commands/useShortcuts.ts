import { useEffect } from 'react';
import { orderedLabels } from '../../state/queries/labels.ts';
import { allCommands, isEnabled } from './commands.ts';
import { type Page, usePage } from './context.tsx';
import { matches, type Pressed } from './keys.ts';
import { assignSelected } from './labelling.ts';

/** Whether an element takes typing itself, so that shortcuts must leave it alone. */
function takesTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'file', 'range'].includes(target.type);
  return (
    target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
  );
}

/** Performs the command of a press. `inGrid`: the focus is on the photos. True when there was one. */
export function performShortcut(page: Page, pressed: Pressed, inGrid: boolean): boolean {
  // Speech input and trembling hands press single keys by mistake; whoever wishes has them on the photos alone.
  if (!inGrid && isOneKey(pressed) && !page.state().preferences.oneKeyShortcuts) return false;
  const command = allCommands.find(
    one => (inGrid || one.where === 'page') && one.keys.some(key => matches(pressed, key)),
  );
  if (command) {
    // Undo and redo say so themselves when there is nothing left to do.
    const says = command.id === 'undo' || command.id === 'redo';
    if (!says && !isEnabled(command, page.state())) return false;
    command.perform(page);
    return true;
  }
  return labelByDigit(page, pressed);
}

/** A letter, digit or sign by itself. */
function isOneKey({ key, ctrlKey, metaKey, altKey }: Pressed): boolean {
  return key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;
}

/** 1 to 9 give the selected photos the first nine labels, and 0 the tenth. */
function labelByDigit(page: Page, pressed: Pressed): boolean {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || !/^[0-9]$/.test(pressed.key)) return false;
  const s = page.state();
  const label = orderedLabels(s)[(Number(pressed.key) + 9) % 10];
  if (!label || s.selection.ids.size === 0) return false;
  assignSelected(page, label.id);
  return true;
}

/** Listens for shortcuts on the whole page; while the photos are not in sight, for those of the page alone. */
export function useShortcuts(photosInSight: boolean): void {
  const page = usePage();
  useEffect(() => {
    const ofPage = (event: KeyboardEvent) =>
      allCommands.some(one => one.group === 'page' && one.keys.some(key => matches(event, key)));
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || takesTyping(event.target)) return;
      if (!photosInSight && !ofPage(event)) return;
      const inGrid = event.target instanceof HTMLElement && event.target.id === 'photos';
      // A pressed button keeps Enter and Space for itself.
      if (performShortcut(page, event, inGrid)) event.preventDefault();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [page, photosInSight]);
}
