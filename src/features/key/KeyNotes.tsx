import { number, text } from '../../locales/text.ts';
import { weakKey } from '../../state/queries/weakKey.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { Note } from '../../ui/Note.tsx';
import { Switch } from '../../ui/Switch.tsx';

/** What has to be said of the key before work can go on: it stands with the photos, not in the bar. */
export function KeyNotes() {
  const forgotten = useKeyveil(s => s.keyForgotten);
  return (
    <>
      {forgotten !== null && <Note>{text('idle.forgotten', { n: number(forgotten) })}</Note>}
      <WeakKey />
    </>
  );
}

/** A key that can be guessed protects nothing until somebody says that it is wanted all the same. */
function WeakKey() {
  const weak = useKeyveil(weakKey);
  const { wantWeakKey } = useActions();
  if (weak === null) return null;
  return (
    <div className="key-weak">
      <Note tone="warn">{text('key.weak')}</Note>
      <Switch checked={weak === 'wanted'} onChange={wantWeakKey}>
        {text('key.weak.use')}
      </Switch>
    </div>
  );
}
