import { loadLaterParts } from '../features/loadLaterParts.ts';

/**
 * Fetches the part of the page that shows photos. The empty page does without, so that it is there sooner; it is
 * fetched right after the first paint, long before somebody has found photos to drop.
 */
export const loadWorkspace = async () =>
  (await Promise.all([import('./Workspace.tsx'), loadLaterParts()]))[0];
