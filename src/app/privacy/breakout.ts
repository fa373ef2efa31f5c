import type { Broken } from '../../core/faults/failure.ts';
import { tryToBreakOut } from '../../workers/breakout/breakoutClient.ts';

/** Whether page or workers can reach what the policy forbids. */
export async function triesToBreakOut(): Promise<boolean | Broken> {
  const tried = await tryToBreakOut();
  return tried.kind === 'tried' ? tried.page || tried.worker : tried;
}
