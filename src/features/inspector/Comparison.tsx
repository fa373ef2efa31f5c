import { useRef } from 'react';
import { text } from '../../locales/text.ts';
import type { Photo } from '../../state/model/photos.ts';
import { useKeyveil } from '../../state/react.tsx';
import { clampCentre, type Point, type Size, scaleOf, shownArea, turnedLike } from './geometry.ts';
import { type Look, withSize } from './look.ts';
import { ModeSwitch } from './ModeSwitch.tsx';
import type { Sight } from './Pane.tsx';
import { covers, isSharp, pictureOf, sightOf } from './picture.ts';
import { SizeRow } from './SizeRow.tsx';
import { Stage } from './Stage.tsx';
import { trialWords } from './stageWords.ts';
import { afterOf } from './subject.ts';
import { usePreview } from './usePreview.ts';
import { useViewSize } from './useViewSize.ts';
import { ZoomRow } from './ZoomRow.tsx';

interface Props {
  readonly photo: Photo;
  readonly look: Look;
  readonly onLook: (look: Look) => void;
  readonly centre: Point;
  readonly onCentre: (centre: Point) => void;
  /** Another comparison shows the photo now. */
  readonly paused?: boolean;
  /** The original is held up, whatever the mode. */
  readonly holding?: boolean;
}

const unmeasured: Size = { width: 1, height: 1 };

/** A photo before and after, at any size and magnification, with what can be chosen about that. */
export function Comparison(props: Props) {
  const { photo, look, onLook, centre, onCentre, paused = false, holding = false } = props;
  const after = useKeyveil(s => afterOf(s, photo.id));
  const pane = useRef<HTMLDivElement>(null);
  const upright = useRef<Size | null>(null);
  const measured = useViewSize(pane);
  const view = measured ?? unmeasured;
  const treatment = after.kind === 'updating' ? null : after.treatment;
  const trial = trialWords(after);
  const difference = look.mode === 'difference';

  const picture = pictureOf(turnedLike(photo, upright.current), look.size);
  const scale = scaleOf(look.zoom, picture, view);
  const looked = clampCentre(centre, picture, shownArea(view, scale));
  const { shown, failure } = usePreview({
    id: photo.id,
    treatment,
    size: look.size,
    centre: looked,
    scale,
    view: measured,
    difference,
    // Filters follow the settings within milliseconds: the old picture stays, marked, until they have.
    paused: paused || after.kind === 'updating',
  });

  const here = shown?.wanted.id === photo.id ? shown : null;
  // The first picture tells which way up the photo is.
  if (here) upright.current = here.preview;
  const current =
    here !== null &&
    after.kind !== 'updating' &&
    here.wanted.treatment === treatment &&
    here.wanted.difference === difference &&
    isSharp(here, look.size, scale) &&
    covers(here, picture, looked, shownArea(view, scale));
  const sight: Sight | null = sightOf(here, look, picture, looked, scale, view);

  return (
    <div className="compare-whole">
      <ModeSwitch mode={look.mode} onMode={mode => onLook({ ...look, mode })} />
      <Stage
        measure={pane}
        mode={look.mode}
        split={look.split}
        onSplit={split => onLook({ ...look, split })}
        preview={here?.preview ?? null}
        sight={sight}
        after={after}
        failure={failure}
        holding={holding}
        busy={!current && !paused}
        gestures={{
          centre: looked,
          scale,
          picture,
          view,
          zoom: look.zoom,
          onMove: (next, zoom) => {
            onCentre(next);
            if (zoom !== look.zoom) onLook({ ...look, zoom });
          },
        }}
      />
      {trial !== null && <p className="inspector-hint">{trial}</p>}
      {difference && <p className="inspector-hint">{text('inspector.difference.about')}</p>}
      <ZoomRow
        id={photo.id}
        zoom={look.zoom}
        scale={scale}
        picture={picture}
        view={view}
        centre={looked}
        onZoom={zoom => onLook({ ...look, zoom })}
        onCentre={onCentre}
      />
      <SizeRow photo={photo} size={look.size} onSize={size => onLook(withSize(look, size))} />
    </div>
  );
}
