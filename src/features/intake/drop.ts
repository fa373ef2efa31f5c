import { filesOfEvent } from '../../state/intake/drop.ts';
import type { LabelId } from '../../state/model/labels.ts';
import type { PhotoId } from '../../state/model/photos.ts';
import type { CommandContext } from '../commands/commandContext.ts';
import { assignPhotos } from '../commands/labelling.ts';

/** The type under which tiles of our own grid travel in a drag. */
export const photosInDrag = 'application/x-keyveil-photos';

/** Whether a drag brings files from outside. */
export function bringsFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes('Files') ?? false;
}

/** Whether a drag moves photos that are on the page already. */
export function movesPhotos(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes(photosInDrag) ?? false;
}

type Context = Pick<CommandContext, 'state' | 'actions' | 'say'>;

/** A drop on a label: photos dragged from the grid get it, and so do files from outside, once they are read. */
export async function dropOnLabel(c: Context, event: DragEvent, label: LabelId | null): Promise<void> {
  if (movesPhotos(event.dataTransfer)) {
    assignPhotos(c, [...c.state().selection.ids], label);
    return;
  }
  const before = new Set(c.state().arrangement.order);
  await c.actions.addFiles(filesOfEvent(event));
  const added = c.state().arrangement.order.filter((id: PhotoId) => !before.has(id));
  if (label !== null) assignPhotos(c, added, label);
}
