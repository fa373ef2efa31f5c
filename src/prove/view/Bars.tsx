import { number, text } from '../../locales/text.ts';
import { ownSize } from '../core/proving.ts';
import { wilsonInterval } from '../core/wilson.ts';
import type { Finding } from '../state/proveSession.ts';
import { percentOf, type Rate, type Reading, readingsOf, sizeText } from './verdict.ts';

interface Props {
  readonly finding: Finding;
  /** Size of the row that shows the decoy best, as {@link Reading} has it. */
  readonly best: Reading['size'];
}

/** Two bars a reading, protected photos and originals, against chance. The table beside it says the same. */
export function Bars({ finding, best }: Props) {
  const chance = 100 * finding.told.chance;
  const [colours, ...spectra] = readingsOf(finding);
  const rowsOf = (readings: readonly Reading[]) =>
    readings.map(one => (
      <Row key={one.size} typical={finding.typical} one={one} chance={chance} best={one.size === best} />
    ));
  return (
    <div className="bars" aria-hidden="true">
      <p className="bars-legend">
        <span className="legend-key bars-key">{text('prove.protected')}</span>
        <span className="legend-key bars-key bars-key-original">{text('prove.original')}</span>
        <span className="legend-key bars-key bars-key-chance">
          {text('prove.chance')} {text('prove.percent', { n: number(chance) })}
        </span>
      </p>
      <p className="bars-direction">{text('prove.direction')}</p>
      {colours && rowsOf([colours])}
      <p className="bars-group">{text('prove.structures')}</p>
      {rowsOf(spectra)}
    </div>
  );
}

interface RowProps {
  readonly typical: number;
  readonly one: Reading;
  readonly chance: number;
  readonly best: boolean;
}

/** Heights in CSS pixels; widths in per cent of the row. */
const barHeight = 18;
const gap = 4;
const height = 2 * barHeight + gap;

function Row({ typical, one, chance, best }: RowProps) {
  return (
    <div className={one.lacks ? 'bars-row bars-below' : 'bars-row'}>
      <span className="bars-size">
        {nameOf(one, typical)}
        {one.size === ownSize && <small>{text('prove.size', { n: number(typical) })}</small>}
        {one.size === null && <small>{text('prove.colours.sizes')}</small>}
        {one.lacks && <small>{text(`prove.lacks.${one.lacks}`)}</small>}
        {best && <small className="bars-best">{text('prove.best')}</small>}
      </span>
      <svg className="bars-chart" width="100%" height={height} aria-hidden="true">
        <Bar kind="protected" y={0} rate={one.protected} />
        <Bar kind="original" y={barHeight + gap} rate={one.original} />
        <line className="bars-chance" x1={`${chance}%`} x2={`${chance}%`} y1="-2" y2={height + 2} />
      </svg>
      <span className="bars-values">
        <span>{text('prove.percent', { n: number(percentOf(one.protected)) })}</span>
        <span>{text('prove.percent', { n: number(percentOf(one.original)) })}</span>
      </span>
    </div>
  );
}

function nameOf({ size }: Reading, typical: number): string {
  if (size === null) return text('prove.colours');
  return size === ownSize ? text('prove.size.ownShort') : sizeText(size, typical);
}

interface BarProps {
  readonly kind: 'protected' | 'original';
  readonly y: number;
  readonly rate: Rate;
}

/** A bar, and over it how far the true share may lie from its end. */
function Bar({ kind, y, rate }: BarProps) {
  const { low, high } = wilsonInterval(rate.right, rate.total);
  const middle = y + barHeight / 2;
  return (
    <>
      <rect className="bars-ground" y={y} width="100%" height={barHeight} rx="4" />
      <rect className={`bars-${kind}`} y={y} width={`${percentOf(rate)}%`} height={barHeight} rx="4" />
      <line className="bars-reach" x1={`${100 * low}%`} x2={`${100 * high}%`} y1={middle} y2={middle} />
    </>
  );
}
