import { type ReactNode, useState } from 'react';
import { text } from '../../locales/text.ts';

interface Props {
  /** What is pressed to see the licence. */
  readonly summary: ReactNode;
  /** Whose licence it is. */
  readonly name: string;
  /** The licence, put together when it is asked for. */
  readonly full: () => string;
  /** What else is said of it. */
  readonly children?: ReactNode;
}

/** A licence that unfolds. Its lines stay as they are, because some are laid out by spaces. */
export function LicenceText({ summary, name, full, children }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details className="about-licence" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {open && (
        <div>
          {children}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and has to without a mouse. */}
          <section tabIndex={0} aria-label={text('about.licenceOf', { name })}>
            <pre>{full()}</pre>
          </section>
        </div>
      )}
    </details>
  );
}
