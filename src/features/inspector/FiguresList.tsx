import type { ReactNode } from 'react';
import { text } from '../../locales/text.ts';
import type { Photo } from '../../state/model/photos.ts';
import { photoStatus } from '../../state/queries/photoStatus.ts';
import { useKeyveil } from '../../state/react.tsx';
import { Jargon } from '../../ui/Jargon.tsx';
import { bytesText } from '../run/bytesText.ts';
import { brightnessWords, looksLike, psnrWords, ssimWords } from './figureWords.ts';
import type { After } from './subject.ts';
import { useFigures } from './useFigures.ts';

interface Props {
  readonly photo: Photo;
  readonly after: After;
}

/** What protection does to the photo, in four figures with a sentence each. */
export function FiguresList({ photo, after }: Props) {
  const treatment = after.kind === 'ready' ? after.treatment : null;
  const { figures, stale } = useFigures(photo.id, treatment);
  const method = useKeyveil(s => s.settings.method);
  const bytes = useProtectedBytes(photo.id);
  if (after.kind !== 'ready' && after.kind !== 'updating') return null;
  const pending = text('inspector.figures.pending');
  return (
    <section className="figures-list" aria-label={text('inspector.figures')} aria-busy={stale}>
      <dl>
        <Figure
          name={text('inspector.figures.ssim')}
          value={figures ? ssimWords(figures.ssim) : pending}
          stale={stale}
        >
          {text('inspector.figures.ssim.about')}
        </Figure>
        <Figure
          name={text('inspector.figures.psnr')}
          value={figures ? psnrWords(figures.psnr) : pending}
          stale={stale}
        >
          {text(
            figures ? `inspector.figures.psnr.${looksLike(figures.psnr)}` : 'inspector.figures.psnr.about',
          )}
        </Figure>
        <Figure
          name={text('inspector.figures.brightness')}
          value={figures ? brightnessWords(figures.brightness) : pending}
          stale={stale}
        >
          {text(`inspector.figures.brightness.${method}`)}
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
      {figures && !figures.whole && <p className="inspector-hint">{text('inspector.figures.patches')}</p>}
    </section>
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
