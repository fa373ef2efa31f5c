// First, so that what is said below finds its texts.
import '../../locales/privacy.ts';
import { number, text } from '../../locales/text.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { Segmented } from '../../ui/Segmented.tsx';

const after = { '5': 5, '15': 15, '60': 60, '0': 0 } as const;
type After = keyof typeof after;
const choices: readonly After[] = ['5', '15', '60', '0'];

/** How long the private key is kept while nobody is there. */
export function ForgetKey() {
  const minutes = useKeyveil(s => s.preferences.forgetKeyAfter);
  const { setPreferences } = useActions();
  return (
    <div>
      <Segmented<After>
        label={text('idle.setting')}
        value={`${minutes}`}
        choices={choices.map(value => ({
          value,
          label: value === '0' ? text('idle.never') : text('idle.minutes', { n: number(after[value]) }),
        }))}
        onChange={value => setPreferences({ forgetKeyAfter: after[value] })}
      />
      <p className="field-help">{text('idle.unsaved')}</p>
    </div>
  );
}
