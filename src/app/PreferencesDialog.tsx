// First, so that what is imported below finds its texts.
import '../locales/dialogs.ts';
import { askToNotify, canNotify } from '../features/run/useRunNotice.ts';
import { languageNames, languages } from '../locales/language.ts';
import { gap, text } from '../locales/text.ts';
import { useActions, useKeyveil } from '../state/react.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { Switch } from '../ui/Switch.tsx';
import { engineText } from './EnginePill.tsx';
import { OfflineRow } from './offline/OfflineRow.tsx';
import { ForgetKey } from './privacy/ForgetKey.tsx';

const themes = ['system', 'light', 'dark'] as const;
const engines = ['auto', 'webgl', 'cpu'] as const;
const named = languages.map(value => ({ value, label: languageNames[value], lang: value }));

/** What a person may set about the page itself. Kept in this browser. */
export default function PreferencesDialog({ onClose }: { readonly onClose: () => void }) {
  const { preferences, engine, engineBroken } = useKeyveil(s => ({
    preferences: s.preferences,
    engine: s.engine,
    engineBroken: s.engineBroken,
  }));
  const { setPreferences } = useActions();
  return (
    <Dialog
      title={text('preferences.title')}
      onClose={onClose}
      footer={
        <Button tone="primary" onClick={onClose}>
          {text('app.done')}
        </Button>
      }
    >
      <Segmented
        label={text('preferences.language')}
        value={preferences.language}
        choices={[{ value: 'system', label: text('preferences.language.system') }, ...named]}
        onChange={language => setPreferences({ language })}
      />
      <Segmented
        label={text('preferences.theme')}
        value={preferences.theme}
        choices={themes.map(value => ({ value, label: text(`theme.${value}`) }))}
        onChange={theme => setPreferences({ theme })}
      />
      <Segmented
        label={text('preferences.engine')}
        value={preferences.engine}
        choices={engines.map(value => ({ value, label: text(`engine.choice.${value}`) }))}
        onChange={choice => setPreferences({ engine: choice })}
      />
      <p className="field-help">
        {text('preferences.engine.now', { engine: engineText({ engine, engineBroken }) })}
        {gap()}
        {engine && text(`engine.why.${engine.report.webgl}`)}
      </p>
      <ForgetKey />
      <Switch
        checked={preferences.wipeAfterSaving}
        onChange={wipeAfterSaving => setPreferences({ wipeAfterSaving })}
      >
        {text('preferences.wipe')}
      </Switch>
      <Switch
        checked={preferences.oneKeyShortcuts}
        onChange={oneKeyShortcuts => setPreferences({ oneKeyShortcuts })}
      >
        {text('preferences.oneKey')}
      </Switch>
      {canNotify && (
        <Switch
          checked={preferences.notifyWhenDone}
          onChange={async wished => setPreferences({ notifyWhenDone: wished && (await askToNotify()) })}
        >
          {text('run.notify')}
        </Switch>
      )}
      <OfflineRow />
      <p className="field-help">{text('preferences.kept')}</p>
    </Dialog>
  );
}
