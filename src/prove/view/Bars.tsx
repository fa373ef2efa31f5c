import { number, text } from '../../locales/text.ts';
import { isBelow, ownSize } from '../core/proving.ts';
import type { Finding } from '../state/proveSession.ts';
import { percentOf, sizeText, type ToldAt } from './verdict.ts';

/** Two bars a training size, originals and protected, against chance. The table beside it says the same. */
export function Bars({ finding }: { readonly finding: Finding }) {
  const { told, basis } = finding;
  const chance = 100 * told.chance;
  return (
    <div className="bars" aria-hidden="true">
      <p className="bars-legend">
        <span className="bars-key bars-key-protected">{text('prove.protected')}</span>
        <span className="bars-key bars-key-original">{text('prove.original')}</span>
        <span className="bars-key bars-key-chance">
          {text('prove.chance')} {text('prove.percent', { n: number(chance) })}
        </span>
      </p>
      {told.sizes.map(one => (
        <Row
          key={one.size}
          typical={finding.typical}
          one={one}
          chance={chance}
          below={isBelow(one.size, basis.settings)}
          veil={basis.settings.method !== 'cuda'}
        />
      ))}
    </div>
  );
}

interface RowProps {
  readonly typical: number;
  readonly one: ToldAt;
  readonly chance: number;
  readonly below: boolean;
  readonly veil: boolean;
}

/** Heights in CSS pixels; widths in per cent of the row. */
const barHeight = 18;
const gap = 4;
const height = 2 * barHeight + gap;

function Row({ typical, one, chance, below, veil }: RowProps) {
  const after = percentOf(one.protected);
  const before = percentOf(one.original);
  return (
    <div className={below ? 'bars-row bars-below' : 'bars-row'}>
      <span className="bars-size">
        {one.size === ownSize ? text('prove.size.ownShort') : sizeText(one.size, typical)}
        {one.size === ownSize && <small>{text('prove.size', { n: number(typical) })}</small>}
        {below && <small>{text(veil ? 'prove.below' : 'prove.below.cuda')}</small>}
      </span>
      <svg className="bars-chart" width="100%" height={height} aria-hidden="true">
        <rect className="bars-ground" width="100%" height={barHeight} rx="4" />
        <rect className="bars-ground" y={barHeight + gap} width="100%" height={barHeight} rx="4" />
        <rect className="bars-protected" width={`${after}%`} height={barHeight} rx="4" />
        <rect className="bars-original" y={barHeight + gap} width={`${before}%`} height={barHeight} rx="4" />
        <line className="bars-chance" x1={`${chance}%`} x2={`${chance}%`} y1="-2" y2={height + 2} />
      </svg>
      <span className="bars-values">
        <span>{text('prove.percent', { n: number(after) })}</span>
        <span>{text('prove.percent', { n: number(before) })}</span>
      </span>
    </div>
  );
}
