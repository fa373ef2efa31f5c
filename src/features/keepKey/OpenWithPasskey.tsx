// First, so that what is imported below finds its texts.
import '../../locales/keepKey.ts';
import { useEffect, useRef, useState } from 'react';
import { keyFileText } from '../../core/key/keyFile.ts';
import { text } from '../../locales/text.ts';
import { lockedKeys, openWithPasskey } from '../../state/key/passkey.ts';
import { useActions } from '../../state/react.tsx';
import { useAnnounce } from '../../ui/announce.tsx';
import { Button } from '../../ui/Button.tsx';
import { Popover } from '../../ui/Popover.tsx';

/** Opens a key that is locked on this device; nothing where there is none. */
export function OpenWithPasskey() {
  const [names, setNames] = useState<readonly string[]>([]);
  const [open, setOpen] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const { loadKeyFile } = useActions();
  const announce = useAnnounce();
  useEffect(() => {
    let here = true;
    void lockedKeys().then(found => here && setNames(found));
    return () => {
      here = false;
    };
  }, []);

  const unlock = async (dataset: string) => {
    const opened = await openWithPasskey(dataset);
    if (opened.kind !== 'opened') {
      setTrouble(text(`keepKey.open.${opened.kind}`));
      setOpen(true);
      return;
    }
    await loadKeyFile(new File([keyFileText(opened.file)], 'key.json'));
    announce(text('key.load.done'));
  };

  const [only] = names;
  if (only === undefined) return null;
  return (
    <>
      <Button
        tone="link"
        ref={opener}
        onClick={() => (names.length === 1 ? void unlock(only) : setOpen(!open))}
      >
        {text('keepKey.open')}
      </Button>
      {open && (
        <Popover anchor={opener} align="end" onClose={() => setOpen(false)} aria-label={text('keepKey.open')}>
          {trouble !== null && <p role="alert">{trouble}</p>}
          <div className="keep-key-list">
            {names.map(dataset => (
              <Button key={dataset} onClick={() => void unlock(dataset)}>
                {text('keepKey.open.which', { dataset })}
              </Button>
            ))}
          </div>
        </Popover>
      )}
    </>
  );
}
