import type { TextKey } from '../../locales/text.ts';
import type { CommandGroup } from './commands.ts';

/** What the sheet of shortcuts tells besides the commands: keys and gestures that the photos themselves answer to. */
export const gestures: readonly {
  readonly name: TextKey;
  readonly keys: readonly string[];
  readonly group: CommandGroup;
}[] = [
  { name: 'gesture.move', keys: ['ArrowKeys'], group: 'photos' },
  { name: 'gesture.extend', keys: ['Shift+ArrowKeys'], group: 'photos' },
  { name: 'gesture.page', keys: ['PageUp', 'PageDown'], group: 'photos' },
  { name: 'gesture.ends', keys: ['Home', 'End'], group: 'photos' },
  { name: 'gesture.toggle', keys: ['Space'], group: 'photos' },
  { name: 'gesture.band', keys: [], group: 'photos' },
  { name: 'gesture.digits', keys: ['1 – 9', '0'], group: 'labels' },
  { name: 'gesture.type', keys: [], group: 'labels' },
  { name: 'gesture.drag', keys: [], group: 'labels' },
  { name: 'gesture.rename', keys: ['F2'], group: 'labels' },
  { name: 'gesture.removeLabel', keys: ['Delete'], group: 'labels' },
  { name: 'gesture.tabs', keys: ['SideKeys', 'Home', 'End'], group: 'page' },
  { name: 'gesture.closeOver', keys: ['Escape'], group: 'page' },
  { name: 'gesture.nextPhoto', keys: ['SideKeys'], group: 'look' },
  { name: 'gesture.lookAround', keys: ['ArrowKeys'], group: 'look' },
  { name: 'gesture.zoom', keys: ['+', '-'], group: 'look' },
  { name: 'gesture.sizes', keys: ['0', '1'], group: 'look' },
  { name: 'gesture.wholePhoto', keys: ['Home'], group: 'look' },
  { name: 'gesture.holdOriginal', keys: ['Space'], group: 'look' },
  { name: 'gesture.split', keys: ['ArrowKeys', 'Home', 'End'], group: 'look' },
];
