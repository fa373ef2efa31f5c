import type { FailureReason } from '../core/faults/failure.ts';
import { number, text } from '../locales/text.ts';
import { brokenText } from './brokenText.ts';

/** Short name of a media type: `image/avif` → `AVIF`. */
function typeName(type: string): string {
  return type.replace(/^image\//, '').toUpperCase();
}

/** Why a photo failed, as a sentence. */
export function failureText(reason: FailureReason): string {
  switch (reason.kind) {
    case 'unsupported':
      return text('failure.unsupported', { type: typeName(reason.type) });
    case 'unsupported-coding':
      return text(`failure.coding.${reason.coding}`);
    case 'timed-out':
      return text('failure.timedOut');
    case 'noisy-canvas':
      return text('failure.noisyCanvas');
    case 'too-long':
      return text('failure.tooLong', {
        type: typeName(reason.type),
        side: number(reason.side),
        limit: number(reason.limit),
      });
    case 'encode-failed':
      return text('failure.encodeFailed', { type: typeName(reason.type) });
    case 'too-large':
      return text('failure.tooLarge', {
        pixels: number(reason.pixels / 1e6),
        limit: number(reason.limit / 1e6),
      });
    case 'unexpected':
      return text('failure.unexpected', { detail: reason.detail });
    case 'storage-full':
      return text('failure.storageFull');
    case 'worker-lost':
      return brokenText(reason, text('failure.workerLost'));
    case 'cut-off':
      return text('failure.cutOff', { percent: number(reason.percent) });
    case 'unreadable':
      return text('failure.unreadable');
    case 'vanished':
      return text('failure.vanished');
  }
}
