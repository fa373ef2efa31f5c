import { text } from '../../locales/text.ts';
import type { Mode } from './look.ts';
import type { After } from './subject.ts';

/** What has to be said of a picture under a throw-away key or label; null for the person's own. */
export function trialWords(after: After): string | null {
  return after.kind === 'trial' ? text(`inspector.trial.${after.lacks}`) : null;
}

interface Standing {
  readonly mode: Mode;
  /** The original is being held up. */
  readonly held: boolean;
  readonly busy: boolean;
  readonly protectable: boolean;
  /** There is anything to see at all. */
  readonly preview: boolean;
}

/** What stands on the pictures: at the left, and at the right or on the second one. */
export function captions({ mode, held, busy, protectable, preview }: Standing) {
  const original = text(preview ? 'inspector.before' : 'inspector.reading');
  const after = busy ? text('inspector.updating') : text('inspector.after');
  if (!protectable) return { left: original, right: '' };
  switch (mode) {
    case 'split':
    case 'side':
      return { left: original, right: preview ? after : '' };
    case 'hold':
      if (!preview) return { left: original, right: '' };
      return held ? { left: original, right: '' } : { left: text('inspector.hold'), right: after };
    case 'difference':
      if (!preview) return { left: original, right: '' };
      return { left: text('inspector.difference.caption'), right: busy ? after : '' };
  }
}
