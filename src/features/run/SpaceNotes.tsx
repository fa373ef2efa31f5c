import { useEffect } from 'react';
import { gap, number, sentences, text } from '../../locales/text.ts';
import { counts } from '../../state/queries/counts.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { useAnnounce } from '../../ui/announce.tsx';
import { Button } from '../../ui/Button.tsx';
import { Note } from '../../ui/Note.tsx';
import { bytesText } from './bytesText.ts';

/** Too little room: said before a run, and when a run had to stop for it. */
export function SpaceNotes() {
  return (
    <>
      <Shortage />
      <DiskFull />
    </>
  );
}

function Shortage() {
  const shortage = useKeyveil(s => s.shortage);
  const { pending } = useKeyveil(counts);
  const { protect, dismissShortage } = useActions();
  const say = useAnnounce();
  const words =
    shortage &&
    text('space.what', {
      count: pending,
      n: number(pending),
      needed: bytesText(shortage.needed),
      free: bytesText(shortage.free),
      missing: bytesText(shortage.needed - shortage.free),
    });
  useEffect(() => {
    if (words !== null) say(sentences([text('space.title'), words]));
  }, [words, say]);
  if (words === null) return null;
  return (
    <Note
      tone="warn"
      trailing={<Button onClick={() => void protect(true)}>{text('space.anyway')}</Button>}
      onDismiss={dismissShortage}
    >
      <p>
        <b>{text('space.title')}</b> {words}
      </p>
      <p>{text('space.how')}</p>
    </Note>
  );
}

function DiskFull() {
  const full = useKeyveil(s => s.run.kind === 'ended' && s.run.how === 'storage-full');
  const { pending, failed } = useKeyveil(counts);
  const say = useAnnounce();
  useEffect(() => {
    if (full) say(text('space.full'));
  }, [full, say]);
  if (!full || pending + failed === 0) return null;
  return (
    <Note tone="bad">
      <b>{text('space.full')}</b>
      {gap()}
      {text('space.full.how', { count: pending + failed, n: number(pending + failed) })}
    </Note>
  );
}
