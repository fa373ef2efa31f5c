import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useRef } from 'react';
import { text } from '../../locales/text.ts';
import type { PhotoId } from '../../state/model/photos.ts';
import { photoStatus } from '../../state/queries/photoStatus.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useThumbnail } from '../grid/useThumbnail.ts';

/** Side of a picture and what lies between two, in CSS pixels; the style sheet has the same. */
const side = 52;
const gap = 6;

interface Props {
  readonly ids: readonly PhotoId[];
  /** Index of the photo that is looked at; -1 for one that the grid does not show. */
  readonly at: number;
}

const idOf = (id: PhotoId) => `film-${id}`;

/** The photos in a row, the one that is looked at in sight; only those in sight exist. */
export function Filmstrip({ ids, at }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const { lookAt } = useActions();
  const columns = useVirtualizer({
    horizontal: true,
    count: ids.length,
    getScrollElement: () => box.current,
    estimateSize: () => side,
    gap,
    overscan: 6,
  });
  useEffect(() => {
    if (at >= 0) columns.scrollToIndex(at, { align: 'center' });
  }, [at, columns]);
  const current = ids[at];
  return (
    <div
      ref={box}
      className="film"
      role="listbox"
      aria-label={text('viewer.film')}
      aria-orientation="horizontal"
      aria-activedescendant={current === undefined ? undefined : idOf(current)}
      tabIndex={0}
    >
      <div role="presentation" className="film-all" style={{ inlineSize: columns.getTotalSize() }}>
        {columns.getVirtualItems().map(({ index, start }) => {
          const id = ids[index];
          if (id === undefined) return null;
          return (
            <FilmPicture
              key={id}
              id={id}
              start={start}
              index={index}
              count={ids.length}
              current={index === at}
              onPick={lookAt}
            />
          );
        })}
      </div>
    </div>
  );
}

interface PictureProps {
  readonly id: PhotoId;
  readonly start: number;
  readonly index: number;
  readonly count: number;
  readonly current: boolean;
  readonly onPick: (id: PhotoId) => void;
}

const FilmPicture = memo(function FilmPicture({ id, start, index, count, current, onPick }: PictureProps) {
  const name = useKeyveil(s => s.photos.get(id)?.name ?? '');
  const out = useKeyveil(s => photoStatus(s, id) === 'left-out');
  const { thumbnail, retry } = useThumbnail(id);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the strip keeps the focus and points at its picture
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the viewer's, wherever the focus is in it
    <div
      id={idOf(id)}
      role="option"
      aria-selected={current}
      aria-label={out ? text('viewer.film.out', { name }) : name}
      aria-posinset={index + 1}
      aria-setsize={count}
      title={name}
      className={out ? 'film-picture film-out' : 'film-picture'}
      style={{ insetInlineStart: start }}
      onClick={() => onPick(id)}
    >
      {thumbnail.kind === 'ready' ? (
        <img src={thumbnail.url} alt="" draggable={false} onError={retry} />
      ) : (
        thumbnail.kind === 'none' && <Icon name="image" size={18} />
      )}
    </div>
  );
});
