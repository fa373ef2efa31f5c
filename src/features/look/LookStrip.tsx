import { useId, useState } from 'react';
import { presetOf } from '../../core/settings.ts';
import { text } from '../../locales/text.ts';
import type { Photo } from '../../state/model/photos.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { OriginalTile, PresetTile } from './LookTile.tsx';
import type { Nearness } from './useGlance.ts';
import { type ShownPhoto, useShownPhoto } from './useShownPhoto.ts';
import './look.css';

const strengths = ['light', 'standard', 'strong'] as const;

/**
 * One's own photo as it is and under each preset, side by side: so that people choose by looking. Drawn with a
 * throw-away key, before anything is decided. `current` is the photo in hand; the first that is shown is the one that
 * changes most.
 */
export function LookStrip({ current }: { readonly current: Photo }) {
  const settings = useKeyveil(s => s.settings);
  const fixed = useKeyveil(s => s.reopened !== null);
  const [near, setNear] = useState<Nearness>('whole');
  const [open, setOpen] = useOpen(current);
  const content = useId();
  const { setPreset } = useActions();
  const shown = useShownPhoto(current);
  const { photo } = shown;
  if (settings.method !== 'cast' || photo.file === null) return null;
  const chosen = presetOf(settings);
  return (
    <section className="look" aria-label={text('look.title')}>
      <div className="look-head">
        <h2>{text('look.title')}</h2>
        {open && (
          <Button
            tone="link"
            aria-pressed={near === 'pixels'}
            onClick={() => setNear(near === 'whole' ? 'pixels' : 'whole')}
          >
            {text(near === 'whole' ? 'look.pixels' : 'look.fit')}
          </Button>
        )}
        <IconButton
          icon={open ? 'down' : 'forward'}
          label={text(open ? 'look.fold' : 'look.unfold')}
          aria-expanded={open}
          aria-controls={content}
          onClick={() => setOpen(!open)}
        />
      </div>
      <div id={content}>
        {open && (
          <div className="look-content">
            <Which {...shown} />
            <div className="look-row">
              <OriginalTile photo={photo} near={near} />
              {strengths.map(preset => (
                <PresetTile
                  key={preset}
                  photo={photo}
                  near={near}
                  preset={preset}
                  chosen={chosen === preset}
                  disabled={fixed}
                  onChoose={() => setPreset(preset)}
                />
              ))}
            </div>
            <p className="inspector-hint">{text('look.what')}</p>
          </div>
        )}
      </div>
    </section>
  );
}

/** Open until photos are protected: from then on it folds up with the next photo in hand, unless somebody unfolds it. */
function useOpen(current: Photo): readonly [boolean, (open: boolean) => void] {
  const settled = useKeyveil(s => s.results.size > 0);
  const [wanted, setWanted] = useState<boolean | null>(null);
  const [folded, setFolded] = useState(settled);
  const [last, setLast] = useState(current.id);
  if (last !== current.id) {
    setLast(current.id);
    setFolded(settled);
  }
  return [wanted ?? !folded, setWanted];
}

/** The name of the photo, and the way to the others. */
function Which({ photo, most, go }: ShownPhoto) {
  return (
    <div className="look-which">
      <span className="look-name" title={photo.path}>
        {most ? text('look.most', { name: photo.name }) : photo.name}
      </span>
      {go && (
        <span className="look-arrows">
          <IconButton icon="back" label={text('look.before')} onClick={() => go(-1)} />
          <IconButton icon="forward" label={text('look.after')} onClick={() => go(1)} />
        </span>
      )}
    </div>
  );
}
