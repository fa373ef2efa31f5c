import { useId } from 'react';
import { type CastPreset, castPresets } from '../../core/settings.ts';
import type { Treatment } from '../../core/treatment.ts';
import { text } from '../../locales/text.ts';
import type { Photo } from '../../state/model/photos.ts';
import { trialTreatment } from '../../state/queries/trial.ts';
import { type Nearness, useGlance } from './useGlance.ts';
import { useVisibility } from './useVisibility.ts';

interface Shown {
  readonly photo: Photo;
  readonly near: Nearness;
}

/** The photo as it is. */
export function OriginalTile({ photo, near }: Shown) {
  return (
    <figure className="look-tile">
      <Picture photo={photo} near={near} treatment={null} />
      <figcaption>{text('look.original')}</figcaption>
    </figure>
  );
}

interface PresetProps extends Shown {
  readonly preset: CastPreset;
  readonly chosen: boolean;
  readonly disabled: boolean;
  readonly onChoose: () => void;
}

/** The photo under a preset, and whether that is seen; pressing it chooses the preset. */
export function PresetTile({ photo, near, preset, chosen, disabled, onChoose }: PresetProps) {
  const treatment = trialTreatment(castPresets[preset]);
  const visible = useVisibility(photo, treatment);
  const verdict = useId();
  const said = text(visible === null ? 'look.weighing' : `look.visible.${visible}`);
  return (
    <>
      <button
        type="button"
        className="look-tile"
        // Drawn by the style sheet: the same words stand in the bar, and people's tools look for one of them.
        aria-label={text(`settings.preset.${preset}`)}
        aria-describedby={verdict}
        data-name={text(`settings.preset.${preset}`)}
        aria-pressed={chosen}
        disabled={disabled}
        onClick={onChoose}
      >
        <Picture photo={photo} near={near} treatment={treatment} />
        {/* Drawn likewise: it describes the button, and is no part of its name. */}
        <span className="look-verdict" data-visible={visible} data-words={said} aria-hidden="true" />
      </button>
      <span id={verdict} hidden>
        {said}
      </span>
    </>
  );
}

function Picture({ photo, near, treatment }: Shown & { readonly treatment: Treatment | null }) {
  const canvas = useGlance(photo, treatment, near);
  const wide = photo.width > photo.height;
  return (
    <span className={wide ? 'look-frame look-wide' : 'look-frame'}>
      <canvas ref={canvas} className="look-picture" />
    </span>
  );
}
