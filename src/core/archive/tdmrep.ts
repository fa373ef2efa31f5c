/**
 * The opt-out for a website of one's own (W3C TDM Reservation Protocol, 2024): a file that crawlers look for at
 * `/.well-known/tdmrep.json`, with a rule for each part of the site. This one reserves all of it.
 */
export const tdmrepName = 'tdmrep.json';

/** The text of the file. `1` reserves the right to mine text and data, which training is. */
export function tdmrepText(): string {
  return `${JSON.stringify([{ location: '/', 'tdm-reservation': 1 }], null, 1)}\n`;
}
