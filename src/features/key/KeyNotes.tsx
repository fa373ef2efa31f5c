import { useRef, useState } from 'react';
import type { Broken } from '../../core/failure.ts';
import { number, text } from '../../locales/text.ts';
import type { KeyState } from '../../state/model/key.ts';
import { weakKey } from '../../state/queries/weakKey.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { Button } from '../../ui/Button.tsx';
import { brokenText } from '../../ui/brokenText.ts';
import { CopyDetails } from '../../ui/CopyDetails.tsx';
import { Note } from '../../ui/Note.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { fingerprint } from './fingerprint.ts';
import { StrengthMeter } from './StrengthMeter.tsx';

/** Under the key: how strong it is, whether it is the same as last time, and what it means to lose it. */
export function KeyNotes({ id }: { readonly id: string }) {
  const passphrase = useKeyveil(s => s.passphrase);
  const key = useKeyveil(s => s.key);
  const forgotten = useKeyveil(s => s.keyForgotten);
  return (
    <div className="key-notes" id={id}>
      <StrengthMeter passphrase={passphrase} />
      <AboutLoss />
      <WeakKey />
      <p className={key.kind === 'failed' ? 'key-fingerprint key-failed' : 'key-fingerprint'}>
        {forgotten === null ? <Fingerprint state={key} /> : text('idle.forgotten', { n: number(forgotten) })}
      </p>
    </div>
  );
}

function Fingerprint({ state }: { readonly state: KeyState }) {
  switch (state.kind) {
    case 'none':
      return text('key.safe');
    case 'deriving':
      return text('key.fingerprint.deriving');
    case 'failed':
      return <Failed broken={state.broken} />;
    case 'ready':
      return (
        <>
          {text('key.fingerprint')} <b>{fingerprint(state.keyCheck)}</b>
          {text('key.fingerprint.meaning')}
        </>
      );
  }
}

function Failed({ broken }: { readonly broken: Broken }) {
  const { deriveKey } = useActions();
  return (
    <>
      <span role="alert">{brokenText(broken, text('key.failed'))}</span>{' '}
      <Button tone="link" onClick={deriveKey}>
        {text('key.again')}
      </Button>
      {broken.kind === 'unexpected' && <CopyDetails />}
    </>
  );
}

/** A key that can be guessed protects nothing until somebody says that it is wanted all the same. */
function WeakKey() {
  const weak = useKeyveil(weakKey);
  const { wantWeakKey } = useActions();
  if (weak === null) return null;
  return (
    <div className="key-weak">
      <Note tone="warn">{text('key.weak')}</Note>
      <Switch checked={weak === 'wanted'} onChange={wantWeakKey}>
        {text('key.weak.use')}
      </Switch>
    </div>
  );
}

function AboutLoss() {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button
        tone="link"
        className="key-loss"
        ref={opener}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {text('key.about')}
      </Button>
      {open && (
        <Popover
          anchor={opener}
          onClose={() => setOpen(false)}
          aria-label={text('key.about')}
          className="key-about"
        >
          <p>{text('key.about.filters')}</p>
          <p>{text('key.about.lost')}</p>
          <p>{text('key.about.leaked')}</p>
          <p>{text('key.about.fingerprint')}</p>
        </Popover>
      )}
    </>
  );
}
