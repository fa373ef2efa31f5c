import type { Filter } from '../../../core/filter/filter.ts';
import { text } from '../../../locales/text.ts';

/** The weights as a table, in rows. */
export function FilterNumbers({ filter }: { readonly filter: Filter }) {
  const rows = Array.from({ length: filter.size }, (_, row) =>
    filter.weights.slice(row * filter.size, (row + 1) * filter.size),
  );
  const greatest = Math.max(...filter.weights);
  return (
    // The paper's larger filters are wider than the column: the table scrolls, by keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className="filter-numbers" tabIndex={0} aria-label={text('inspector.numbers.caption')}>
      <table>
        <tbody>
          {rows.map((weights, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a weight is its place
            <tr key={row}>
              {weights.map((weight, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a weight is its place
                <td key={column} className={weight === greatest ? 'filter-centre' : undefined}>
                  {weight.toFixed(3)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
