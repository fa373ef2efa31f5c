import { text } from '../../locales/text.ts';
import { useActions } from '../../state/react.tsx';
import { Button } from '../../ui/Button.tsx';
import { Note } from '../../ui/Note.tsx';

/** Said before the first run, and never in its way. */
export function CleanCopies() {
  const { setPreferences } = useActions();
  return (
    <Note
      tone="warn"
      trailing={
        <Button tone="link" onClick={() => setPreferences({ cleanCopiesRead: true })}>
          {text('common.understood')}
        </Button>
      }
    >
      <b>{text('run.cleanCopies.title')}</b> {text('run.cleanCopies')}
    </Note>
  );
}
