import { number, text } from '../../locales/text.ts';
import { photosInDrag } from '../intake/drop.ts';

/** Begins dragging the selected photos; under the pointer hangs how many they are. */
export function startPhotoDrag(transfer: DataTransfer, count: number): void {
  transfer.setData(photosInDrag, String(count));
  transfer.effectAllowed = 'move';
  const badge = document.createElement('div');
  badge.className = 'drag-badge';
  badge.textContent = text('grid.photos', { count, n: number(count) });
  document.body.append(badge);
  transfer.setDragImage(badge, -12, -8);
  // The browser has taken its picture by the next task.
  setTimeout(() => badge.remove());
}
