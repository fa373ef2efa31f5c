import { dropSet, storedSets, storeSet } from '../../storage/recentSets.ts';
import type { RecentService } from '../services/visits.ts';

/** Sets remembered in this browser's storage; a browser that keeps nothing remembers none. */
export const browserRecent: RecentService = {
  list: () => storedSets().catch(() => []),
  keep: set =>
    storeSet(set).then(
      () => true,
      () => false,
    ),
  drop: dataset => dropSet(dataset).catch(() => undefined),
};
