import type { ReactNode } from 'react';
import { number, text } from '../../locales/text.ts';
import type { Photo } from '../../state/model/photos.ts';
import { photoStatus } from '../../state/queries/photoStatus.ts';
import { useKeyveil } from '../../state/react.tsx';
import { Jargon } from '../../ui/Jargon.tsx';
import { bytesText } from '../run/bytesText.ts';
import { brightnessWords, psnrWords, ssimWords } from './figureWords.ts';
import type { After } from './subject.ts';
import { type Figures, useFigures } from './useFigures.ts';

interface Props {
  readonly photo: Photo;
  readonly after: After;
}

/** Whether the change is seen, and behind `Details` what was measured, in figures with a sentence each. */
export function FiguresList({ photo, after }: Props) {
  const treatment = after.kind === 'ready' ? after.treatment : null;
  const { figures, stale } = useFigures(photo.id, treatment);
  const bytes = useProtectedBytes(photo.id);
  if (after.kind !== 'ready' && after.kind !== 'updating') return null;
  return (
    <section className="figures-list" aria-label={text('inspector.figures')} aria-busy={stale}>
      <dl>
        <Figure
          name={text('inspector.visible')}
          value={figures ? text(`inspector.visible.${figures.visible}`) : text('inspector.figures.pending')}
          stale={stale}
        >
          {figures && text(`inspector.visible.about.${figures.visible}`)}
        </Figure>
        {bytes !== null && (
          <Figure
            name={text('inspector.figures.file')}
            value={text('inspector.figures.file.value', {
              before: bytesText(photo.bytes),
              after: bytesText(bytes),
            })}
          >
            {text('inspector.figures.file.about')}
          </Figure>
        )}
      </dl>
      {figures && <Details figures={figures} stale={stale} />}
    </section>
  );
}

interface DetailsProps {
  readonly figures: Figures;
  readonly stale: boolean;
}

function Details({ figures, stale }: DetailsProps) {
  const method = useKeyveil(s => s.settings.method);
  return (
    <details className="figures-details">
      <summary>{text('inspector.figures.details')}</summary>
      <dl>
        <Figure name={text('inspector.figures.ssim')} value={ssimWords(figures.ssim)} stale={stale}>
          {text('inspector.figures.ssim.about')}
        </Figure>
        <Figure name={text('inspector.figures.colour')} value={number(figures.colour, 1, 1)} stale={stale}>
          {text('inspector.figures.colour.about')}
        </Figure>
        <Figure name={text('inspector.figures.psnr')} value={psnrWords(figures.psnr)} stale={stale}>
          {text('inspector.figures.psnr.about')}
        </Figure>
        <Figure
          name={text('inspector.figures.brightness')}
          value={brightnessWords(figures.brightness)}
          stale={stale}
        >
          {text(`inspector.figures.brightness.${method}`)}
        </Figure>
      </dl>
      <p className="inspector-hint">{text('inspector.visible.how')}</p>
      {!figures.whole && <p className="inspector-hint">{text('inspector.figures.patches')}</p>}
    </details>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: string;
  readonly stale?: boolean;
  readonly children: ReactNode;
}

function Figure({ name, value, stale = false, children }: FigureProps) {
  return (
    <div>
      <dt>
        <Jargon words={name} />
      </dt>
      <dd className={stale ? 'figure-value figure-stale' : 'figure-value'}>{value}</dd>
      <dd>{children}</dd>
    </div>
  );
}

/** Size of the protected file, as long as it is up to date. */
function useProtectedBytes(id: string): number | null {
  return useKeyveil(s => {
    const result = s.results.get(id);
    return result?.kind === 'protected' && photoStatus(s, id) === 'protected' ? result.photo.bytes : null;
  });
}
