import { useEffect, useState } from 'react';
import { number, text } from '../../../locales/text.ts';
import { Note } from '../../../ui/Note.tsx';
import { shareOf } from '../../core/decoy.ts';
import { theoryPictures } from '../../state/theoryPictures.ts';
import { DecoySum } from './DecoySum.tsx';
import { Dots } from './Dots.tsx';
import './pictures.css';

type Outcome = Awaited<ReturnType<typeof theoryPictures>>;

/** What protection is about, in three pictures: computed on the sample photographs when they are looked at. */
export function ThreePictures() {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    void theoryPictures(abort.signal).then(came => abort.signal.aborted || setOutcome(came));
    return () => abort.abort();
  }, []);
  if (outcome !== null && outcome.kind !== 'tried') {
    return outcome.kind === 'cancelled' ? null : <Note tone="warn">{text('theory.pictures.failed')}</Note>;
  }
  const of = (hits: { readonly right: number; readonly total: number } | undefined) =>
    hits ? number(100 * shareOf(hits)) : '…';
  return (
    <div className="pictures" aria-busy={outcome === null}>
      <figure className="picture">
        {outcome ? <DecoySum shown={outcome.shown} /> : <Waiting />}
        <figcaption>
          <strong>{text('theory.pictures.sum')}</strong> {text('theory.pictures.sum.what')}
        </figcaption>
      </figure>
      <figure className="picture">
        {outcome ? (
          <Dots
            name={text('theory.pictures.learnt.said', { n: of(outcome.right.protected) })}
            dots={outcome.protected}
          />
        ) : (
          <Waiting />
        )}
        <figcaption>
          <strong>{text('theory.pictures.learnt')}</strong>{' '}
          {text('theory.pictures.learnt.what', { n: of(outcome?.right.protected) })}
        </figcaption>
      </figure>
      <figure className="picture">
        {outcome ? (
          <Dots
            name={text('theory.pictures.misled.said', { n: of(outcome.right.misled) })}
            dots={outcome.original}
          />
        ) : (
          <Waiting />
        )}
        <figcaption>
          <strong>{text('theory.pictures.misled')}</strong>{' '}
          {text('theory.pictures.misled.what', {
            n: of(outcome?.right.misled),
            clean: of(outcome?.right.original),
          })}
        </figcaption>
      </figure>
    </div>
  );
}

/** Holds the place of a picture, so that nothing moves when it comes. */
function Waiting() {
  return (
    <div className="picture-waiting">
      <span>{text('prove.loading')}</span>
    </div>
  );
}
