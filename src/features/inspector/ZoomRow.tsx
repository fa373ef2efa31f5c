import { number, text } from '../../locales/text.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { mostScale, type Point, type Size, shownArea } from './geometry.ts';
import type { Zoom } from './look.ts';
import { Navigator } from './Navigator.tsx';

interface Props {
  readonly id: string;
  readonly zoom: Zoom;
  readonly scale: number;
  readonly picture: Size;
  readonly view: Size;
  readonly centre: Point;
  readonly onZoom: (zoom: Zoom) => void;
  readonly onCentre: (centre: Point) => void;
}

const stops = { fit: 'fit', true: 1, eight: mostScale } as const;
type Stop = keyof typeof stops;

/** How large, and where: three magnifications to press, what it is now, and a map to move on. */
export function ZoomRow({ id, zoom, scale, picture, view, centre, onZoom, onCentre }: Props) {
  const chosen = (['fit', 'true', 'eight'] as const).find(stop => stops[stop] === zoom) ?? null;
  return (
    <div className="zoom-row">
      <Segmented<Stop>
        label={text('inspector.zoom')}
        labelHidden
        value={chosen}
        onChange={stop => onZoom(stops[stop])}
        choices={[
          { value: 'fit', label: text('inspector.zoom.fit') },
          { value: 'true', label: '1:1', title: text('inspector.zoom.true') },
          { value: 'eight', label: '8:1', title: text('inspector.zoom.eight') },
        ]}
      />
      <span className="zoom-now">{text('inspector.zoom.now', { percent: number(scale * 100) })}</span>
      <Navigator id={id} picture={picture} seen={shownArea(view, scale)} centre={centre} onMove={onCentre} />
    </div>
  );
}
