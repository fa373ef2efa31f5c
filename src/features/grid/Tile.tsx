import { memo } from 'react';
import { text } from '../../locales/text.ts';
import type { PhotoId, PhotoStatus } from '../../state/model/photos.ts';
import type { KeyveilState } from '../../state/model.ts';
import { labelOfPhoto } from '../../state/queries/labels.ts';
import { photoStatus } from '../../state/queries/photoStatus.ts';
import { useKeyveil } from '../../state/react.tsx';
import { failureText } from '../../ui/failureText.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LabelDot } from '../labels/LabelDot.tsx';
import { useThumbnail } from './useThumbnail.ts';

/** The id of a photo's tile in the page. */
export function tileId(id: PhotoId): string {
  return `tile-${id}`;
}

interface Props {
  readonly id: PhotoId;
  readonly index: number;
  readonly count: number;
  /** Side in CSS pixels. */
  readonly side: number;
  readonly draggable: boolean;
}

function tileOf(s: KeyveilState, id: PhotoId) {
  const result = s.results.get(id);
  return {
    name: s.photos.get(id)?.name ?? '',
    label: labelOfPhoto(s, id),
    status: photoStatus(s, id),
    reason: result?.kind === 'failed' ? result.reason : null,
    selected: s.selection.ids.has(id),
    current: s.selection.current === id,
  };
}

/** One photo in the grid: its thumbnail, its label and how far it is. */
export const Tile = memo(function Tile({ id, index, count, side, draggable }: Props) {
  const { name, label, status, reason, selected, current } = useKeyveil(s => tileOf(s, id));
  useLanguage();
  const words = statusText(status, reason);
  const said = text('grid.tile', { name, label: label?.name ?? text('labels.unlabelled'), status: words });
  const classes = [
    'tile',
    selected && 'tile-selected',
    current && 'tile-current',
    status === 'left-out' && 'tile-out',
  ];
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list keeps the focus and points at its active tile
    <div
      id={tileId(id)}
      role="option"
      aria-selected={selected}
      aria-label={said}
      aria-posinset={index + 1}
      aria-setsize={count}
      title={`${name}\n${label?.name ?? text('labels.unlabelled')}, ${words}`}
      data-photo={id}
      className={classes.filter(Boolean).join(' ')}
      style={{ inlineSize: side, blockSize: side }}
      draggable={draggable}
    >
      <Picture id={id} />
      {label && (
        <span className="tile-label">
          <LabelDot colour={label.colour} />
          <span>{label.name}</span>
        </span>
      )}
      <StatusMark status={status} />
      <span className="tile-tick">
        <Icon name="check" size={12} />
      </span>
    </div>
  );
});

function Picture({ id }: { readonly id: PhotoId }) {
  const { thumbnail, retry } = useThumbnail(id);
  if (thumbnail.kind === 'ready') return <img src={thumbnail.url} alt="" draggable={false} onError={retry} />;
  if (thumbnail.kind === 'waiting') return <span className="tile-skeleton" />;
  return (
    <span className="tile-none">
      <Icon name="image" size={22} />
    </span>
  );
}

const marks: Partial<Record<PhotoStatus, IconName>> = {
  protected: 'check',
  before: 'check',
  outdated: 'refresh',
  failed: 'alert',
  'left-out': 'eye-off',
};

function StatusMark({ status }: { readonly status: PhotoStatus }) {
  if (status === 'working') return <span className="tile-mark tile-spinner" />;
  const icon = marks[status];
  if (!icon) return null;
  return (
    <span className={`tile-mark tile-mark-${status}`}>
      {status === 'failed' ? <b>!</b> : <Icon name={icon} size={11} />}
    </span>
  );
}

function statusText(status: PhotoStatus, reason: Parameters<typeof failureText>[0] | null): string {
  if (status === 'failed') return text('status.failed', { reason: reason ? failureText(reason) : '' });
  return text(`status.${status}`);
}
