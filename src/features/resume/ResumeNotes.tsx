import { useState } from 'react';
import { moment, number, text } from '../../locales/text.ts';
import { counts } from '../../state/queries/counts.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { useAnnounce } from '../../ui/announce.tsx';
import { Button } from '../../ui/Button.tsx';
import { Note } from '../../ui/Note.tsx';
import { usePage } from '../commands/context.tsx';
import { fingerprint } from '../key/fingerprint.ts';

/** Words about what outlives the page: earlier work, files to be given again, and other tabs. */
export function ResumeNotes() {
  return (
    <>
      <EarlierWork />
      <MissingFiles />
      <OtherKey />
      <OtherTab />
    </>
  );
}

function EarlierWork() {
  const earlier = useKeyveil(s => s.earlier);
  const photosHere = useKeyveil(s => s.arrangement.order.length > 0);
  const { goOn, discardEarlier } = useActions();
  const say = useAnnounce();
  if (!earlier) return null;
  const discard = async () => {
    await discardEarlier();
    say(text('resume.discarded'));
  };
  return (
    <Note
      tone="good"
      trailing={
        <span className="resume-buttons">
          {!photosHere && (
            <Button tone="primary" onClick={() => void goOn()}>
              {text('resume.goOn')}
            </Button>
          )}
          <Button tone="link" onClick={() => void discard()}>
            {text('resume.discard')}
          </Button>
        </span>
      }
    >
      <p>
        <b>{text('resume.earlier')}</b>
      </p>
      <p>
        {text('resume.earlier.what', {
          count: earlier.photos,
          n: number(earlier.photos),
          protected: number(earlier.protected),
          when: moment(earlier.savedAt),
        })}
      </p>
      {photosHere && <p>{text('resume.startOverFirst')}</p>}
    </Note>
  );
}

function MissingFiles() {
  const { missing } = useKeyveil(counts);
  const { addFolder } = usePage();
  if (missing === 0) return null;
  return (
    <Note
      tone="warn"
      trailing={
        <Button tone="link" data-lead="files" onClick={addFolder}>
          {text('intake.addFolder')}
        </Button>
      }
    >
      <p>{text('resume.missing', { count: missing, n: number(missing) })}</p>
      <p>{text('resume.missing.how')}</p>
    </Note>
  );
}

/** Somebody comes back to finished photos with a key that did not make them. */
function OtherKey() {
  const expected = useKeyveil(s => {
    const other = s.key.kind === 'ready' && s.lastKeyCheck !== null && s.key.keyCheck !== s.lastKeyCheck;
    return other && s.results.size > 0 ? s.lastKeyCheck : null;
  });
  if (expected === null) return null;
  return <Note tone="warn">{text('resume.otherKey', { check: fingerprint(expected) })}</Note>;
}

function OtherTab() {
  const otherTab = useKeyveil(s => s.otherTab);
  const [read, setRead] = useState(false);
  if (!otherTab || read) return null;
  return (
    <Note
      trailing={
        <Button tone="link" onClick={() => setRead(true)}>
          {text('common.understood')}
        </Button>
      }
    >
      {text('resume.otherTab')}
    </Note>
  );
}
