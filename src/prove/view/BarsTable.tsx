import { number, text } from '../../locales/text.ts';
import { isBelow } from '../core/proving.ts';
import type { Finding } from '../state/proveSession.ts';
import { percentOf, rangeText, sizeText, type ToldAt } from './verdict.ts';

/** The bars as numbers, for screen readers and for whoever wants them to the tenth. */
export function BarsTable({ finding: { told, basis, typical } }: { readonly finding: Finding }) {
  const chance = number(100 * told.chance, 1);
  const remark = text(basis.settings.method === 'cuda' ? 'prove.below.cuda' : 'prove.below');
  return (
    <details className="bars-table">
      <summary>{text('prove.table')}</summary>
      <table>
        <caption className="visually-hidden">{text('prove.chart')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('prove.size.column')}</th>
            <th scope="col">{text('prove.protected')}</th>
            <th scope="col">{text('prove.original')}</th>
            <th scope="col">{text('prove.chance')}</th>
            <th scope="col">{text('prove.remark')}</th>
          </tr>
        </thead>
        <tbody>
          {told.sizes.map(one => (
            <tr key={one.size}>
              <th scope="row">{sizeText(one.size, typical)}</th>
              <Share of={one.protected} />
              <Share of={one.original} />
              <td>{text('prove.percent', { n: chance })}</td>
              <td>{isBelow(one.size, basis.settings) ? remark : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Share({ of }: { readonly of: ToldAt['original'] }) {
  return (
    <td>
      {text('prove.percent', { n: number(percentOf(of), 1) })} <small>({rangeText(of)})</small>
    </td>
  );
}
