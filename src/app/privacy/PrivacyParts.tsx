// First, so that what is said below finds its texts.
import '../../locales/privacy.ts';
import { useEffect } from 'react';
import { number, text } from '../../locales/text.ts';
import { browserIdle, watchIdleKey } from '../../state/key/keyIdle.ts';
import { useActions, useKeyveil, useKeyveilStore } from '../../state/react.tsx';
import { useAnnounce } from '../../ui/announce.tsx';
import { goesOn } from '../../ui/ProgressBar.tsx';

/**
 * What looks after privacy once the page is up. Has the key forgotten when nobody is there, and says so; the note itself
 * stands at the key's field.
 */
export default function PrivacyParts() {
  const store = useKeyveilStore();
  const actions = useActions();
  const say = useAnnounce();
  // The record of what was asked for is shown in the panel; by itself it would end at 250.
  useEffect(() => performance.setResourceTimingBufferSize(100_000), []);
  const forgotten = useKeyveil(s => s.keyForgotten);
  useEffect(() => {
    const busy = () => goesOn() || store.getState().run.kind === 'running';
    return watchIdleKey({ store, actions }, { ...browserIdle, busy });
  }, [store, actions]);
  useEffect(() => {
    if (forgotten !== null) say(text('idle.forgotten', { n: number(forgotten) }));
  }, [forgotten, say]);
  return null;
}
