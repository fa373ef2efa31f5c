import { number, text } from '../../locales/text.ts';
import type { Finding } from '../state/proveSession.ts';
import { NumbersTable } from './NumbersTable.tsx';
import { percentOf, type Rate, rangeText, readingsOf, readingText } from './verdict.ts';

/** The bars as numbers. */
export function BarsTable({ finding }: { readonly finding: Finding }) {
  const chance = text('prove.percent', { n: number(100 * finding.told.chance, 1) });
  return (
    <NumbersTable
      summary={text('prove.table')}
      caption={text('prove.chart')}
      head={[
        text('prove.reading.column'),
        text('prove.protected'),
        text('prove.original'),
        text('prove.chance'),
        text('prove.remark'),
      ]}
      rows={readingsOf(finding).map(one => ({
        name: readingText(one, finding.typical),
        cells: [
          <Share key="protected" of={one.protected} />,
          <Share key="original" of={one.original} />,
          chance,
          one.lacks ? text(`prove.lacks.${one.lacks}`) : '',
        ],
      }))}
    >
      <p className="numbers-range">{text('prove.range.what')}</p>
    </NumbersTable>
  );
}

function Share({ of }: { readonly of: Rate }) {
  return (
    <>
      {text('prove.percent', { n: number(percentOf(of), 1) })} <small>({rangeText(of)})</small>
    </>
  );
}
