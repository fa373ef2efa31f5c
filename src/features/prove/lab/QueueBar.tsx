import { useStore } from 'zustand';
import { text } from '../../../locales/text.ts';
import { hasEnded } from '../../../state/labQueue.ts';
import type { LabSession } from '../../../state/labSession.ts';
import { Button } from '../../../ui/Button.tsx';

/** What can be done to all runs at once; there only while there are several. */
export function QueueBar({ session }: { readonly session: LabSession }) {
  const runs = useStore(session.store, s => s.runs);
  const held = useStore(session.store, s => s.held);
  const going = runs.filter(run => !hasEnded(run)).length;
  const ended = runs.length - going;
  if (going < 2 && ended === 0 && !held) return null;
  return (
    <section className="lab-queue" aria-label={text('lab.queue')}>
      {going > 0 && (
        <>
          {held ? (
            <Button tone="quiet" onClick={session.resumeAll}>
              {text('lab.resumeAll')}
            </Button>
          ) : (
            <Button tone="quiet" onClick={session.pauseAll}>
              {text('lab.pauseAll')}
            </Button>
          )}
          <Button tone="quiet" onClick={session.stopAll}>
            {text('lab.stopAll')}
          </Button>
        </>
      )}
      {ended > 0 && (
        <Button tone="quiet" onClick={session.removeEnded}>
          {text('lab.removeEnded')}
        </Button>
      )}
      {held && <span className="lab-held">{text('lab.held')}</span>}
    </section>
  );
}
