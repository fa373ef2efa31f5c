import type { ReactNode } from 'react';
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
}

/** A word in place: what it is about lies beside it, and it stays until it no longer holds. */
export function Note({ tone = 'plain', spoken = tone === 'bad', children, trailing }: Props) {
  return (
    <div className={`note note-${tone}`}>
      <Icon name={icons[tone]} size={15} />
      {/* Spoken when it comes, in a dialog too. */}
      <div role={spoken ? 'alert' : undefined}>{children}</div>
      {trailing}
    </div>
  );
}
