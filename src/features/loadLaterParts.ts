/** Fetches what nobody sees before there are photos or a receipt; see `laterParts.ts`. */
export const loadLaterParts = () => import('./laterParts.ts');
