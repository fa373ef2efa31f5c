import { useState } from 'react';
import { type CastSettings, castPresets, presetOf } from '../../core/settings.ts';
import { text } from '../../locales/text.ts';
import type { Photo } from '../../state/model/photos.ts';
import { trialTreatment } from '../../state/queries/trial.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { Button } from '../../ui/Button.tsx';
import { type Nearness, useGlance } from './useGlance.ts';
import './look.css';

const strengths = ['light', 'standard', 'strong'] as const;

/**
 * One's own photo as it is and under each preset, side by side: so that people choose by looking. Drawn with a
 * throw-away key, before anything is decided.
 */
export function LookStrip({ photo }: { readonly photo: Photo }) {
  const settings = useKeyveil(s => s.settings);
  const fixed = useKeyveil(s => s.reopened !== null);
  const [near, setNear] = useState<Nearness>('whole');
  const { setPreset } = useActions();
  if (settings.method !== 'cast' || photo.file === null) return null;
  const chosen = presetOf(settings);
  return (
    <section className="look" aria-label={text('look.title')}>
      <div className="look-head">
        <h3>{text('look.title')}</h3>
        <Button
          tone="link"
          aria-pressed={near === 'pixels'}
          onClick={() => setNear(near === 'whole' ? 'pixels' : 'whole')}
        >
          {text(near === 'whole' ? 'look.pixels' : 'look.fit')}
        </Button>
      </div>
      <div className="look-row">
        <figure className="look-tile">
          <Picture photo={photo} settings={null} near={near} />
          <figcaption>{text('look.original')}</figcaption>
        </figure>
        {strengths.map(preset => (
          <button
            key={preset}
            type="button"
            className="look-tile"
            // Drawn by the style sheet: the same words stand in the bar, and people's tools look for one of them.
            aria-label={text(`settings.preset.${preset}`)}
            data-name={text(`settings.preset.${preset}`)}
            aria-pressed={chosen === preset}
            disabled={fixed}
            onClick={() => setPreset(preset)}
          >
            <Picture photo={photo} settings={castPresets[preset]} near={near} />
          </button>
        ))}
      </div>
      <p className="inspector-hint">{text('look.what')}</p>
    </section>
  );
}

interface PictureProps {
  readonly photo: Photo;
  readonly settings: CastSettings | null;
  readonly near: Nearness;
}

function Picture({ photo, settings, near }: PictureProps) {
  const treatment = settings && trialTreatment(settings);
  const canvas = useGlance(photo, treatment, near);
  return <canvas ref={canvas} className="look-picture" />;
}
