import { PassphraseField } from './PassphraseField.tsx';
import './key.css';

/** The private key, in the bar at the foot of the page. */
export function KeyField() {
  return (
    <div className="key">
      <PassphraseField />
    </div>
  );
}
