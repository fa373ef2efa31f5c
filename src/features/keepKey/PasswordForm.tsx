import { type FormEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { text } from '../../locales/text.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { Button } from '../../ui/Button.tsx';

/** Browsers that can be asked outright (Credential Management, W3C) have it; others notice the form by themselves. */
const { PasswordCredential: Outright } = globalThis as {
  readonly PasswordCredential?: new (form: HTMLFormElement) => Credential;
};

/** A form as password managers know them, which sends nothing anywhere. */
export function PasswordForm() {
  const passphrase = useKeyveil(s => s.passphrase);
  const dataset = useKeyveil(s => s.dataset);
  const { keyKeptBy } = useActions();
  const [asked, setAsked] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  // Not React's `value`: that is written into the page's markup too.
  useLayoutEffect(() => {
    if (field.current) field.current.value = passphrase;
  }, [passphrase]);

  const offer = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (Outright) await navigator.credentials.store(new Outright(event.currentTarget));
    keyKeptBy('manager');
    setAsked(true);
  };

  return (
    <form className="keep-key-form" onSubmit={event => void offer(event)}>
      <label htmlFor={`${id}-name`}>{text('keepKey.manager.name')}</label>
      <input id={`${id}-name`} name="username" autoComplete="username" readOnly value={dataset} />
      <label htmlFor={`${id}-key`}>{text('keepKey.manager.key')}</label>
      <input
        ref={field}
        id={`${id}-key`}
        name="password"
        type="password"
        autoComplete="new-password"
        readOnly
      />
      <Button type="submit">{text('keepKey.manager.store')}</Button>
      <p role="status">{asked && text('keepKey.manager.asked')}</p>
    </form>
  );
}
