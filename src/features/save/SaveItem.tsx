import type { ReactNode } from 'react';
import { text } from '../../locales/text.ts';
import { Icon } from '../../ui/Icon.tsx';

export function savedText(saved: boolean): string {
  return text(saved ? 'run.save.saved' : 'run.save.notSaved');
}

interface StepProps {
  readonly children: ReactNode;
  readonly step: number;
  /** Whether it lies on the disk already; then a tick stands in place of the number. */
  readonly done: boolean;
  readonly words: string;
  readonly state: string;
  /** What else can be done, behind the sentence. */
  readonly more?: ReactNode;
}

/** One of the things to take away: a number or a tick, a button and its sentence. */
export function SaveStep({ children, step, done, words, state, more }: StepProps) {
  return (
    <div className="run-save-item">
      <span className={`round-mark run-save-mark${done ? ' run-save-done' : ''}`} aria-hidden="true">
        {done ? <Icon name="check" size={14} /> : step}
      </span>
      {children}
      <p>
        <b>{state}</b> {words} {more}
      </p>
    </div>
  );
}
