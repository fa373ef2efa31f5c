// First, so that what is said below finds its texts.
import '../../locales/offline.ts';
import { text } from '../../locales/text.ts';
import { Button } from '../../ui/Button.tsx';
import { pageOffline } from './browserOffline.ts';
import type { OfflineReadiness } from './offline.ts';
import { useOffline } from './offlineReact.ts';

/** Whether Keyveil works without a network here, in words. */
export function offlineText(readiness: OfflineReadiness): string {
  return readiness.kind === 'not-possible'
    ? text(`offline.not-possible.${readiness.reason}`)
    : text(`offline.${readiness.kind}`);
}

/** How the page stands without a network, and the browser's offer to install it where there is one. */
export function OfflineRow() {
  const { readiness, installable } = useOffline();
  return (
    <div className="offline-row">
      <b>{text('offline.title')}</b>
      <p className="field-help">{offlineText(readiness)}</p>
      {readiness.kind === 'waits' && (
        <Button onClick={() => void pageOffline.prepare()}>{text('offline.prepare')}</Button>
      )}
      {installable && (
        <>
          <Button onClick={() => void pageOffline.install()}>{text('offline.install')}</Button>
          <p className="field-help">{text('offline.installWhy')}</p>
        </>
      )}
    </div>
  );
}
