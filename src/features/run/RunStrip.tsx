import { counts, failedPhotos, leftOutPhotos } from '../../state/queries/counts.ts';
import { weakKey } from '../../state/queries/weakKey.ts';
import { useKeyveil } from '../../state/react.tsx';
import { KeyNotes } from '../key/KeyNotes.tsx';
import { SavePanel } from '../save/SavePanel.tsx';
import { CleanCopies } from './CleanCopies.tsx';
import { FailedList } from './FailedList.tsx';
import { LeftOut } from './LeftOut.tsx';
import { Outdated } from './Outdated.tsx';
import { SpaceNotes } from './SpaceNotes.tsx';

/** What belongs to the moment, with the photos: a word before the first run, and what came of it. */
export function RunStrip() {
  const { labelled, protected: done, before, outdated } = useKeyveil(counts);
  const failed = useKeyveil(failedPhotos);
  const leftOut = useKeyveil(leftOutPhotos);
  const run = useKeyveil(s => s.run);
  const shortage = useKeyveil(s => s.shortage !== null);
  // Whoever brings a receipt has been told.
  const fresh = useKeyveil(
    s => s.results.size === 0 && s.reopened === null && !s.preferences.cleanCopiesRead,
  );

  const weak = useKeyveil(s => weakKey(s) !== null);
  const forgotten = useKeyveil(s => s.keyForgotten !== null);
  if (run.kind === 'running' || run.kind === 'cancelling') return null;
  const word = fresh && labelled > 0;
  // What an open receipt lists was taken away when it was made.
  const made = done - before;
  const short = shortage || (run.kind === 'ended' && run.how === 'storage-full');
  if (
    !word &&
    !short &&
    !weak &&
    !forgotten &&
    made === 0 &&
    outdated === 0 &&
    failed.length + leftOut.length === 0
  )
    return null;
  return (
    <div className="run-strip">
      <KeyNotes />
      <SpaceNotes />
      {word && <CleanCopies />}
      {failed.length > 0 && <FailedList ids={failed} />}
      {leftOut.length > 0 && <LeftOut ids={leftOut} />}
      {outdated > 0 && <Outdated count={outdated} />}
      {made > 0 && <SavePanel />}
    </div>
  );
}
