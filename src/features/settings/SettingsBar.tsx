import { MoreSettings } from './MoreSettings.tsx';
import { ProtectionChoice } from './ProtectionChoice.tsx';
import './settings.css';

/** How strongly photos are protected; everything else lies under `More`. */
export function SettingsBar() {
  return (
    <div className="settings">
      <ProtectionChoice />
      <MoreSettings />
    </div>
  );
}
