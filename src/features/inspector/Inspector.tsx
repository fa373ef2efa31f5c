import { useState } from 'react';
import { number, text } from '../../locales/text.ts';
import type { Photo } from '../../state/model/photos.ts';
import { useKeyveil } from '../../state/react.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
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
  const photo = useKeyveil(currentPhoto);
  // How one looks stays from photo to photo.
  const [look, setLook] = useState(firstLook);
  return (
    <div className="inspector">
      {photo ? (
        // Each photo is looked at afresh, from its middle, and again once a lost file is back.
        <PhotoInspector
          key={`${photo.id} ${photo.file !== null}`}
          photo={photo}
          look={look}
          onLook={setLook}
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
}

function PhotoInspector({ photo, look, onLook }: Props) {
  const after = useKeyveil(s => afterOf(s, photo.id));
  const [centre, setCentre] = useState(middle);
  const [large, setLarge] = useState(false);
  const looking = { photo, after, look, onLook, centre, onCentre: setCentre };
  return (
    <>
      <section>
        <div className="inspector-head">
          <h2 title={photo.path}>{photo.name}</h2>
          <Button tone="link" onClick={() => setLarge(true)}>
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
      <LookStrip photo={photo} />
      <Comparison {...looking} paused={large} />
      <FiguresList photo={photo} after={after} />
      <FilterPanel photo={photo} />
      <FilterDistances />
      {large && (
        <Dialog
          size="full"
          title={text('inspector.large.title', { name: photo.name })}
          onClose={() => setLarge(false)}
        >
          <div className="inspector-large">
            <Comparison {...looking} />
          </div>
        </Dialog>
      )}
    </>
  );
}
