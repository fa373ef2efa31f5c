import { useRef, useState } from 'react';
import { type TextKey, text } from '../../locales/text.ts';
import type { KeyFileOutcome } from '../../state/actions.ts';
import { useActions } from '../../state/react.tsx';
import { useAnnounce } from '../../ui/announce.tsx';
import { Button } from '../../ui/Button.tsx';
import { FileInput, type FileInputHandle } from '../../ui/FileInput.tsx';
import { Popover } from '../../ui/Popover.tsx';

function outcomeText(outcome: KeyFileOutcome): TextKey {
  if (outcome.kind === 'loaded') return 'key.load.done';
  return outcome.reason === 'damaged' ? 'key.load.damaged' : 'key.load.notKeyFile';
}

/** Takes the key from its file. */
export function LoadKeyFile() {
  const actions = useActions();
  const announce = useAnnounce();
  const input = useRef<FileInputHandle>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const [refused, setRefused] = useState<string | null>(null);

  const load = async (file: File) => {
    const outcome = await actions.loadKeyFile(file);
    const words = text(outcomeText(outcome));
    setRefused(outcome.kind === 'refused' ? words : null);
    announce(words);
  };

  return (
    <>
      <Button tone="link" ref={opener} onClick={() => input.current?.choose()}>
        {text('key.load')}
      </Button>
      <FileInput
        ref={input}
        label={text('key.load')}
        accept=".json,.txt,.keyveil-key,application/json,text/plain"
        many={false}
        onFiles={([file]) => file && void load(file)}
      />
      {refused !== null && (
        <Popover anchor={opener} onClose={() => setRefused(null)} aria-label={text('key.load')}>
          <p>{refused}</p>
        </Popover>
      )}
    </>
  );
}
