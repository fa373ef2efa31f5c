/**
 * Draws the icons that systems want as PNG from public/icon.svg, into public/icons.
 *
 *   npm run icons
 *
 * `maskable` ones reach to the edges, since systems cut them to shapes of their own: what counts lies in the middle
 * circle of 80 per cent (W3C Web Application Manifest, safe zone).
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { browserFlags, findBrowser } from './findBrowser.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'public/icons');
const svg = readFileSync(join(root, 'public/icon.svg'), 'utf8');
/** The drawing's side and its ground, as icon.svg has them. */
const side = 26;
const ground = /<rect [^>]*fill="(#[0-9a-f]{6})"/.exec(svg)?.[1];
if (ground === undefined || !svg.includes(`viewBox="0 0 ${side} ${side}"`))
  throw new Error('icon.svg is drawn otherwise than this script knows');

/** The drawing on a ground without corners, with so much room around it on each side, in its own units. */
function maskable(room) {
  const inner = svg.replace(/^<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '');
  const box = `${-room} ${-room} ${side + 2 * room} ${side + 2 * room}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}"><rect x="${-room}" y="${-room}" width="100%" height="100%" fill="${ground}"/>${inner}</svg>`;
}

const drawings = [
  ...[192, 512].map(pixels => ({ name: `icon-${pixels}`, pixels, drawing: svg })),
  ...[192, 512].map(pixels => ({ name: `maskable-${pixels}`, pixels, drawing: maskable(2) })),
  // Apple's systems round the corners themselves and put black behind what is clear.
  { name: 'apple-touch-icon', pixels: 180, drawing: maskable(0) },
];

const found = await findBrowser(line => console.log(line));
if (found === null) throw new Error('No browser could be had.');
const browser = await chromium.launch({ executablePath: found.path, args: browserFlags });
mkdirSync(folder, { recursive: true });
for (const { name, pixels, drawing } of drawings) {
  const page = await browser.newPage({ viewport: { width: pixels, height: pixels } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${drawing}`);
  await page.screenshot({ path: join(folder, `${name}.png`), omitBackground: true });
  await page.close();
}
await browser.close();
