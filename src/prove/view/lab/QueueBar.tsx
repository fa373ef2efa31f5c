import { useStore } from 'zustand';
import { number, remarks, text } from '../../../locales/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { isActive } from '../../state/labQueue.ts';
import type { LabSession } from '../../state/labSession.ts';

/** What can be done to all runs at once; there only while there is something to do. */
export function QueueBar({ session }: { readonly session: LabSession }) {
  const runs = useStore(session.store, s => s.runs);
  const held = useStore(session.store, s => s.held);
  const going = runs.filter(isActive).length;
  const waiting = runs.filter(({ state }) => state.kind === 'waiting').length;
  const ended = runs.length - going - waiting;
  if (runs.length === 0) return null;
  return (
    <section className="lab-queue" aria-label={text('lab.queue')}>
      <span className="lab-counts">
        {held && going + waiting > 0 ? text('lab.held') : countsText(going, waiting)}
      </span>
      {going + waiting > 0 && (
        <>
          <Button tone="link" onClick={held ? session.resumeAll : session.pauseAll}>
            {text(held ? 'lab.resumeAll' : 'lab.pauseAll')}
          </Button>
          <Button tone="link" onClick={session.stopAll}>
            {text('lab.stopAll')}
          </Button>
        </>
      )}
      {ended > 0 && (
        <Button tone="link" onClick={session.removeEnded}>
          {text('lab.removeEnded')}
        </Button>
      )}
    </section>
  );
}

function countsText(going: number, waiting: number): string {
  if (going + waiting === 0) return text('lab.allEnded');
  return remarks([
    going > 0 && text('lab.going', { count: going, n: number(going) }),
    waiting > 0 && text('lab.waiting', { count: waiting, n: number(waiting) }),
  ]);
}
