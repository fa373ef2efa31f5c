import { text } from '../../locales/text.ts';
import type { Mode } from './look.ts';
import type { After } from './subject.ts';

/** Why there is no protected picture to show; null where there is one, or will be in a moment. */
export function afterWords(after: After): string | null {
  switch (after.kind) {
    case 'ready':
    case 'updating':
      return null;
    case 'deriving':
      return text('inspector.after.deriving');
    case 'no-key':
      return text('inspector.after.noKey');
    case 'key-failed':
      return text('inspector.after.keyFailed');
    case 'unlabelled':
      return text('inspector.after.unlabelled');
  }
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
