import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, useCallback, useEffect, useRef } from 'react';
import { text } from '../../locales/text.ts';
import type { Filtered } from '../../state/model/labels.ts';
import type { PhotoId } from '../../state/model/photos.ts';
import { visiblePhotos } from '../../state/queries/grid.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { breakpoints, useMedia } from '../../ui/useMedia.ts';
import { useOpenParts, usePage } from '../commands/context.tsx';
import { startPhotoDrag } from './drag.ts';
import { type GridLayout, layoutFor } from './layout.ts';
import { Tile, tileId } from './Tile.tsx';
import { useBand } from './useBand.ts';
import { useBoxSize } from './useBoxSize.ts';
import { useGridKeys } from './useGridKeys.ts';
import { useLongPress } from './useLongPress.ts';

interface Props {
  /** Taps select one more, as fingers need. */
  readonly selecting: boolean;
  readonly onLongPress: () => void;
  readonly onMenu: (x: number, y: number) => void;
}

/** The photos: a listbox of which only the rows in sight exist. */
export function PhotoList({ selecting, onLongPress, onMenu }: Props) {
  const page = usePage();
  const actions = useActions();
  const visible = useKeyveil(visiblePhotos);
  const current = useKeyveil(s => s.selection.current);
  const filtered = useKeyveil(s => s.filtered.kind);
  const touch = useMedia(breakpoints.touch);
  const box = useRef<HTMLDivElement>(null);
  const size = useBoxSize(box);
  const layout = layoutFor(size.width, size.bar);
  const at = current === null ? -1 : visible.indexOf(current);
  const rows = useRows(box, layout, visible.length, at);
  const drawn = useBand(box, layout, visible);
  const { band } = drawn;
  const keyed = useGridKeys(layout.columns, Math.floor(size.height / (layout.tile + layout.gap)));
  const press = useLongPress(id => {
    actions.select(id, 'toggle');
    onLongPress();
  });

  useEffect(() => {
    // The button that brought photos in is gone with the empty page, so the focus comes here.
    if (document.activeElement === document.body) box.current?.focus({ preventScroll: true });
  }, []);

  const clicked = (event: MouseEvent) => {
    const id = photoAt(event.target);
    if (id === null || press.wasLong()) return;
    // Fingers have no double click: a tap looks, and resting begins to select.
    if (touch && !selecting) {
      actions.lookAt(id);
      page.lookCloser();
      return;
    }
    if (event.shiftKey) actions.select(id, 'range');
    else actions.select(id, selecting || event.ctrlKey || event.metaKey ? 'toggle' : 'replace');
  };
  const menu = (event: MouseEvent) => {
    const id = photoAt(event.target);
    if (id === null || touch) return;
    event.preventDefault();
    if (!page.state().selection.ids.has(id)) actions.select(id, 'replace');
    onMenu(event.clientX, event.clientY);
  };

  return (
    <div
      ref={box}
      id="photos"
      role="listbox"
      aria-label={text('grid.title')}
      aria-description={text('grid.hint')}
      aria-multiselectable="true"
      aria-activedescendant={current !== null && at >= 0 ? tileId(current) : undefined}
      tabIndex={0}
      className={selecting ? 'photos photos-selecting' : 'photos'}
      onKeyDown={keyed}
      onClick={clicked}
      onDoubleClick={event => photoAt(event.target) !== null && page.lookCloser()}
      onContextMenu={menu}
      onDragStart={event => {
        const id = photoAt(event.target);
        if (id === null) return;
        if (!page.state().selection.ids.has(id)) actions.select(id, 'replace');
        startPhotoDrag(event.dataTransfer, page.state().selection.ids.size);
      }}
      onPointerDown={event => {
        drawn.start(event);
        press.start(event);
      }}
      onPointerMove={event => {
        drawn.move(event);
        press.move(event);
      }}
      onPointerUp={() => {
        drawn.finish();
        press.stop();
      }}
      onPointerCancel={() => {
        drawn.stop();
        press.stop();
      }}
    >
      {visible.length === 0 && <p className="photos-none">{text(emptyKey(filtered, touch))}</p>}
      <div className="photos-all" role="presentation" style={{ blockSize: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(row => (
          <div
            key={row.key}
            role="presentation"
            className="photos-row"
            style={{
              transform: `translateY(${row.start}px)`,
              gap: layout.gap,
              insetInlineStart: layout.padding,
            }}
          >
            {visible.slice(row.index * layout.columns, (row.index + 1) * layout.columns).map((id, i) => (
              <Tile
                key={id}
                id={id}
                index={row.index * layout.columns + i}
                count={visible.length}
                side={layout.tile}
                draggable={!touch}
              />
            ))}
          </div>
        ))}
        {band && (
          <div
            className="photos-band"
            style={{
              left: Math.min(band.x1, band.x2),
              top: Math.min(band.y1, band.y2),
              inlineSize: Math.abs(band.x2 - band.x1),
              blockSize: Math.abs(band.y2 - band.y1),
            }}
          />
        )}
      </div>
    </div>
  );
}

/** What stands in place of photos; with fingers nothing is dropped, and no digit pressed. */
function emptyKey(filtered: Filtered['kind'], touch: boolean) {
  if (touch && (filtered === 'all' || filtered === 'label')) return `grid.empty.${filtered}.touch` as const;
  return `grid.empty.${filtered}` as const;
}

/** The photo of the tile that an event happened on. */
function photoAt(target: EventTarget): PhotoId | null {
  const tile = target instanceof Element ? target.closest('[data-photo]') : null;
  return tile instanceof HTMLElement ? (tile.dataset.photo ?? null) : null;
}

/** Virtual rows; the one of the active tile is always there, because the list points at it. */
function useRows(box: React.RefObject<HTMLDivElement | null>, layout: GridLayout, count: number, at: number) {
  const { columns, tile, gap, padding } = layout;
  const viewing = useOpenParts().dialog === 'viewer';
  const activeRow = at < 0 ? -1 : Math.floor(at / columns);
  const rows = useVirtualizer({
    count: Math.ceil(count / columns),
    getScrollElement: () => box.current,
    estimateSize: () => tile,
    gap,
    paddingStart: padding,
    paddingEnd: padding,
    scrollPaddingStart: padding,
    scrollPaddingEnd: padding,
    overscan: 3,
    // Rows are made after the scroll is painted, not in its way.
    useFlushSync: false,
    rangeExtractor: useCallback(
      (range: Range) => {
        const seen = defaultRangeExtractor(range);
        if (activeRow < 0 || activeRow >= range.count || seen.includes(activeRow)) return seen;
        return [...seen, activeRow].sort((a, b) => a - b);
      },
      [activeRow],
    ),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are measured anew when their size changes
  useEffect(() => rows.measure(), [tile, gap, rows]);
  useEffect(() => {
    // Only the keyboard and the large viewer move the active tile out of sight.
    if (activeRow >= 0 && (viewing || document.activeElement === box.current))
      rows.scrollToIndex(activeRow, { align: 'auto' });
  }, [activeRow, rows, box, viewing]);
  return rows;
}
