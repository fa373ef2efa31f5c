/** Fetches what `More` opens once the rest of the page is ready, so that nobody waits for it. */
export const loadMorePanel = () => import('./MorePanel.tsx');
