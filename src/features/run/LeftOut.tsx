import { number, text } from '../../locales/text.ts';
import type { PhotoId } from '../../state/model/photos.ts';
import { useKeyveil } from '../../state/react.tsx';
import { Button } from '../../ui/Button.tsx';
import { usePage } from '../commands/context.tsx';
import { takeBack } from '../commands/leaving.ts';
import { PhotosNamed } from './PhotosNamed.tsx';

/** Photos that the person keeps out of the run: counted and named, so that none goes missing silently. */
export function LeftOut({ ids }: { readonly ids: readonly PhotoId[] }) {
  const page = usePage();
  return (
    <PhotosNamed
      ids={ids}
      icon="eye-off"
      title={text('leave.title', { count: ids.length, n: number(ids.length) })}
      className="run-left-out"
      actions={
        ids.length > 1 && (
          <Button tone="link" onClick={() => takeBack(page, ids)}>
            {text('leave.allBack')}
          </Button>
        )
      }
      item={id => <LeftOutPhoto key={id} id={id} />}
    >
      <p>{text('leave.warn')}</p>
    </PhotosNamed>
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
