// First, so that what is imported below finds its texts.
import '../../locales/workspace.ts';
import { useEffect, useRef, useState } from 'react';
import { number, text } from '../../locales/text.ts';
import type { Photo } from '../../state/model/photos.ts';
import { visiblePhotos } from '../../state/queries/grid.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { useAnnounce } from '../../ui/announce.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { breakpoints, useMedia } from '../../ui/useMedia.ts';
import { usePage } from '../commands/context.tsx';
import { redo, undo } from '../commands/labelling.ts';
import { Comparison } from '../inspector/Comparison.tsx';
import { middle } from '../inspector/geometry.ts';
import { firstLook, type Look } from '../inspector/look.ts';
import { currentPhoto } from '../inspector/subject.ts';
import { ProtectionChoice } from '../settings/ProtectionChoice.tsx';
import { Filmstrip } from './Filmstrip.tsx';
import { MostChanged } from './MostChanged.tsx';
import { PhotoDecision } from './PhotoDecision.tsx';
import { useViewerKeys } from './useViewerKeys.ts';
import './viewer.css';

/**
 * One photo after another, as large as the window. How one looks here is not how one looks in the column beside the
 * grid; which photo is looked at is, so that closing it leaves the keyboard on the tile of that photo.
 */
export default function ViewerDialog({ onClose }: { readonly onClose: () => void }) {
  const photo = useKeyveil(currentPhoto);
  const [look, setLook] = useState(firstLook);
  const page = usePage();
  // After the dialog has given the focus back to whatever opened it.
  useEffect(() => () => page.focusGrid(), [page]);
  const gone = photo === null;
  useEffect(() => {
    // Undo may take the photo away that is looked at.
    if (gone) onClose();
  }, [gone, onClose]);
  if (!photo) return null;
  return (
    <Dialog size="full" title={text('inspector.large.title', { name: photo.name })} onClose={onClose}>
      <OnePhoto photo={photo} look={look} onLook={setLook} />
    </Dialog>
  );
}

interface Props {
  readonly photo: Photo;
  readonly look: Look;
  readonly onLook: (look: Look) => void;
}

function OnePhoto({ photo, look, onLook }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const visible = useKeyveil(visiblePhotos);
  const [held, setHeld] = useState(false);
  const [centre, setCentre] = useState(middle);
  const { lookAt } = useActions();
  const page = usePage();
  const wide = useMedia(breakpoints.wide);
  const at = visible.indexOf(photo.id);
  const step = (by: number) => {
    const next = visible[Math.min(visible.length - 1, Math.max(0, at + by))];
    if (next !== undefined) lookAt(next);
  };
  const keys = useViewerKeys({
    step,
    onHold: setHeld,
    onZoom: zoom => onLook({ ...look, zoom }),
    undo: () => undo(page),
    redo: () => redo(page),
  });
  const place = text('viewer.place', { at: number(at + 1), count: number(visible.length) });
  useSpoken(photo, place);
  useFocusKept(root, photo.id);

  return (
    <div ref={root} className="viewer" {...keys}>
      <div className="viewer-picture">
        <Comparison
          // Each photo is looked at afresh, and again once a lost file is back.
          key={`${photo.id} ${photo.file !== null}`}
          photo={photo}
          look={look}
          onLook={onLook}
          centre={centre}
          onCentre={setCentre}
          holding={held}
        />
      </div>
      <div className="viewer-decide">
        <ProtectionChoice />
        <PhotoDecision photo={photo} />
        <div className="viewer-end">
          <MostChanged />
          {!wide && (
            <Button tone="link" onClick={() => page.openDialog('inspector')}>
              {text('viewer.details')}
            </Button>
          )}
        </div>
      </div>
      <div className="viewer-way">
        <IconButton icon="back" label={text('viewer.previous')} disabled={at <= 0} onClick={() => step(-1)} />
        <Filmstrip ids={visible} at={at} />
        <span className="viewer-place">{place}</span>
        <IconButton
          icon="forward"
          label={text('viewer.next')}
          disabled={at >= visible.length - 1}
          onClick={() => step(1)}
        />
      </div>
    </div>
  );
}

/** Says which photo came, and where it stands. */
function useSpoken({ id, name }: Photo, place: string): void {
  const say = useAnnounce();
  const last = useRef(id);
  useEffect(() => {
    if (last.current !== id) say(`${name}, ${place}`);
    last.current = id;
  }, [id, name, place, say]);
}

/** The keyboard starts on the picture, and stays there when another takes its place. */
function useFocusKept(root: React.RefObject<HTMLElement | null>, id: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another photo has another picture
  useEffect(() => {
    const { activeElement } = document;
    const elsewhere = root.current?.contains(activeElement) && activeElement?.isConnected;
    if (!elsewhere) root.current?.querySelector<HTMLElement>('[role=application]')?.focus();
  }, [root, id]);
}
