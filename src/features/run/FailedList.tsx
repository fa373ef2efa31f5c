import { number, text } from '../../locales/text.ts';
import type { PhotoId, Result } from '../../state/model/photos.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { Button } from '../../ui/Button.tsx';
import { CopyDetails } from '../../ui/CopyDetails.tsx';
import { failureText } from '../../ui/failureText.ts';
import { PhotosNamed } from './PhotosNamed.tsx';

/** Photos that could not be protected, with the reason and what to do. */
export function FailedList({ ids }: { readonly ids: readonly PhotoId[] }) {
  const { retry } = useActions();
  const mistaken = useKeyveil(s => ids.some(id => isMistake(s.results.get(id))));
  return (
    <PhotosNamed
      ids={ids}
      icon="alert"
      className="run-failed"
      title={text('run.failed', { count: ids.length, n: number(ids.length) })}
      actions={
        <>
          {ids.length > 1 && (
            <Button tone="link" onClick={() => void retry()}>
              {text('run.failed.all')}
            </Button>
          )}
          {mistaken && <CopyDetails />}
        </>
      }
      item={id => <FailedPhoto key={id} id={id} />}
    />
  );
}

function isMistake(result: Result | undefined): boolean {
  return result?.kind === 'failed' && result.reason.kind === 'unexpected';
}

function FailedPhoto({ id }: { readonly id: PhotoId }) {
  const name = useKeyveil(s => s.photos.get(id)?.name ?? '');
  const result = useKeyveil(s => s.results.get(id));
  const { retry } = useActions();
  if (result?.kind !== 'failed') return null;
  return (
    <li>
      <b>{name}</b>
      <span>{failureText(result.reason)}</span>
      <Button
        tone="link"
        aria-label={text('run.failed.againNamed', { name })}
        onClick={() => void retry([id])}
      >
        {text('run.failed.again')}
      </Button>
    </li>
  );
}
