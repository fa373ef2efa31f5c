/** Fetches what `More` opens, as the page is otherwise ready, so that nobody waits for it. */
export const loadMorePanel = () => import('./MorePanel.tsx');
