import { type KeyboardEvent, type PointerEvent, type RefObject, useRef, useState } from 'react';
import { text } from '../../locales/text.ts';
import { CopyDetails } from '../../ui/CopyDetails.tsx';
import { failureText } from '../../ui/failureText.ts';
import type { Mode } from './look.ts';
import { Pane, type Sight } from './Pane.tsx';
import type { Preview, PreviewFailure } from './previewFeed.ts';
import { SplitHandle } from './SplitHandle.tsx';
import { captions } from './stageWords.ts';
import type { After } from './subject.ts';
import { useGestures } from './useGestures.ts';

interface Props {
  /** Put on what is as large as one pane. */
  readonly measure: RefObject<HTMLDivElement | null>;
  readonly mode: Mode;
  readonly split: number;
  readonly onSplit: (split: number) => void;
  readonly preview: Preview | null;
  readonly sight: Sight | null;
  readonly after: After;
  readonly failure: PreviewFailure | null;
  /** What is shown is not yet what was chosen. */
  readonly busy: boolean;
  /** The original is held up, whatever the mode. */
  readonly holding: boolean;
  readonly gestures: Omit<Parameters<typeof useGestures>[0], 'stage'>;
}

/** The pictures, in one of four ways, with everything that moves them. */
export function Stage(props: Props) {
  const { measure, split, onSplit, preview, sight, after, failure, holding, gestures } = props;
  const stage = useRef<HTMLDivElement>(null);
  const [pressed, setHeld] = useState(false);
  const held = pressed || holding;
  // Side by side the original is in sight already; otherwise it takes the place of what is.
  const mode = holding && props.mode !== 'side' ? 'hold' : props.mode;
  const { onPointerDown, onPointerUp, onPointerCancel, onKeyDown, onPointerMove } = useGestures({
    stage,
    ...gestures,
  });
  const words = failure ? failureText(failure) : null;
  const busy = props.busy && words === null;
  const whole =
    gestures.scale * gestures.picture.width <= gestures.view.width + 1 &&
    gestures.scale * gestures.picture.height <= gestures.view.height + 1;
  const holds = mode === 'hold';
  const said = captions({ mode, held, busy, protectable: words === null, preview: preview !== null });
  const before = preview?.before ?? null;
  // With all of it in sight there is nothing to drag but the split.
  const slides = mode === 'split' && whole && words === null;
  const slide = (event: PointerEvent<HTMLElement>) => {
    if (!slides || !event.isPrimary || event.buttons !== 1) return;
    const box = event.currentTarget.getBoundingClientRect();
    onSplit(Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)));
  };
  const protectedPicture = words === null ? (preview?.after ?? null) : null;

  return (
    <div
      ref={stage}
      className="compare"
      data-mode={mode}
      data-whole={whole ? '' : undefined}
      // Arrow keys are the photo's here, not the screen reader's.
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is moved and zoomed with keys
      tabIndex={0}
      aria-label={text(`inspector.compare.${mode}`)}
      // The protected picture is on its way while the key is worked out, too.
      aria-busy={busy || (after.kind === 'trial' && after.lacks === 'working')}
      onPointerDown={(event: PointerEvent<HTMLElement>) => {
        if (holds && event.button === 0) setHeld(true);
        slide(event);
        onPointerDown(event);
      }}
      onPointerMove={event => {
        slide(event);
        onPointerMove(event);
      }}
      onPointerUp={event => {
        setHeld(false);
        onPointerUp(event);
      }}
      onPointerCancel={event => {
        setHeld(false);
        onPointerCancel(event);
      }}
      onKeyDown={(event: KeyboardEvent<HTMLElement>) => {
        if (holds && (event.key === ' ' || event.key === 'Enter')) {
          event.preventDefault();
          setHeld(true);
        } else onKeyDown(event);
      }}
      onKeyUp={event => {
        if (event.key === ' ' || event.key === 'Enter') setHeld(false);
      }}
      onBlur={() => setHeld(false)}
    >
      <div className="compare-measure" ref={measure} />
      {mode === 'side' ? (
        <>
          <Pane sight={sight} bitmap={before}>
            <span className="compare-caption">{said.left}</span>
          </Pane>
          <Pane sight={sight} bitmap={protectedPicture}>
            {words === null && <span className="compare-caption">{said.right}</span>}
            {words !== null && (
              <p className="compare-words">
                {words} {failure?.kind === 'unexpected' && <CopyDetails />}
              </p>
            )}
          </Pane>
        </>
      ) : (
        <>
          <Pane
            sight={sight}
            bitmap={words !== null || mode === 'split' || (holds && held) ? before : bitmapOf(mode, preview)}
          >
            {said.left && <span className="compare-caption">{said.left}</span>}
            {words !== null && (
              <p className="compare-strip">
                {words} {failure?.kind === 'unexpected' && <CopyDetails />}
              </p>
            )}
          </Pane>
          {mode === 'split' && words === null && (
            <Pane
              sight={sight}
              bitmap={protectedPicture}
              className="compare-over"
              style={{ clipPath: `inset(0 0 0 ${split * 100}%)` }}
            />
          )}
          {words === null && said.right && (
            <span className="compare-caption compare-caption-end">{said.right}</span>
          )}
          {mode === 'split' && words === null && <SplitHandle split={split} onSplit={onSplit} />}
        </>
      )}
    </div>
  );
}

function bitmapOf(mode: Mode, preview: Preview | null): ImageBitmap | null {
  if (!preview) return null;
  return mode === 'difference' ? preview.difference : preview.after;
}
