import { number, text } from '../../locales/text.ts';
import type { PhotoId } from '../../state/model/photos.ts';
import type { KeyveilState } from '../../state/model.ts';
import { isLeftOut } from '../../state/queries/ownChoice.ts';
import type { CommandContext } from './commandContext.ts';
import type { Command } from './commands.ts';
import { sayWithUndo } from './labelling.ts';

/** Keeping photos out of the run, and taking them back, each with the words that say so and the way back. */

type Context = Pick<CommandContext, 'state' | 'actions' | 'say'>;

/** Keeps photos out of the run, and says so. */
export function leaveOut(c: Context, ids: readonly PhotoId[]): void {
  c.actions.choose(ids, 'left-out');
  sayWithUndo(c, text('say.leftOut', { count: ids.length, n: number(ids.length) }));
}

/** Takes them into the run again, and says so. */
export function takeBack(c: Context, ids: readonly PhotoId[]): void {
  c.actions.choose(ids, null);
  sayWithUndo(c, text('say.takenBack', { count: ids.length, n: number(ids.length) }));
}

/** Those of the selected photos that are left out, or that are not. */
function selectedThat(s: KeyveilState, areOut: boolean): readonly PhotoId[] {
  return [...s.selection.ids].filter(id => isLeftOut(s, id) === areOut);
}

/** For the menu of the photos; apart from the other commands, which the empty page needs too. */
export const leaveOutCommand: Command = {
  id: 'leaveOut',
  name: 'command.leaveOut',
  group: 'photos',
  icon: 'eye-off',
  keys: [],
  where: 'grid',
  enabled: s => selectedThat(s, false).length > 0,
  perform: c => leaveOut(c, selectedThat(c.state(), false)),
};

export const takeBackCommand: Command = {
  id: 'takeBack',
  name: 'command.takeBack',
  group: 'photos',
  icon: 'undo',
  keys: [],
  where: 'grid',
  enabled: s => selectedThat(s, true).length > 0,
  perform: c => takeBack(c, selectedThat(c.state(), true)),
};
