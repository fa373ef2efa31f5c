import { text } from '../../locales/text.ts';
import { useKeyveil } from '../../state/react.tsx';
import type { MenuEntry } from '../../ui/Menu.tsx';
import { type Command, isEnabled } from './commands.ts';
import { usePage } from './context.tsx';
import { isApple, printed } from './keys.ts';

/** Commands as entries of a menu, those that cannot be performed now greyed out. */
export function useMenuEntries(list: readonly (Command | 'line')[]): readonly MenuEntry[] {
  const page = usePage();
  const enabled = useKeyveil(s => list.map(entry => entry === 'line' || isEnabled(entry, s)));
  const apple = isApple(globalThis.navigator?.platform ?? '');
  return list.map((entry, i): MenuEntry => {
    if (entry === 'line') return { kind: 'line', id: `line-${i}` };
    const shortcut = entry.keys[0];
    return {
      kind: 'item',
      id: entry.id,
      label: text(entry.name),
      disabled: !enabled[i],
      perform: () => entry.perform(page),
      ...(entry.icon ? { icon: entry.icon } : {}),
      ...(shortcut ? { shortcut: printed(shortcut, apple) } : {}),
    };
  });
}
