import { counts, failedPhotos } from '../../state/queries/counts.ts';
import { useKeyveil } from '../../state/react.tsx';
import { CleanCopies } from './CleanCopies.tsx';
import { FailedList } from './FailedList.tsx';
import { Outdated } from './Outdated.tsx';
import { ProgressPanel } from './ProgressPanel.tsx';
import { SavePanel } from './SavePanel.tsx';
import { SpaceNotes } from './SpaceNotes.tsx';

/** What belongs to the moment: a word before the first run, progress, and what came of it. */
export function RunStrip() {
  const { labelled, protected: done, before, outdated } = useKeyveil(counts);
  const failed = useKeyveil(failedPhotos);
  const run = useKeyveil(s => s.run);
  const shortage = useKeyveil(s => s.shortage !== null);
  const fresh = useKeyveil(s => s.results.size === 0 && !s.preferences.cleanCopiesRead);

  if (run.kind === 'running' || run.kind === 'cancelling') {
    return (
      <div className="run-strip">
        <ProgressPanel run={run} />
      </div>
    );
  }
  const word = fresh && labelled > 0;
  // What an open receipt lists was taken away when it was made.
  const made = done - before;
  const short = shortage || (run.kind === 'ended' && run.how === 'storage-full');
  if (!word && !short && made === 0 && outdated === 0 && failed.length === 0) return null;
  return (
    <div className="run-strip">
      <SpaceNotes />
      {word && <CleanCopies />}
      {failed.length > 0 && <FailedList ids={failed} />}
      {outdated > 0 && <Outdated count={outdated} />}
      {made > 0 && <SavePanel />}
    </div>
  );
}
