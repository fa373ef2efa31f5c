import { number, text } from '../../locales/text.ts';
import type { CheckOutcome } from '../../state/actions.ts';
import { Note } from '../../ui/Note.tsx';

type Checked = Extract<CheckOutcome, { kind: 'checked' }>;

/** More names than this only make the page slow to read. */
const namesShown = 200;

/** What the comparison came to, in a sentence. */
export function resultText({ listed, check, dataset }: Checked): string {
  const { same, changed } = check;
  if (listed === 0) return text('check.empty');
  if (same === listed) return text('check.whole', { count: listed, n: number(listed) });
  // Not one photo at its place: this is something else altogether.
  if (same === 0 && changed.length === 0) return text('check.foreign', { dataset });
  return text('check.differs', { same: number(same), listed: number(listed) });
}

/** The sentence, and the lists behind it. */
export function CheckResult({ outcome }: { readonly outcome: Checked }) {
  const { check, listed, damaged } = outcome;
  const whole = listed > 0 && check.same === listed;
  const clean = whole && check.extra.length === 0 && damaged.length === 0;
  return (
    <>
      <Note tone={clean ? 'good' : whole ? 'plain' : 'bad'}>
        <b>{resultText(outcome)}</b>
      </Note>
      <Paths kind="damaged" paths={damaged} />
      <Paths kind="changed" paths={check.changed} />
      <Paths kind="missing" paths={check.missing} />
      <Paths kind="extra" paths={check.extra} />
    </>
  );
}

interface PathsProps {
  readonly kind: 'damaged' | 'changed' | 'missing' | 'extra';
  readonly paths: readonly string[];
}

function Paths({ kind, paths }: PathsProps) {
  if (paths.length === 0) return null;
  const more = paths.length - namesShown;
  return (
    <details className="check-paths">
      <summary>{text(`check.${kind}`, { count: paths.length, n: number(paths.length) })}</summary>
      <p className="field-help">{text(`check.${kind}.what`)}</p>
      <ul>
        {paths.slice(0, namesShown).map((path, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same path may be there twice, and the list does not change
          <li key={i}>{path}</li>
        ))}
        {more > 0 && <li>{text('check.more', { count: more, n: number(more) })}</li>}
      </ul>
    </details>
  );
}
