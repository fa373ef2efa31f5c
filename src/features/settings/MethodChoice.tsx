import type { Method } from '../../core/settings.ts';
import { text } from '../../locales/text.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { Select } from '../../ui/Select.tsx';
import { ProtectionAbout } from './ProtectionChoice.tsx';

/** The veil of version 1 is offered only where a receipt brought it. */
function offered(method: Method): readonly Method[] {
  return method === 'veil' ? ['cast', 'cuda', 'veil'] : ['cast', 'cuda'];
}

/** By which method photos are protected, and what the chosen protection does, in a sentence. */
export function MethodChoice() {
  const method = useKeyveil(s => s.settings.method);
  const fixed = useKeyveil(s => s.reopened !== null);
  const actions = useActions();
  return (
    <div className="settings-method">
      <Select<Method>
        label={text('settings.method')}
        value={method}
        disabled={fixed}
        onChange={actions.setMethod}
        choices={offered(method).map(value => ({ value, label: text(`settings.method.${value}`) }))}
      />
      {fixed ? <p className="settings-about">{text('receipt.fixed')}</p> : <ProtectionAbout />}
    </div>
  );
}
