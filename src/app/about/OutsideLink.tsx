import type { ReactNode } from 'react';
import { text } from '../../locales/text.ts';

interface Props {
  readonly href: string;
  readonly children: ReactNode;
}

/** A link out of Keyveil: nothing is fetched until a person presses it, and the place is not told where they came from. */
export function OutsideLink({ href, children }: Props) {
  return (
    <a href={href} target="_blank" rel="noreferrer" title={text('about.outside')}>
      {children}
    </a>
  );
}
