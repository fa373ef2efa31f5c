import { useEffect, useRef } from 'react';
import { number, text } from '../../locales/text.ts';
import { Button } from '../../ui/Button.tsx';
import type { RestorePhoto, RestoreRow } from '../state/restoreState.ts';
import { decibels } from './RestoreRows.tsx';

interface Props {
  readonly photo: RestorePhoto;
  readonly row: Extract<RestoreRow, { kind: 'done' }>;
  readonly onSave: (id: number) => void;
}

/** One photo before and after, side by side. */
export function RestoreLook({ photo, row: { restored }, onSave }: Props) {
  const { width, height, milliseconds, psnr } = restored;
  const facts = text('trace.restore.size', {
    width: number(width),
    height: number(height),
    seconds: number(milliseconds / 1000, 1),
  });
  return (
    <section className="finding" aria-label={text('trace.restore.lookAt', { name: photo.file.name })}>
      <div className="trace-look-head">
        <h3>{photo.file.name}</h3>
        <Button
          icon="download"
          aria-label={text('trace.restore.saveOne', { name: photo.file.name })}
          onClick={() => onSave(photo.id)}
        >
          {text('trace.restore.save')}
        </Button>
      </div>
      <div className="trace-pair">
        <Picture words={text('trace.restore.before')} bitmap={restored.before} />
        <Picture words={text('trace.restore.after')} bitmap={restored.after} />
      </div>
      <p className="field-help">
        {psnr && <>{text('trace.restore.psnr.what', decibels(psnr))} </>}
        {facts}.
      </p>
    </section>
  );
}

function Picture({ words, bitmap }: { readonly words: string; readonly bitmap: ImageBitmap }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const to = canvas.current;
    // Closed, it has no size; its photo is about to go.
    if (!to || bitmap.width === 0) return;
    to.width = bitmap.width;
    to.height = bitmap.height;
    to.getContext('2d')?.drawImage(bitmap, 0, 0);
  }, [bitmap]);
  return (
    <figure>
      <canvas ref={canvas} role="img" aria-label={words} />
      <figcaption>{words}</figcaption>
    </figure>
  );
}
