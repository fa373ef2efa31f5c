import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';

const icons = { plain: 'info', good: 'check', warn: 'alert', bad: 'alert' } as const satisfies Record<
  string,
  IconName
>;

interface Props {
  readonly tone?: keyof typeof icons;
  readonly children: ReactNode;
  /** Buttons at its end. */
  readonly trailing?: ReactNode;
}

/** A word in place: what it is about lies beside it, and it stays until it no longer holds. */
export function Note({ tone = 'plain', children, trailing }: Props) {
  return (
    <div className={`note note-${tone}`}>
      <Icon name={icons[tone]} size={15} />
      <div>{children}</div>
      {trailing}
    </div>
  );
}
