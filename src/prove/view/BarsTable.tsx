import { number, text } from '../../locales/text.ts';
import type { Finding } from '../state/proveSession.ts';
import { percentOf, type Rate, rangeText, readingsOf, readingText } from './verdict.ts';

/** The bars as numbers, for screen readers and for whoever wants them to the tenth. */
export function BarsTable({ finding }: { readonly finding: Finding }) {
  const chance = number(100 * finding.told.chance, 1);
  return (
    <details className="bars-table">
      <summary>{text('prove.table')}</summary>
      <table>
        <caption className="visually-hidden">{text('prove.chart')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('prove.reading.column')}</th>
            <th scope="col">{text('prove.protected')}</th>
            <th scope="col">{text('prove.original')}</th>
            <th scope="col">{text('prove.chance')}</th>
            <th scope="col">{text('prove.remark')}</th>
          </tr>
        </thead>
        <tbody>
          {readingsOf(finding).map(one => (
            <tr key={one.size}>
              <th scope="row">{readingText(one, finding.typical)}</th>
              <Share of={one.protected} />
              <Share of={one.original} />
              <td>{text('prove.percent', { n: chance })}</td>
              <td>{one.lacks ? text(`prove.lacks.${one.lacks}`) : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="bars-range">{text('prove.range.what')}</p>
    </details>
  );
}

function Share({ of }: { readonly of: Rate }) {
  return (
    <td>
      {text('prove.percent', { n: number(percentOf(of), 1) })} <small>({rangeText(of)})</small>
    </td>
  );
}
