import { useId } from 'react';
import { moment, number, text } from '../../locales/text.ts';
import type { RecentSet } from '../../state/model/recent.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { usePage } from '../commands/context.tsx';
import './recent.css';

/** Sets of earlier visits: a press opens one, so that photos can be added to it. */
export function RecentSets() {
  const sets = useKeyveil(s => s.recentSets);
  const heading = useId();
  return (
    <section className="recent" aria-labelledby={heading}>
      <h3 id={heading}>{text('recent.title')}</h3>
      <ul>
        {sets.map(set => (
          <Recent key={set.dataset} {...set} />
        ))}
      </ul>
      <p className="field-help">{text('recent.what')}</p>
    </section>
  );
}

function Recent({ dataset, savedAt, photos, labels }: RecentSet) {
  const page = usePage();
  const { openRecentSet, forgetRecentSet } = useActions();
  const remove = async () => {
    const back = await forgetRecentSet(dataset);
    page.say(text('recent.removed', { dataset }), {
      label: text('command.undo'),
      perform: () => void back(),
    });
  };
  return (
    <li>
      <Button tone="link" icon="file" onClick={() => void openRecentSet(dataset)}>
        {dataset}
      </Button>
      <small>
        {text('recent.holds', {
          photos: text('grid.photos', { count: photos, n: number(photos) }),
          labels: text('grid.labels', { count: labels, n: number(labels) }),
          when: moment(savedAt),
        })}
      </small>
      <IconButton icon="close" label={text('recent.remove', { dataset })} onClick={() => void remove()} />
    </li>
  );
}
