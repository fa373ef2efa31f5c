import type { TextKey } from '../../locales/text.ts';
import type { KeyveilState } from '../../state/model.ts';
import { visiblePhotos } from '../../state/queries/grid.ts';
import type { IconName } from '../../ui/Icon.tsx';
import type { CommandContext } from './commandContext.ts';
import * as labelling from './labelling.ts';

export type CommandGroup = 'photos' | 'labels' | 'page' | 'look';

/** One thing a person can do. Shortcuts, menus and the sheet of shortcuts all read this list. */
export interface Command {
  readonly id: string;
  readonly name: TextKey;
  readonly group: CommandGroup;
  readonly icon?: IconName;
  /** Written as in `keys.ts`; the first is the one shown. */
  readonly keys: readonly string[];
  /** `grid`: only while the focus is on the photos. `page`: anywhere but in text fields. */
  readonly where: 'page' | 'grid';
  readonly enabled?: (state: KeyveilState) => boolean;
  readonly perform: (context: CommandContext) => void;
}

const anySelected = (s: KeyveilState) => s.selection.ids.size > 0;
const anyPhotos = (s: KeyveilState) => s.arrangement.order.length > 0;

export const commands = {
  addPhotos: {
    id: 'addPhotos',
    name: 'intake.addPhotos',
    group: 'photos',
    icon: 'image',
    keys: [],
    where: 'page',
    perform: c => c.addPhotos(),
  },
  addFolder: {
    id: 'addFolder',
    name: 'intake.addFolder',
    group: 'photos',
    icon: 'folder',
    keys: [],
    where: 'page',
    perform: c => c.addFolder(),
  },
  openReceipt: {
    id: 'openReceipt',
    name: 'receipt.open',
    group: 'photos',
    icon: 'folder',
    keys: [],
    where: 'page',
    perform: c => c.openReceipt(),
  },
  checkArchive: {
    id: 'checkArchive',
    name: 'check.title',
    group: 'photos',
    icon: 'shield',
    keys: [],
    where: 'page',
    perform: c => c.openDialog('check'),
  },
  selectAll: {
    id: 'selectAll',
    name: 'command.selectAll',
    group: 'photos',
    keys: ['Mod+A'],
    where: 'page',
    enabled: s => visiblePhotos(s).length > 0,
    perform: c => {
      c.actions.selectAll();
      labelling.saySelected(c);
    },
  },
  clearSelection: {
    id: 'clearSelection',
    name: 'command.clearSelection',
    group: 'photos',
    keys: ['Escape'],
    where: 'page',
    enabled: anySelected,
    perform: c => {
      c.actions.clearSelection();
      labelling.saySelected(c);
    },
  },
  remove: {
    id: 'remove',
    name: 'command.remove',
    group: 'photos',
    icon: 'remove',
    keys: ['Delete', 'Backspace'],
    where: 'grid',
    enabled: anySelected,
    perform: labelling.removeSelected,
  },
  lookCloser: {
    id: 'lookCloser',
    name: 'command.lookCloser',
    group: 'photos',
    icon: 'eye',
    keys: ['Enter'],
    where: 'grid',
    enabled: s => s.selection.current !== null,
    perform: c => c.lookCloser(),
  },
  labelAs: {
    id: 'labelAs',
    name: 'command.labelAs',
    group: 'labels',
    icon: 'label',
    keys: ['L'],
    where: 'grid',
    enabled: anySelected,
    perform: c => c.labelAs(''),
  },
  unlabel: {
    id: 'unlabel',
    name: 'command.unlabel',
    group: 'labels',
    icon: 'close',
    keys: [],
    where: 'grid',
    enabled: s => [...s.selection.ids].some(id => s.arrangement.labelOf.has(id)),
    perform: c => labelling.assignSelected(c, null),
  },
  undo: {
    id: 'undo',
    name: 'command.undo',
    group: 'page',
    icon: 'undo',
    keys: ['Mod+Z'],
    where: 'page',
    enabled: s => s.history.past.length > 0,
    perform: labelling.undo,
  },
  redo: {
    id: 'redo',
    name: 'command.redo',
    group: 'page',
    icon: 'redo',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    where: 'page',
    enabled: s => s.history.future.length > 0,
    perform: labelling.redo,
  },
  shortcuts: {
    id: 'shortcuts',
    name: 'command.shortcuts',
    group: 'page',
    icon: 'keyboard',
    keys: ['?'],
    where: 'page',
    perform: c => c.openDialog('shortcuts'),
  },
  preferences: {
    id: 'preferences',
    name: 'command.preferences',
    group: 'page',
    icon: 'settings',
    keys: [],
    where: 'page',
    perform: c => c.openDialog('preferences'),
  },
  limits: {
    id: 'limits',
    name: 'command.limits',
    group: 'page',
    icon: 'shield',
    keys: [],
    where: 'page',
    perform: c => c.openDialog('limits'),
  },
  about: {
    id: 'about',
    name: 'command.about',
    group: 'page',
    icon: 'info',
    keys: [],
    where: 'page',
    perform: c => c.openDialog('about'),
  },
  startOver: {
    id: 'startOver',
    name: 'command.startOver',
    group: 'page',
    icon: 'refresh',
    keys: [],
    where: 'page',
    enabled: s => anyPhotos(s) || s.arrangement.labels.length > 0 || s.passphrase !== '',
    perform: c => c.openDialog('startOver'),
  },
} as const satisfies Record<string, Command>;

export const allCommands: readonly Command[] = Object.values(commands);

/** Whether a command can be performed now. */
export function isEnabled(command: Command, state: KeyveilState): boolean {
  return command.enabled?.(state) ?? true;
}
