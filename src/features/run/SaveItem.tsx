import type { ReactNode } from 'react';
import { text } from '../../locales/text.ts';

export function savedText(saved: boolean): string {
  return text(saved ? 'run.save.saved' : 'run.save.notSaved');
}

interface ItemProps {
  readonly children: ReactNode;
  readonly words: string;
  /** Whether it lies on the disk already. */
  readonly state?: string;
}

/** A button and its sentence. */
export function SaveItem({ children, words, state }: ItemProps) {
  return (
    <div className="run-save-item">
      {children}
      <p>
        {state !== undefined && <b>{state}</b>} {words}
      </p>
    </div>
  );
}
