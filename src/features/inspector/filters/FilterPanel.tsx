import { useId, useState } from 'react';
import type { Imprint } from '../../../core/imprint.ts';
import { carriesCast, type MethodSettings } from '../../../core/settings.ts';
import { number, sentences, text } from '../../../locales/text.ts';
import type { Photo } from '../../../state/model/photos.ts';
import { imprintOfLabel } from '../../../state/queries/filters.ts';
import { labelOfPhoto } from '../../../state/queries/labels.ts';
import { useKeyveil } from '../../../state/react.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Heat } from '../../../ui/Heat.tsx';
import { FilterNumbers } from './FilterNumbers.tsx';
import { Response } from './Response.tsx';
import { tapDistance, tapVerdict } from './tapDistance.ts';
import { Waves } from './Waves.tsx';

/** CSS pixels a side of each picture: three lie side by side. */
const pictureSide = 104;

/** How many times as strong as on a photo a cast is shown. */
const castGain = 6;

/** What the photo's label carries, its cast and its filter: as pictures, in a sentence, and as numbers for whoever asks. */
export function FilterPanel({ photo }: { readonly photo: Photo }) {
  const label = useKeyveil(s => labelOfPhoto(s, photo.id));
  const imprint = useKeyveil(s => (label ? imprintOfLabel(s, label.id) : null));
  const settings = useKeyveil(s => s.settings);
  const [open, setOpen] = useState(false);
  const table = useId();
  if (!label) return <p className="inspector-hint">{text('inspector.filter.unlabelled')}</p>;
  const filter = settings.strength > 0 ? (imprint?.filter ?? null) : null;
  return (
    <section className="filter-panel">
      <div className="inspector-head">
        <h2>{text(headingOf(settings), { label: label.name })}</h2>
        {filter && (
          <Button tone="link" aria-expanded={open} aria-controls={table} onClick={() => setOpen(!open)}>
            {text('inspector.numbers')}
          </Button>
        )}
      </div>
      {imprint ? (
        <Pictures imprint={imprint} settings={settings} label={label.name} />
      ) : (
        <p className="inspector-hint">{text('inspector.filter.noKey')}</p>
      )}
      {settings.strength === 0 && carriesCast(settings) && (
        <p className="inspector-hint">{text('inspector.filter.none')}</p>
      )}
      {filter && (
        <>
          <p className="inspector-hint">{text('inspector.response.about')}</p>
          {photo.width > 0 && <FilterSentence photo={photo} />}
          <div id={table}>{open && <FilterNumbers filter={filter} />}</div>
        </>
      )}
    </section>
  );
}

function headingOf(settings: MethodSettings) {
  if (!carriesCast(settings)) return 'inspector.filter';
  return settings.strength > 0 ? 'inspector.castAndFilter' : 'inspector.cast';
}

interface PicturesProps {
  readonly imprint: Imprint;
  readonly settings: MethodSettings;
  readonly label: string;
}

function Pictures({ imprint: { cast, filter }, settings, label }: PicturesProps) {
  return (
    <div className="filter-about">
      {cast && settings.method === 'cast' && settings.castLevel > 0 && (
        <figure>
          <Waves
            cast={cast}
            level={settings.castLevel}
            gain={castGain}
            size={pictureSide}
            label={text('inspector.cast.alt', { label, gain: castGain })}
          />
          <figcaption>{text('inspector.cast.caption', { gain: castGain })}</figcaption>
        </figure>
      )}
      {settings.strength > 0 && (
        <>
          <figure>
            <Heat filter={filter} size={pictureSide} label={text('inspector.filter.alt', { label })} />
            <figcaption>{text('inspector.filter.taps')}</figcaption>
          </figure>
          <figure>
            <Response filter={filter} size={pictureSide} label={text('inspector.response.alt', { label })} />
            <figcaption>{text('inspector.response')}</figcaption>
          </figure>
        </>
      )}
    </div>
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
