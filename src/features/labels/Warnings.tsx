import { oddCharacters } from '../../core/labels/lookalike.ts';
import { withUnseenShown } from '../../core/labels/unseen.ts';
import { gap, list, number, text } from '../../locales/text.ts';
import type { Label } from '../../state/model/labels.ts';
import { warnings } from '../../state/queries/warnings.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { Button } from '../../ui/Button.tsx';
import { Note } from '../../ui/Note.tsx';
import { usePage } from '../commands/context.tsx';

/** Where protection will be weak, and why. */
export function Warnings() {
  const all = useKeyveil(warnings);
  const small = all.filter(one => one.kind === 'small-label');
  const unlabelled = all.find(one => one.kind === 'unlabelled');
  const lookalike = all.find(one => one.kind === 'lookalike');
  return (
    <div className="warnings">
      {lookalike && <Lookalike {...lookalike} />}
      {unlabelled && <Unlabelled count={unlabelled.count} />}
      {small.length > 0 && <SmallLabels small={small} />}
    </div>
  );
}

/** The first of them; the next is told when this one is settled. */
function Lookalike({ plain, odd }: { readonly plain: Label; readonly odd: Label }) {
  const actions = useActions();
  const words = {
    a: withUnseenShown(plain.name),
    b: withUnseenShown(odd.name),
    odd: withUnseenShown(odd.name),
    characters: list(oddCharacters(odd.name)),
  };
  return (
    <Note tone="warn">
      {text('warning.lookalike', words)}
      {gap()}
      <Button tone="link" onClick={() => actions.renameLabel(odd.id, plain.name)}>
        {text('warning.makeOne')}
      </Button>
    </Note>
  );
}

function SmallLabels({
  small,
}: {
  readonly small: readonly { readonly label: Label; readonly count: number }[];
}) {
  const page = usePage();
  const fewest = small.reduce((least, one) => (one.count < least.count ? one : least));
  const which = { label: fewest.label.name, count: fewest.count, n: number(fewest.count) };
  return (
    <Note tone="warn">
      {small.length === 1
        ? text('warning.smallLabel', which)
        : text('warning.smallLabels', { ...which, labels: number(small.length) })}
      {gap()}
      {text('warning.smallWhy')}
      {gap()}
      <Button tone="link" onClick={() => page.openDialog('measured')}>
        {text('warning.measured')}
      </Button>
    </Note>
  );
}

function Unlabelled({ count }: { readonly count: number }) {
  const actions = useActions();
  return (
    <Note tone="warn">
      {text('warning.unlabelled', { count, n: number(count) })}
      {gap()}
      <Button tone="link" onClick={() => actions.show({ kind: 'unlabelled' })}>
        {text('warning.showThem')}
      </Button>
    </Note>
  );
}
