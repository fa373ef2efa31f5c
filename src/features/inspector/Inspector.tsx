import { useRef, useState } from 'react';
import { number, text } from '../../locales/text.ts';
import type { Photo } from '../../state/model/photos.ts';
import { useKeyveil } from '../../state/react.tsx';
import { Button } from '../../ui/Button.tsx';
import { useOpenParts, usePage } from '../commands/context.tsx';
import { LookStrip } from '../look/LookStrip.tsx';
import { bytesText } from '../run/bytesText.ts';
import { Comparison } from './Comparison.tsx';
import { FiguresList } from './FiguresList.tsx';
import { FilterDistances } from './filters/FilterDistances.tsx';
import { FilterPanel } from './filters/FilterPanel.tsx';
import { middle } from './geometry.ts';
import { firstLook, type Look } from './look.ts';
import { afterOf, currentPhoto } from './subject.ts';
import './inspector.css';
import './compare.css';
import './filters/filters.css';

/** The photo in hand: before and after, and the filter of its label. */
export function Inspector() {
  const current = useKeyveil(currentPhoto);
  const viewing = useOpenParts().dialog === 'viewer';
  // While photo after photo is looked at large, nothing is computed for what lies behind.
  const standing = useRef(current);
  if (!viewing) standing.current = current;
  const photo = standing.current;
  // How one looks stays from photo to photo.
  const [look, setLook] = useState(firstLook);
  return (
    <div className="inspector">
      {/* It may show another photo, and keeps what it shows when this one changes. */}
      {photo && <LookStrip current={photo} />}
      {photo ? (
        // Each photo is looked at afresh, from its middle, and again once a lost file is back.
        <PhotoInspector
          key={`${photo.id} ${photo.file !== null}`}
          photo={photo}
          look={look}
          onLook={setLook}
          paused={viewing}
        />
      ) : (
        <div className="inspector-empty">
          <p>{text('inspector.empty')}</p>
          <p>{text('inspector.empty.more')}</p>
        </div>
      )}
    </div>
  );
}

interface Props {
  readonly photo: Photo;
  readonly look: Look;
  readonly onLook: (look: Look) => void;
  /** The photo is looked at large. */
  readonly paused: boolean;
}

function PhotoInspector({ photo, look, onLook, paused }: Props) {
  const { openDialog } = usePage();
  const after = useKeyveil(s => afterOf(s, photo.id));
  const [centre, setCentre] = useState(middle);
  return (
    <>
      <section>
        <div className="inspector-head">
          <h2 title={photo.path}>{photo.name}</h2>
          <Button tone="link" onClick={() => openDialog('viewer')}>
            {text('inspector.large')}
          </Button>
        </div>
        <p className="inspector-hint">
          {photo.width > 0
            ? text('inspector.size', {
                width: number(photo.width),
                height: number(photo.height),
                bytes: bytesText(photo.bytes),
              })
            : // A damaged file does not say how large its picture was meant to be.
              bytesText(photo.bytes)}
        </p>
      </section>
      <Comparison
        photo={photo}
        look={look}
        onLook={onLook}
        centre={centre}
        onCentre={setCentre}
        paused={paused}
      />
      <FiguresList photo={photo} after={after} />
      <FilterPanel photo={photo} />
      <FilterDistances />
    </>
  );
}
