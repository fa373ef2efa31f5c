import { number, text } from '../../../../locales/text.ts';
import type { Answers } from '../../../core/experiment.ts';

interface Props {
  readonly labels: readonly string[];
  readonly answers: Answers;
}

/** Shades from none to all of a row. */
const shades = 8;

/** What a model takes for what: photos by their right label and by the label said. */
export function Confusion({ labels, answers: { confusion } }: Props) {
  return (
    <section className="lab-confusion">
      <h4>{text('lab.confusion')}</h4>
      <p className="lab-about">{text('lab.confusion.what')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, which the keyboard must reach */}
      <section className="lab-matrix" tabIndex={0} aria-label={text('lab.confusion')}>
        <table>
          <caption className="visually-hidden">{text('lab.confusion.what')}</caption>
          <thead>
            <tr>
              <th scope="col">{text('lab.confusion.right')}</th>
              {labels.map(label => (
                <th key={label} scope="col" title={label}>
                  <span>{label}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {labels.map((label, right) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {labels.map((said, at) => (
                  <Cell
                    key={said}
                    count={confusion[right]?.[at] ?? 0}
                    of={(confusion[right] ?? []).reduce((sum, n) => sum + n, 0)}
                    right={right === at}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

interface CellProps {
  readonly count: number;
  /** All of its row. */
  readonly of: number;
  readonly right: boolean;
}

function Cell({ count, of, right }: CellProps) {
  const shade = of === 0 ? 0 : Math.ceil((shades * count) / of);
  return <td className={`lab-shade-${shade}${right ? ' lab-right' : ''}`}>{number(count)}</td>;
}
