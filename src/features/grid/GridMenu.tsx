import { text } from '../../locales/text.ts';
import { Menu } from '../../ui/Menu.tsx';
import type { Box } from '../../ui/place.ts';
import { commands } from '../commands/commands.ts';
import { usePage } from '../commands/context.tsx';
import { leaveOutCommand, takeBackCommand } from '../commands/leaving.ts';
import { useMenuEntries } from '../commands/useMenuEntries.ts';

interface Props {
  readonly anchor: Box;
  readonly onClose: () => void;
}

/** What can be done with the selected photos, under the pointer. */
export function GridMenu({ anchor, onClose }: Props) {
  const page = usePage();
  const { labelAs, unlabel, lookCloser, selectAll, remove } = commands;
  const entries = useMenuEntries([
    labelAs,
    unlabel,
    'line',
    lookCloser,
    selectAll,
    'line',
    leaveOutCommand,
    takeBackCommand,
    remove,
  ]);
  const close = () => {
    onClose();
    page.focusGrid();
  };
  return <Menu label={text('grid.menu')} anchor={anchor} entries={entries} onClose={close} />;
}
