import { number, text } from '../../locales/text.ts';
import { warnings } from '../../state/queries/warnings.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { usePage } from '../commands/context.tsx';
import { LabelDot } from './LabelDot.tsx';
import { isShown, labelRows, specialCounts } from './rows.ts';
import './labels.css';

const kinds = ['all', 'unlabelled', 'failed'] as const;

/** The labels as a strip to swipe through; the list with everything else opens over the page. */
export function LabelChips() {
  const page = usePage();
  const actions = useActions();
  const rows = useKeyveil(labelRows);
  const special = useKeyveil(specialCounts);
  const filtered = useKeyveil(s => s.filtered);
  const warned = useKeyveil(s => warnings(s).length > 0);
  return (
    <nav className="label-chips" aria-label={text('labels.title')}>
      <Button className="chip" onClick={() => page.openDialog('labels')}>
        <Icon name={warned ? 'alert' : 'edit'} size={14} />
        {text('labels.title')}
      </Button>
      {kinds.map(kind => {
        const count = special[kind];
        if (count === null) return null;
        return (
          <Button
            key={kind}
            className="chip"
            aria-pressed={filtered.kind === kind}
            onClick={() => actions.show({ kind })}
          >
            {text(`labels.${kind}`)} <small>{number(count)}</small>
          </Button>
        );
      })}
      {rows.map(({ label, count, listed, fresh }) => (
        <Button
          key={label.id}
          className="chip"
          aria-pressed={isShown(filtered, label)}
          onClick={() =>
            actions.show(isShown(filtered, label) ? { kind: 'all' } : { kind: 'label', id: label.id })
          }
        >
          <LabelDot colour={label.colour} />
          <span>{label.name}</span>{' '}
          <small>{listed > 0 ? `${number(listed)} + ${number(fresh)}` : number(count)}</small>
        </Button>
      ))}
    </nav>
  );
}
