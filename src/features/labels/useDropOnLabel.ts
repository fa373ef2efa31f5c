import { type DragEvent, useState } from 'react';
import type { LabelId } from '../../state/model/labels.ts';
import { usePage } from '../commands/context.tsx';
import { bringsFiles, dropOnLabel, movesPhotos } from '../intake/drop.ts';

/** Handlers that make an element take photos for a label (null takes the label off), and show that it would. */
export function useDropOnLabel(label: LabelId | null) {
  const page = usePage();
  const [over, setOver] = useState(false);
  const takes = (event: DragEvent) => movesPhotos(event.dataTransfer) || bringsFiles(event.dataTransfer);
  return {
    'data-over': over || undefined,
    onDragOver: (event: DragEvent) => {
      if (!takes(event)) return;
      event.preventDefault();
      event.stopPropagation();
      event.dataTransfer.dropEffect = movesPhotos(event.dataTransfer) ? 'move' : 'copy';
      setOver(true);
    },
    onDragLeave: (event: DragEvent) => {
      const to = event.relatedTarget;
      if (!(to instanceof Node && event.currentTarget.contains(to))) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      setOver(false);
      if (!takes(event)) return;
      event.preventDefault();
      event.stopPropagation();
      void dropOnLabel(page, event.nativeEvent, label);
    },
  };
}
