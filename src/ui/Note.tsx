import { type ReactNode, useEffect, useRef } from 'react';
import { useAnnounce } from './announce.tsx';
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
  const words = useRef<HTMLDivElement>(null);
  const say = useAnnounce();
  const last = useRef('');
  useEffect(() => {
    const now = words.current?.textContent ?? '';
    if (spoken && now !== '' && now !== last.current) say(now);
    last.current = now;
  });
  return (
    <div className={`note note-${tone}`}>
      <Icon name={icons[tone]} size={15} />
      <div ref={words}>{children}</div>
      {trailing}
    </div>
  );
}
