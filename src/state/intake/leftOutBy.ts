import type { Broken } from '../../core/faults/failure.ts';
import type { LeftOutReason } from '../model/intake.ts';

/** Why something was left out whose worker broke off. */
export function leftOutBy(broken: Broken): LeftOutReason {
  if (broken.kind === 'unexpected') return 'unexpected';
  return broken.loss === 'not-loaded' ? 'not-loaded' : 'lost';
}
