import { number, text } from '../../locales/text.ts';
import type { LabelId, LabelOutcome } from '../../state/model/labels.ts';
import type { PhotoId } from '../../state/model/photos.ts';
import { visiblePhotos } from '../../state/queries/grid.ts';
import { labelById } from '../../state/queries/labels.ts';
import type { CommandContext } from './commandContext.ts';

/** What happens to photos by command, each with the words that say so and the way back. */

type Context = Pick<CommandContext, 'state' | 'actions' | 'say'>;

/** Offers the way back with the words. */
export function sayWithUndo(c: Context, words: string): void {
  c.say(words, { label: text('command.undo'), perform: () => undo(c) });
}

/** Takes the last step back, and says so. */
export function undo(c: Context): void {
  const possible = c.state().history.past.length > 0;
  if (possible) c.actions.undo();
  c.say(text(possible ? 'say.undone' : 'say.nothingToUndo'));
}

/** Makes the last step that was taken back anew, and says so. */
export function redo(c: Context): void {
  const possible = c.state().history.future.length > 0;
  if (possible) c.actions.redo();
  c.say(text(possible ? 'say.redone' : 'say.nothingToRedo'));
}

/** Says how many photos are selected. */
export function saySelected(c: Context): void {
  const count = c.state().selection.ids.size;
  c.say(text('grid.selected', { count, n: number(count) }));
}

/** Takes the selected photos off the page, and leads the keyboard to the next one. */
export function removeSelected(c: Context): void {
  const { ids: selected } = c.state().selection;
  const ids = [...selected];
  const at = visiblePhotos(c.state()).findIndex(id => selected.has(id));
  c.actions.removePhotos(ids);
  const left = visiblePhotos(c.state());
  const neighbour = left[Math.min(Math.max(0, at), left.length - 1)];
  if (neighbour !== undefined) {
    // The keyboard goes on from there, with nothing selected.
    c.actions.select(neighbour, 'replace');
    c.actions.clearSelection();
  }
  sayWithUndo(c, text('say.removed', { count: ids.length, n: number(ids.length) }));
}

/** Gives photos a label, or takes it from them, and says so. */
export function assignPhotos(c: Context, ids: readonly PhotoId[], label: LabelId | null): void {
  if (ids.length === 0) return;
  c.actions.assign(ids, label);
  sayAssigned(c, ids.length, label);
}

/** Gives the selected photos a label; null takes it from them. */
export function assignSelected(c: Context, label: LabelId | null): void {
  assignPhotos(c, [...c.state().selection.ids], label);
}

/** Labels photos by a name that may be new; the outcome tells whether the name could stand. */
export function assignByName(c: Context, ids: readonly PhotoId[], name: string): LabelOutcome {
  const outcome = c.actions.assignByName(ids, name);
  if (outcome.kind !== 'refused') sayAssigned(c, ids.length, outcome.id);
  return outcome;
}

/** One label for all of the photos that came; the outcome tells whether the name could stand. */
export function labelTogether(c: Context, ids: readonly PhotoId[], name: string): LabelOutcome {
  const outcome = c.actions.labelTogether(ids, name);
  if (outcome.kind !== 'refused') sayAssigned(c, ids.length, outcome.id);
  return outcome;
}

/** Takes the labels off that the folders gave. */
export function takeLabelsOff(c: Context, ids: readonly PhotoId[]): void {
  c.actions.takeLabelsOff(ids);
  sayAssigned(c, ids.length, null);
}

function sayAssigned(c: Context, count: number, label: LabelId | null): void {
  const name = label === null ? null : (labelById(c.state(), label)?.name ?? null);
  const values = { count, n: number(count), label: name ?? '' };
  sayWithUndo(c, name === null ? text('say.unlabelled', values) : text('say.labelled', values));
}
