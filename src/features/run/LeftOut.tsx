import { useId } from 'react';
import { number, text } from '../../locales/text.ts';
import type { PhotoId } from '../../state/model/photos.ts';
import { useKeyveil } from '../../state/react.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { usePage } from '../commands/context.tsx';
import { takeBack } from '../commands/leaving.ts';

/** More than this many are counted, not listed; their tiles show them all. */
const mostListed = 100;

/** Photos that the person keeps out of the run: counted and named, so that none goes missing silently. */
export function LeftOut({ ids }: { readonly ids: readonly PhotoId[] }) {
  const page = usePage();
  const heading = useId();
  const rest = ids.length - mostListed;
  return (
    <section className="run-failed run-left-out" aria-labelledby={heading}>
      <div className="run-failed-head">
        <Icon name="eye-off" />
        <h2 id={heading}>{text('leave.title', { count: ids.length, n: number(ids.length) })}</h2>
        {ids.length > 1 && (
          <Button tone="link" onClick={() => takeBack(page, ids)}>
            {text('leave.allBack')}
          </Button>
        )}
      </div>
      <ul>
        {ids.slice(0, mostListed).map(id => (
          <LeftOutPhoto key={id} id={id} />
        ))}
        {rest > 0 && <li>{text('run.failed.more', { count: rest, n: number(rest) })}</li>}
      </ul>
      <p>{text('leave.warn')}</p>
    </section>
  );
}

function LeftOutPhoto({ id }: { readonly id: PhotoId }) {
  const page = usePage();
  const name = useKeyveil(s => s.photos.get(id)?.name ?? '');
  return (
    <li>
      <b>{name}</b>
      <Button tone="link" aria-label={text('leave.backNamed', { name })} onClick={() => takeBack(page, [id])}>
        {text('leave.back')}
      </Button>
    </li>
  );
}
