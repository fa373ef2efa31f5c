import { useId, useState } from 'react';
import { number, sentences, text } from '../../../locales/text.ts';
import type { Photo } from '../../../state/model/photos.ts';
import { filterOfLabel } from '../../../state/queries/filters.ts';
import { labelOfPhoto } from '../../../state/queries/labels.ts';
import { useKeyveil } from '../../../state/react.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Heat } from '../../../ui/Heat.tsx';
import { FilterNumbers } from './FilterNumbers.tsx';
import { Response } from './Response.tsx';
import { tapDistance, tapVerdict } from './tapDistance.ts';

/** CSS pixels a side of the two pictures. */
const pictureSide = 132;

/** The filter of the photo's label: as a picture, in a sentence, and as numbers for whoever asks. */
export function FilterPanel({ photo }: { readonly photo: Photo }) {
  const label = useKeyveil(s => labelOfPhoto(s, photo.id));
  const filter = useKeyveil(s => (label ? filterOfLabel(s, label.id) : null));
  const bare = useKeyveil(s => s.settings.strength === 0);
  const [open, setOpen] = useState(false);
  const table = useId();
  if (!label) return <p className="inspector-hint">{text('inspector.filter.unlabelled')}</p>;
  if (bare) return <p className="inspector-hint">{text('inspector.filter.none')}</p>;
  return (
    <section className="filter-panel">
      <div className="inspector-head">
        <h2>{text('inspector.filter', { label: label.name })}</h2>
        {filter && (
          <Button tone="link" aria-expanded={open} aria-controls={table} onClick={() => setOpen(!open)}>
            {text('inspector.numbers')}
          </Button>
        )}
      </div>
      {filter ? (
        <>
          <div className="filter-about">
            <figure>
              <Heat
                filter={filter}
                size={pictureSide}
                label={text('inspector.filter.alt', { label: label.name })}
              />
              <figcaption>{text('inspector.filter.taps')}</figcaption>
            </figure>
            <figure>
              <Response
                filter={filter}
                size={pictureSide}
                label={text('inspector.response.alt', { label: label.name })}
              />
              <figcaption>{text('inspector.response')}</figcaption>
            </figure>
          </div>
          <p className="inspector-hint">{text('inspector.response.about')}</p>
          {photo.width > 0 && <FilterSentence photo={photo} />}
          <div id={table}>{open && <FilterNumbers filter={filter} />}</div>
        </>
      ) : (
        <p className="inspector-hint">{text('inspector.filter.noKey')}</p>
      )}
    </section>
  );
}

function FilterSentence({ photo }: { readonly photo: Photo }) {
  const settings = useKeyveil(s => s.settings);
  const others = useKeyveil(s => s.arrangement.labels.length - 1);
  const distance = tapDistance(settings, Math.min(photo.width, photo.height));
  const drawn =
    settings.method !== 'cuda' && others > 0
      ? text('inspector.drawn.apart', { count: others })
      : text('inspector.drawn');
  const verdict =
    settings.method === 'cuda' ? 'inspector.taps.cuda' : (`inspector.taps.${tapVerdict(distance)}` as const);
  return (
    <p className="inspector-hint">
      {sentences([
        text('inspector.taps', { photo: pixels(distance.photo), trainer: pixels(distance.trainer) }),
        text(verdict),
        drawn,
      ])}
    </p>
  );
}

function pixels(distance: number): string {
  return number(distance, distance < 10 ? 1 : 0);
}
