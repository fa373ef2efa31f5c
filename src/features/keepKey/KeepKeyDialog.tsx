// First, so that what is imported below finds its texts.
import '../../locales/keepKey.ts';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { text } from '../../locales/text.ts';
import { passkeysWork } from '../../state/key/passkey.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { offerKeyFile } from '../key/offerFile.ts';
import { PasskeyLock } from './PasskeyLock.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { PrintSheet } from './PrintSheet.tsx';
import './keepKey.css';

/** The ways to keep a key, each with the one sentence that one must know about it. */
export default function KeepKeyDialog({ onClose }: { readonly onClose: () => void }) {
  const actions = useActions();
  const gone = useKeyveil(s => s.passphrase === '');
  const passkeys = usePasskeys();
  // Forgotten after a while alone: there is nothing to be kept any more.
  useEffect(() => {
    if (gone) onClose();
  }, [gone, onClose]);
  return (
    <Dialog title={text('keepKey.title')} onClose={onClose}>
      <p>{text('keepKey.what')}</p>
      <Way title={text('keepKey.file')} what={text('keepKey.file.what')}>
        <Button onClick={() => offerKeyFile(actions)}>{text('key.save')}</Button>
      </Way>
      <Way title={text('keepKey.sheet')} what={text('keepKey.sheet.what')}>
        <PrintSheet />
      </Way>
      <Way title={text('keepKey.manager')} what={text('keepKey.manager.what')}>
        <PasswordForm />
      </Way>
      {passkeys && (
        <Way title={text('keepKey.passkey')} what={text('keepKey.passkey.what')}>
          <PasskeyLock />
        </Way>
      )}
    </Dialog>
  );
}

interface WayProps {
  readonly title: string;
  readonly what: string;
  readonly children: ReactNode;
}

function Way({ title, what, children }: WayProps) {
  const id = useId();
  return (
    <section className="keep-key-way" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <p>{what}</p>
      {children}
    </section>
  );
}

/** Offered only where they work. */
function usePasskeys(): boolean {
  const [work, setWork] = useState(false);
  useEffect(() => {
    let here = true;
    void passkeysWork().then(found => here && setWork(found));
    return () => {
      here = false;
    };
  }, []);
  return work;
}
