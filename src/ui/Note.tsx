import type { ReactNode } from 'react';
import { text } from '../locales/text.ts';
import { IconButton } from './Button.tsx';
import { Icon, type IconName } from './Icon.tsx';

const icons = { plain: 'info', good: 'check', warn: 'alert', bad: 'alert' } as const satisfies Record<
  string,
  IconName
>;

interface Props {
  readonly tone?: keyof typeof icons;
  /** Said when it comes, as what went wrong always is. */
  readonly spoken?: boolean;
  readonly children: ReactNode;
  /** Buttons at its end. */
  readonly trailing?: ReactNode;
  /** Where it can be put away by hand. */
  readonly onDismiss?: () => void;
}

/** A word in place: what it is about lies beside it, and it stays until it no longer holds. */
export function Note({
  tone = 'plain',
  spoken = tone === 'bad',
  children,
  trailing = null,
  onDismiss,
}: Props) {
  const dismiss = onDismiss && (
    <IconButton icon="close" label={text('app.dismiss')} className="note-close" onClick={onDismiss} />
  );
  return (
    <div className={`note note-${tone}`}>
      <Icon name={icons[tone]} size={15} />
      {/* Spoken when it comes, in a dialog too. */}
      <div role={spoken ? 'alert' : undefined}>{children}</div>
      {trailing && dismiss ? (
        <span className="note-buttons">
          {trailing}
          {dismiss}
        </span>
      ) : (
        (trailing ?? dismiss)
      )}
    </div>
  );
}
