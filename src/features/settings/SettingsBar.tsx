import type { Method } from '../../core/settings.ts';
import { text } from '../../locales/text.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { Select } from '../../ui/Select.tsx';
import { FormatChoice } from './FormatChoice.tsx';
import { MoreSettings } from './MoreSettings.tsx';
import { ProtectionAbout, ProtectionChoice } from './ProtectionChoice.tsx';
import './settings.css';

/** The veil of version 1 is offered only where a receipt brought it. */
function offered(method: Method): readonly Method[] {
  return method === 'veil' ? ['cast', 'cuda', 'veil'] : ['cast', 'cuda'];
}

/** How photos are protected and what they are saved as. */
export function SettingsBar() {
  const method = useKeyveil(s => s.settings.method);
  const fixed = useKeyveil(s => s.reopened !== null);
  const actions = useActions();
  return (
    <div className="settings">
      <div className="settings-how">
        <Select<Method>
          label={text('settings.method')}
          value={method}
          disabled={fixed}
          onChange={actions.setMethod}
          choices={offered(method).map(value => ({ value, label: text(`settings.method.${value}`) }))}
        />
        <div className="settings-protection">
          <ProtectionChoice />
          <MoreSettings />
        </div>
        {fixed ? <p className="settings-about">{text('receipt.fixed')}</p> : <ProtectionAbout />}
      </div>
      <FormatChoice />
    </div>
  );
}
