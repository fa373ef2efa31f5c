import { tryToBreakOut } from '../../workers/breakout/breakoutClient.ts';

/** Whether page or workers can reach what the policy forbids. One that does not start cannot. */
export async function triesToBreakOut(): Promise<boolean> {
  try {
    const { page, worker } = await tryToBreakOut();
    return page || worker;
  } catch {
    return false;
  }
}
