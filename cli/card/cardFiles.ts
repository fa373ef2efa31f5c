/** What `keyveil card` writes into a set, beside the photos. */
export const readmeName = 'README.md';
export const croissantName = 'croissant.json';

/** Files that are published with a set and are no photos of it. */
export const cardFiles: readonly string[] = [readmeName, croissantName, 'tdmrep.json'];
