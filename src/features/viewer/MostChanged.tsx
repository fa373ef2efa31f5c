import { useEffect } from 'react';
import { number, text } from '../../locales/text.ts';
import type { PhotoId } from '../../state/model/photos.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { useAnnounce } from '../../ui/announce.tsx';
import { Button } from '../../ui/Button.tsx';
import { useMostChanged } from './useMostChanged.ts';

/** Finds the three photos that change most, and leads to them. */
export function MostChanged() {
  const { survey, start, stop } = useMostChanged();
  const { lookAt } = useActions();
  const say = useAnnounce();
  const found = survey.kind === 'found' ? survey : null;
  useEffect(() => {
    if (!found) return;
    say(text('most.found', { count: found.of, n: number(found.of) }));
    const first = found.ids[0];
    if (first !== undefined) lookAt(first);
  }, [found, lookAt, say]);

  if (survey.kind === 'measuring') {
    return (
      <>
        <span>{text('most.measuring', { done: number(survey.done), total: number(survey.total) })}</span>
        <Button tone="link" onClick={stop}>
          {text('most.stop')}
        </Button>
      </>
    );
  }
  if (!found || found.ids.length === 0) {
    return (
      <Button tone="link" onClick={start}>
        {text('most.show')}
      </Button>
    );
  }
  return (
    <span className="viewer-most">
      <span>{text('most.name')}</span>
      {found.ids.map(id => (
        <Jump key={id} id={id} onPick={lookAt} />
      ))}
    </span>
  );
}

function Jump({ id, onPick }: { readonly id: PhotoId; readonly onPick: (id: PhotoId) => void }) {
  const name = useKeyveil(s => s.photos.get(id)?.name ?? '');
  const here = useKeyveil(s => s.selection.current === id);
  return (
    <Button tone="link" aria-current={here ? true : undefined} onClick={() => onPick(id)}>
      {name}
    </Button>
  );
}
