import { useEffect } from 'react';
import { text } from '../../locales/text.ts';
import { useKeyveil } from '../../state/react.tsx';
import { useAnnounce } from '../../ui/announce.tsx';
import { Button } from '../../ui/Button.tsx';
import { pageOffline } from './browserOffline.ts';
import { useOffline } from './offlineReact.ts';

/** Offers a new version. Never during a run, and nothing happens until somebody says so. */
export function UpdateNote() {
  const { update } = useOffline();
  const busy = useKeyveil(s => s.run.kind === 'running' || s.run.kind === 'cancelling');
  const empty = useKeyveil(s => s.arrangement.order.length === 0);
  const say = useAnnounce();
  const shown = update === 'waiting' && !busy;
  useEffect(() => {
    if (shown) say(text('update.title'));
  }, [shown, say]);
  if (!shown) return null;
  const kept = pageOffline.keepsWork() ? 'update.kept' : 'update.lost';
  return (
    <section className="update-note" aria-label={text('update.title')}>
      <p>
        <b>{text('update.title')}</b>
      </p>
      <p>{text(empty ? 'update.plain' : kept)}</p>
      <div className="update-buttons">
        <Button onClick={pageOffline.putOff}>{text('update.later')}</Button>
        <Button tone="primary" onClick={pageOffline.update}>
          {text('update.reload')}
        </Button>
      </div>
    </section>
  );
}
