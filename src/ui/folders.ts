/**
 * Whether a whole folder can be chosen here: phones may not offer it. Where the first page is drawn there is no browser
 * to ask; nearly all that will show it can.
 */
export const takesFolders =
  typeof HTMLInputElement === 'undefined' || 'webkitdirectory' in HTMLInputElement.prototype;
