/** Who races, and which figures make a row of the table. */

/**
 * Each runs once a round for each size. `who` is our pool or another's, `variant` what is done between decoding and
 * encoding: `floor` is nothing.
 */
export const contestants = [
  ...['floor', 'light', 'standard', 'veil', 'cuda'].map(variant => ({ who: 'ours', variant })),
  ...['ownPair', 'canvasPair', 'vipsPair'].map(who => ({ who, variant: 'floor' })),
  ...['opencv', 'vips'].flatMap(who => ['veil', 'cuda'].map(variant => ({ who, variant }))),
];

/** @param {{ who: string, variant: string }} contestant */
export const nameOf = ({ who, variant }) => `${who} ${variant}`;

export const peerKinds = [...new Set(contestants.map(({ who }) => who))].filter(who => who !== 'ours');

/** Codecs with nothing in between: read, decoded, encoded, stored. How fast anything could be. */
export const pairs = { ownPair: 'Keyveil', canvasPair: 'canvas', vipsPair: 'wasm-vips' };

export const libraries = { opencv: 'OpenCV.js', vips: 'wasm-vips' };

/**
 * The methods, and what stands beside each. Other libraries have no casts: beside Light they decode and encode alone,
 * beside Standard they lay their veil alone, which is less work than ours.
 */
export const methods = [
  { name: 'light', title: 'Light', opencv: 'canvasPair floor', vips: 'vipsPair floor' },
  { name: 'standard', title: 'Standard', opencv: 'opencv veil', vips: 'vips veil' },
  { name: 'veil', title: 'veil', opencv: 'opencv veil', vips: 'vips veil' },
  { name: 'cuda', title: 'cuda', opencv: 'opencv cuda', vips: 'vips cuda' },
];
