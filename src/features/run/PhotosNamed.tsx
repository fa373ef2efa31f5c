import { type ReactNode, useId } from 'react';
import { number, text } from '../../locales/text.ts';
import type { PhotoId } from '../../state/model/photos.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';

/** More than this many are counted, not listed; the grid shows them all. */
const mostListed = 100;

interface Props {
  readonly ids: readonly PhotoId[];
  readonly icon: IconName;
  readonly title: string;
  /** What can be done with all of them. */
  readonly actions: ReactNode;
  readonly className?: string;
  readonly item: (id: PhotoId) => ReactNode;
  /** What is said below them. */
  readonly children?: ReactNode;
}

/** Photos of which something is to be said, by their names. */
export function PhotosNamed({ ids, icon, title, actions, className, item, children }: Props) {
  const heading = useId();
  const rest = ids.length - mostListed;
  return (
    <section className={className ? `run-named ${className}` : 'run-named'} aria-labelledby={heading}>
      <div className="run-named-head">
        <Icon name={icon} />
        <h2 id={heading}>{title}</h2>
        {actions}
      </div>
      <ul>
        {ids.slice(0, mostListed).map(item)}
        {rest > 0 && <li>{text('run.failed.more', { count: rest, n: number(rest) })}</li>}
      </ul>
      {children}
    </section>
  );
}
