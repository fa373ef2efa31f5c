import { number, text } from '../../locales/text.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { Button } from '../../ui/Button.tsx';
import { Note } from '../../ui/Note.tsx';

/** Why Light stands there although nobody chose it, until somebody chooses or photos are protected with it. */
export function LightProposed() {
  const by = useKeyveil(s => s.settingsBy);
  const settled = useKeyveil(s => s.frozenLabels !== null);
  const { setPreset } = useActions();
  if (by.kind !== 'flat' || settled) return null;
  return (
    <Note
      // Put away, it is the person's choice.
      onDismiss={() => setPreset('light')}
      trailing={
        <Button tone="link" onClick={() => setPreset('standard')}>
          {text('look.proposed.standard')}
        </Button>
      }
    >
      {text('look.proposed', { flat: number(by.flat), count: by.of, of: number(by.of) })}
    </Note>
  );
}
