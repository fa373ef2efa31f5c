import { number, text } from '../../locales/text.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { type SpecialKind, specialCounts } from './rows.ts';
import { useDropOnLabel } from './useDropOnLabel.ts';

const icons = { all: 'image', unlabelled: 'label', failed: 'alert' } as const satisfies Record<
  SpecialKind,
  IconName
>;
const kinds = ['all', 'unlabelled', 'failed'] as const;

/** All photos, those without a label, and those that failed. */
export function SpecialRows() {
  const counted = useKeyveil(specialCounts);
  return kinds.map(kind => {
    const count = counted[kind];
    return count === null ? null : <SpecialRow key={kind} kind={kind} count={count} />;
  });
}

function SpecialRow({ kind, count }: { readonly kind: SpecialKind; readonly count: number }) {
  const on = useKeyveil(s => s.filtered.kind === kind);
  const actions = useActions();
  const drop = useDropOnLabel(null);
  return (
    <li className={on ? 'label label-on' : 'label'} {...(kind === 'unlabelled' ? drop : {})}>
      <button type="button" className="label-main" aria-pressed={on} onClick={() => actions.show({ kind })}>
        <span className={`label-emblem label-emblem-${kind}`}>
          <Icon name={icons[kind]} />
        </span>
        <span className="label-words">
          <b>{text(`labels.${kind}`)}</b>
          <small>{text('labels.photos', { count, n: number(count) })}</small>
        </span>
      </button>
    </li>
  );
}
