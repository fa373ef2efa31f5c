import type { RefObject } from 'react';
import { text } from '../../locales/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Popover } from '../../ui/Popover.tsx';

/** A key just made. `before`: what stood in the field, empty where nothing did. */
export interface NewKey {
  readonly kind: 'words' | 'bits';
  readonly before: string;
}

interface Props {
  readonly passphrase: string;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly made: NewKey;
  readonly onOther: () => void;
  readonly onUndo: () => void;
  readonly onSave: () => void;
  readonly onWrittenDown: () => void;
  readonly onOtherWays: () => void;
  readonly onClose: () => void;
}

/** What to do with a key that was just made: write it down, take the other kind, or go back. */
export function NewKeyPopover({ passphrase, anchor, made, onClose, ...on }: Props) {
  const words = made.kind === 'words';
  return (
    <Popover
      anchor={anchor}
      align="end"
      onClose={onClose}
      aria-label={text('key.generated')}
      className="key-made"
    >
      <p>{text(words ? 'key.generated.words' : 'key.generated.bits')}</p>
      <p className="key-made-key">{passphrase}</p>
      <div className="key-made-choices">
        <Button onClick={on.onSave}>{text('key.save')}</Button>
        <Button onClick={on.onWrittenDown}>{text('key.generated.writtenDown')}</Button>
        <Button onClick={on.onOtherWays}>{text('key.otherWays')}</Button>
      </div>
      <div className="key-made-choices">
        <Button onClick={on.onOther}>
          {text(words ? 'key.generated.useBits' : 'key.generated.useWords')}
        </Button>
        {made.before !== '' && <Button onClick={on.onUndo}>{text('key.generated.undo')}</Button>}
      </div>
    </Popover>
  );
}
