import { useEffect, useState } from 'react';
import { type TextKey, text } from '../../locales/text.ts';
import { forgetLockedKey, keepWithPasskey, lockedKeys } from '../../state/key/passkey.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { Button } from '../../ui/Button.tsx';

type Told = 'kept' | 'cancelled' | 'cannot' | 'forgotten';

const words: Readonly<Record<Told, TextKey>> = {
  kept: 'keepKey.passkey.kept',
  cancelled: 'keepKey.passkey.cancelled',
  cannot: 'keepKey.passkey.cannot',
  forgotten: 'keepKey.passkey.forgotten',
};

/** Locks the key on this device, or forgets the one that is locked here. */
export function PasskeyLock() {
  const passphrase = useKeyveil(s => s.passphrase);
  const dataset = useKeyveil(s => s.dataset);
  const { keyKeptBy } = useActions();
  const [locked, setLocked] = useState(false);
  const [told, setTold] = useState<Told | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    let here = true;
    void lockedKeys().then(names => here && setLocked(names.includes(dataset)));
    return () => {
      here = false;
    };
  }, [dataset]);

  const lock = async () => {
    setBusy(true);
    try {
      const { kind } = await keepWithPasskey({ passphrase, dataset });
      setTold(kind);
      if (kind !== 'kept') return;
      setLocked(true);
      keyKeptBy('passkey');
    } finally {
      setBusy(false);
    }
  };
  const forget = async () => {
    await forgetLockedKey(dataset);
    setLocked(false);
    setTold('forgotten');
  };

  return (
    <>
      <div className="keep-key-buttons">
        <Button disabled={busy} onClick={() => void lock()}>
          {text('keepKey.passkey.keep')}
        </Button>
        {locked && <Button onClick={() => void forget()}>{text('keepKey.passkey.forget')}</Button>}
      </div>
      <p role="status">{told && text(words[told])}</p>
    </>
  );
}
