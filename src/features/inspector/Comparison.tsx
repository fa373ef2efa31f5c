import { useRef } from 'react';
import { text } from '../../locales/text.ts';
import type { Photo } from '../../state/model.ts';
import { failureText } from '../../ui/failureText.ts';
import { clampCentre, type Point, type Size } from './geometry.ts';
import { Navigator } from './Navigator.tsx';
import { Pane } from './Pane.tsx';
import type { After } from './subject.ts';
import { usePanning } from './usePanning.ts';
import { usePreview } from './usePreview.ts';
import { useViewSize } from './useViewSize.ts';

interface Props {
  readonly photo: Photo;
  readonly after: After;
  readonly centre: Point;
  readonly onCentre: (centre: Point) => void;
  /** Another comparison shows the photo now. */
  readonly paused?: boolean;
}

const unmeasured: Size = { width: 1, height: 1 };

/** Words for the right-hand pane when there is no protected picture to show. */
function afterWords(after: After): string | null {
  switch (after.kind) {
    case 'ready':
    case 'updating':
      return null;
    case 'deriving':
      return text('inspector.after.deriving');
    case 'no-key':
      return text('inspector.after.noKey');
    case 'key-failed':
      return text('inspector.after.keyFailed');
    case 'unlabelled':
      return text('inspector.after.unlabelled');
  }
}

/** A photo before and after, side by side at true pixels and locked together. */
export function Comparison({ photo, after, centre, onCentre, paused = false }: Props) {
  const pane = useRef<HTMLDivElement>(null);
  const measured = useViewSize(pane);
  const view = measured ?? unmeasured;
  const treatment = after.kind === 'ready' ? after.treatment : null;
  const { shown, failure } = usePreview({
    id: photo.id,
    treatment,
    centre,
    view: measured,
    // Filters follow the settings within milliseconds: the old picture stays, marked, until they have.
    paused: paused || after.kind === 'updating',
  });

  const here = shown?.wanted.id === photo.id ? shown : null;
  const size: Size = here ? here.preview : photo;
  const looked = clampCentre(centre, size, view);
  const words = afterWords(after);
  const current = here !== null && after.kind !== 'updating' && here.wanted.treatment === treatment;
  const settled = current || words !== null || failure !== null;
  const panning = usePanning({ centre: looked, photo: size, view, onMove: onCentre });
  const whole = size.width <= view.width && size.height <= view.height;
  const from = here?.preview.part ?? looked;
  const shared = { from, photo: size, centre: looked, view };

  return (
    <div className="compare-whole">
      <div
        className="compare"
        // Arrow keys are the photo's here, not the screen reader's.
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is moved with the arrow keys
        tabIndex={0}
        aria-label={text('inspector.compare')}
        aria-busy={!settled && !paused}
        {...panning}
      >
        <div className="compare-measure" ref={pane} />
        <Pane caption={text('inspector.before')} bitmap={here?.preview.before ?? null} {...shared}>
          {beforeWords(failure, here === null)}
        </Pane>
        <Pane
          caption={text(settled ? 'inspector.after' : 'inspector.updating')}
          bitmap={words === null ? (here?.preview.after ?? null) : null}
          {...shared}
        >
          {words}
        </Pane>
      </div>
      <div className="compare-below">
        <Navigator id={photo.id} photo={size} view={view} centre={looked} onMove={onCentre} />
        <p>{text(whole ? 'inspector.whole' : 'inspector.pan')}</p>
      </div>
    </div>
  );
}

function beforeWords(failure: Parameters<typeof failureText>[0] | null, empty: boolean): string | null {
  if (failure) return failureText(failure);
  return empty ? text('inspector.reading') : null;
}
