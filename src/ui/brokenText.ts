import type { Broken } from '../core/faults/failure.ts';
import { text } from '../locales/text.ts';

/**
 * How work broke off, and how to go on, as a sentence.
 *
 * @param crashed what is said of a worker that ended, which is mostly for want of memory: each part knows what helps there
 */
export function brokenText(broken: Broken, crashed: string): string {
  if (broken.kind === 'unexpected') return text('broken.unexpected');
  switch (broken.loss) {
    case 'not-loaded':
      return text('broken.notLoaded');
    case 'unreadable':
      return text('broken.unreadable');
    case 'crashed':
      return crashed;
  }
}
