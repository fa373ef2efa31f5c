// First, so that what is imported below finds its texts.
import '../../locales/privacy.ts';
import { useEffect, useState } from 'react';
import { text } from '../../locales/text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Note } from '../../ui/Note.tsx';
import { offlineText } from '../offline/OfflineRow.tsx';
import { useOffline } from '../offline/offlineReact.ts';
import { RequestsPart } from './RequestsPart.tsx';
import { TryPart } from './TryPart.tsx';
import './privacy.css';

/** Why nothing leaves the device, and how anybody can check that. */
export default function PrivacyDialog({ onClose }: { readonly onClose: () => void }) {
  const { host } = location;
  return (
    <Dialog title={text('app.nothingLeaves')} onClose={onClose} size="wide">
      <p>{text('privacy.short')}</p>
      <h3>{text('privacy.rulesTitle')}</h3>
      <ul className="privacy-list">
        <li>{text('privacy.rules.own', { host })}</li>
        <li>{text('privacy.rules.workers')}</li>
        <li>{text('privacy.rules.code')}</li>
      </ul>
      <TryPart />
      <h3>{text('privacy.requestsTitle')}</h3>
      <RequestsPart />
      <h3>{text('privacy.checkTitle')}</h3>
      <ol className="privacy-list">
        <li>{text('privacy.check.open')}</li>
        <li>{text('privacy.check.work')}</li>
        <li>{text('privacy.check.look', { host })}</li>
      </ol>
      <h3>{text('privacy.offTitle')}</h3>
      <p>{text('privacy.off')}</p>
      <NetworkNow />
      <h3>{text('privacy.limitsTitle')}</h3>
      <p>{text('privacy.limits', { host })}</p>
    </Dialog>
  );
}

/** What the browser says of the network, live, and whether the page could do without it. */
function NetworkNow() {
  const [online, setOnline] = useState(navigator.onLine);
  const { readiness } = useOffline();
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      removeEventListener('online', look);
      removeEventListener('offline', look);
    };
  }, []);
  return (
    <Note tone={online ? 'plain' : 'good'}>
      <span aria-live="polite">{text(online ? 'privacy.online' : 'privacy.offline')}</span>{' '}
      {offlineText(readiness)}
    </Note>
  );
}
