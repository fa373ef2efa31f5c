import { type ComponentProps, lazy, type ReactNode, Suspense } from 'react';
import type { Broken } from '../../core/faults/failure.ts';
import { text } from '../../locales/text.ts';
import type { KeyState } from '../../state/model/key.ts';
import { useActions, useKeyveil } from '../../state/react.tsx';
import { Button } from '../../ui/Button.tsx';
import { brokenText } from '../../ui/brokenText.ts';
import { CopyDetails } from '../../ui/CopyDetails.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { PopoverButton } from '../../ui/PopoverButton.tsx';
import { usePage } from '../commands/context.tsx';
import { loadLaterParts } from '../loadLaterParts.ts';
import { fingerprint } from './fingerprint.ts';
import { LoadKeyFile } from './KeyFiles.tsx';
import { offerKeyFile } from './offerFile.ts';
import { StrengthWords } from './StrengthMeter.tsx';

// Hardly anybody has a key locked on this device.
const OpenWithPasskey = lazy(async () => ({ default: (await loadLaterParts()).OpenWithPasskey }));

/** What the key is known by, and behind it all that can be said of it and done with it. */
export function KeyChip() {
  const key = useKeyveil(s => s.key);
  const empty = useKeyveil(s => s.passphrase === '');
  if (empty) {
    return (
      <>
        <Suspense fallback={null}>
          <OpenWithPasskey />
        </Suspense>
        <LoadKeyFile />
      </>
    );
  }
  if (key.kind === 'failed') return <KeyTrouble broken={key.broken} />;
  return (
    <KeyPopover words={<ChipWords state={key} />} title={text('key.about')}>
      <AboutKey />
    </KeyPopover>
  );
}

/** The key could not be worked out: why, and a way to go on. */
function KeyTrouble({ broken }: { readonly broken: Broken }) {
  const { deriveKey } = useActions();
  return (
    <KeyPopover words={text('key.trouble')} title={text('key.trouble')} className="key-failed" open>
      <p role="alert">{brokenText(broken, text('key.failed'))}</p>
      <div className="key-about-files">
        <Button onClick={deriveKey}>{text('key.again')}</Button>
        {broken.kind === 'unexpected' && <CopyDetails />}
      </div>
    </KeyPopover>
  );
}

interface PopoverProps extends Omit<ComponentProps<typeof PopoverButton>, 'children'> {
  readonly title: string;
  readonly children: ReactNode;
}

function KeyPopover({ title, children, ...button }: PopoverProps) {
  return (
    <PopoverButton {...button}>
      {hung => (
        <Popover {...hung} align="end" aria-label={title} className="key-about">
          {children}
        </Popover>
      )}
    </PopoverButton>
  );
}

function ChipWords({ state }: { readonly state: Exclude<KeyState, { kind: 'failed' }> }) {
  switch (state.kind) {
    case 'none':
      return text('key.about');
    case 'deriving':
      return text('key.fingerprint.deriving');
    case 'ready':
      return (
        <>
          <span className="key-chip-word">{text('key.fingerprint')}</span>{' '}
          <b>{fingerprint(state.keyCheck)}</b>
        </>
      );
  }
}

function AboutKey() {
  const passphrase = useKeyveil(s => s.passphrase);
  const actions = useActions();
  const { openDialog } = usePage();
  return (
    <>
      <p>
        <StrengthWords passphrase={passphrase} />
      </p>
      <div className="key-about-files">
        <Button onClick={() => offerKeyFile(actions)}>{text('key.save')}</Button>
        <Button onClick={() => openDialog('keepKey')}>{text('key.otherWays')}</Button>
        <LoadKeyFile />
      </div>
      <p>{text('key.about.filters')}</p>
      <p>{text('key.about.lost')}</p>
      <p>{text('key.about.leaked')}</p>
      <p>{text('key.about.fingerprint')}</p>
    </>
  );
}
