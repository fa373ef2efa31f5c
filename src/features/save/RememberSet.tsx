import { useState } from 'react';
import { text } from '../../locales/text.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { isRemembered } from '../../state/recent/recentActions.ts';
import { Switch } from '../../ui/Switch.tsx';
import { KeepTogether } from './KeepTogether.tsx';

/** For next month: key and receipt in one file, and leave to remember the set here, with its receipt and without its key. */
export function RememberSet({ ready }: { readonly ready: boolean }) {
  const on = useKeyveil(isRemembered);
  const { rememberSet } = useActions();
  const [refused, setRefused] = useState(false);
  // Storing takes a moment; the tick does not.
  const [wanted, setWanted] = useState<boolean | null>(null);
  const change = async (checked: boolean) => {
    setWanted(checked);
    setRefused(!(await rememberSet(checked)));
    setWanted(null);
  };
  return (
    <div className="run-remember">
      <KeepTogether />
      <Switch checked={wanted ?? on} disabled={!ready && !on} onChange={checked => void change(checked)}>
        {text('recent.remember')}
      </Switch>
      <p role={refused ? 'alert' : undefined}>{text(refused ? 'recent.refused' : 'recent.remember.what')}</p>
    </div>
  );
}
