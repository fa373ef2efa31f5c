import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import { drawDisc, drawPicture, type Picture, toPng } from '../fixtures/pictures.ts';
import { root, sharedFolder } from '../fixtures/places.ts';
import type { Browser } from './browser.ts';

const folder = join(root, '.results', 'browsers');

/** Photos that lie beside the repository on some machines, in formats that are hard to make. */
export const heicPhotos = ['example.heic', 'IMG_5195.HEIC']
  .map(name => join(sharedFolder, 'data', 'odd', 'heic', name))
  .filter(path => existsSync(path));

/** What every browser gets: three labels in a zip, and loose photos. Drawn, and the same each time. */
export interface Photos {
  /** 12 PNGs of odd sizes in folders boats, cats and dogs; one of the dogs is half transparent. */
  readonly zip: string;
  /** PNGs without a label: a large one, a half transparent one, one with clear pixels. */
  readonly loose: readonly string[];
  /** PNG bytes by `label/name` and, for loose ones, by name. */
  readonly originals: ReadonlyMap<string, Uint8Array>;
  /** Two labels that are easy to tell apart, 16 pictures of 36 × 36 each. */
  readonly easyZip: string;
  /** 56 tiny PNGs to make probes of. */
  readonly probes: readonly string[];
}

const sizes = [
  [64, 48],
  [173, 211],
  [301, 200],
  [33, 257],
] as const;

export async function drawPhotos(): Promise<Photos> {
  mkdirSync(folder, { recursive: true });
  const labelled = ['boats', 'cats', 'dogs'].flatMap((label, l) =>
    sizes.map(([width, height], i): [string, Uint8Array] => {
      const channels = label === 'dogs' && i === 2 ? 4 : 3;
      return [`${label}/${label}-${i}.png`, toPng(drawPicture(width, height, l * 10 + i + 1, channels))];
    }),
  );
  const loose: [string, Uint8Array][] = [
    ['large.png', toPng(drawPicture(800, 600, 91))],
    ['glass.png', toPng(drawPicture(640, 480, 92, 4))],
    ['holes.png', toPng(withHoles(drawPicture(320, 240, 93, 4)))],
  ];
  const easy = [true, false].flatMap(dark =>
    Array.from({ length: 16 }, (_, i): [string, Uint8Array] => [
      `${dark ? 'dark' : 'light'}/${i}.png`,
      toPng(drawDisc(dark, 2 * i + Number(dark))),
    ]),
  );
  const probes = Array.from({ length: 56 }, (_, i): [string, Uint8Array] => [
    `probe-${i}.png`,
    toPng(drawPicture(24, 20, 1000 + i)),
  ]);
  for (const [name, bytes] of [...loose, ...probes]) writeFileSync(join(folder, name), bytes);
  return {
    zip: await zipped('packed.zip', labelled),
    loose: loose.map(([name]) => join(folder, name)),
    originals: new Map([...labelled, ...loose]),
    easyZip: await zipped('easy.zip', easy),
    probes: probes.map(([name]) => join(folder, name)),
  };
}

async function zipped(name: string, files: readonly (readonly [string, Uint8Array])[]): Promise<string> {
  const zip = new JSZip();
  for (const [path, bytes] of files) zip.file(path, bytes);
  const path = join(folder, name);
  writeFileSync(path, await zip.generateAsync({ type: 'uint8array' }));
  return path;
}

/** Alphas from 0 upward: a part of it is clear, the rest has every alpha there is. */
function withHoles(picture: Picture): Picture {
  const data = picture.data.slice();
  for (let i = 3; i < data.length; i += 4) data[i] = Math.max(0, ((i >> 2) % picture.width) - 40);
  return { ...picture, data };
}

/**
 * A JPEG or WebP of a drawn picture, by the encoder of whichever browser comes first, and then the same file for all.
 * Null where that browser writes no such files.
 */
export async function encodedPhoto(browser: Browser, type: 'jpeg' | 'webp'): Promise<string | null> {
  const path = join(folder, `drawn.${type === 'jpeg' ? 'jpg' : type}`);
  if (existsSync(path)) return path;
  const [width, height] = [640, 427];
  const { data } = drawPicture(width, height, 17);
  const base64 = await browser.evaluate(`
    const rgb = Uint8Array.from(atob('${Buffer.from(data).toString('base64')}'), c => c.charCodeAt(0));
    const image = new ImageData(${width}, ${height});
    for (let i = 0; i < ${width * height}; i++) {
      for (let c = 0; c < 4; c++) image.data[4 * i + c] = c < 3 ? rgb[3 * i + c] : 255;
    }
    const canvas = new OffscreenCanvas(${width}, ${height});
    canvas.getContext('2d').putImageData(image, 0, 0);
    const blob = await canvas.convertToBlob({ type: 'image/${type}', quality: 0.92 });
    if (blob.type !== 'image/${type}') return null;
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return btoa(Array.from(bytes, b => String.fromCharCode(b)).join(''));`);
  if (typeof base64 !== 'string') return null;
  writeFileSync(path, Buffer.from(base64, 'base64'));
  return path;
}

export const bytesOf = (path: string): Uint8Array => readFileSync(path);
