import { useState } from 'react';
import { text } from '../../../locales/text.ts';
import { Charts } from './Charts.tsx';
import { Clouds } from './Clouds.tsx';
import { Knobs, type Values } from './Knobs.tsx';
import { Outcome } from './Outcome.tsx';
import { ThreePictures } from './ThreePictures.tsx';
import './theory.css';
import { Jargon } from '../../../ui/Jargon.tsx';

const start: Values = { a1: 0.4, aMinus1: 0.1, norm: 1, d: 16 };

/** Three pictures of what happens; then the paper's Gaussian mixture, to play with and to read about. */
export default function TheoryView() {
  const [values, setValues] = useState(start);
  return (
    <article className="theory">
      <section className="theory-text">
        <h2>{text('theory.title')}</h2>
        <p>{text('theory.short')}</p>
      </section>
      <ThreePictures />
      <section className="theory-text">
        <p>{text('theory.pictures.how')}</p>
        <h3>{text('theory.clouds.title')}</h3>
        <p>
          <Jargon words={text('theory.clouds')} />
        </p>
        <p>{text('theory.filter')}</p>
      </section>
      <div className="theory-play">
        <Clouds values={values} />
        <div className="theory-side">
          <Knobs values={values} onChange={setValues} />
          <Outcome values={values} />
        </div>
      </div>
      <section className="theory-text">
        <h3>{text('theory.rule.title')}</h3>
        <p>
          <Jargon words={text('theory.rule')} />
        </p>
        <p className="theory-formula">{text('theory.rule.formula')}</p>
        <p>{text('theory.rule.parts')}</p>
        <p>{text('theory.sine')}</p>
      </section>
      <section className="theory-text">
        <h3>{text('theory.charts.title')}</h3>
        <p>{text('theory.charts.what')}</p>
      </section>
      <Charts values={values} />
      <section className="theory-text">
        <h3>{text('theory.bound.title')}</h3>
        <p>
          <Jargon words={text('theory.bound')} />
        </p>
        <h3>{text('theory.photos.title')}</h3>
        <p>
          <Jargon words={text('theory.photos')} />
        </p>
      </section>
    </article>
  );
}
