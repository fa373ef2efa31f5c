import { useEffect, useRef } from 'react';
import { text } from '../../locales/text.ts';
import { useKeyveil } from '../../state/react.tsx';

/** Whether this browser can show notifications at all; phones often cannot from a page. */
export const canNotify = 'Notification' in globalThis;

/** Asks the browser's leave to notify; true when it is given. Call it in a click. */
export async function askToNotify(): Promise<boolean> {
  return canNotify && (await Notification.requestPermission()) === 'granted';
}

/** Tells of the end of a run, when the person wishes it and looks elsewhere. The text names no photo. */
export function useRunNotice(): void {
  const wished = useKeyveil(s => s.preferences.notifyWhenDone);
  const run = useKeyveil(s => s.run);
  const before = useRef(run);
  useEffect(() => {
    const ended = before.current !== run && run.kind === 'ended' && run.how === 'finished';
    before.current = run;
    if (!ended || !wished || !document.hidden) return;
    if (!canNotify || Notification.permission !== 'granted') return;
    try {
      const notice = new Notification(text('app.name'), {
        body: text('run.notify.done', { done: String(run.done), total: String(run.total) }),
      });
      notice.onclick = () => {
        window.focus();
        notice.close();
      };
    } catch {
      // Android's Chrome notifies from service workers only.
    }
  }, [run, wished]);
}
