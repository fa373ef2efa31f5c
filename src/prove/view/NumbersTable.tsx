import type { ReactNode } from 'react';

interface Props {
  /** What opens it. */
  readonly summary: string;
  readonly caption: string;
  /** The first names what the rows are. */
  readonly head: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly ReactNode[] }[];
  readonly className?: string;
  /** What stands below it. */
  readonly children?: ReactNode;
}

/** What a chart shows as numbers, behind a line to press: for screen readers and for whoever wants them to the tenth. */
export function NumbersTable({ summary, caption, head, rows, className, children }: Props) {
  return (
    <details className={['numbers-table', className].filter(Boolean).join(' ')}>
      <summary>{summary}</summary>
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {head.map((name, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a heading is its column
              <th key={at} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cells }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
                <td key={at}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {children}
    </details>
  );
}
