import seedrandom from 'seedrandom';
import { balloons } from './balloons.ts';
import type { Context, Random, Scene } from './brush.ts';
import { city } from './city.ts';
import { forest } from './forest.ts';
import { sunset } from './sunset.ts';

/** Of the pictures of each label: both included, from 1. */
export interface SampleNumbers {
  readonly first: number;
  readonly last: number;
}

export interface SamplePicture {
  /** `sample photos/sunsets/01.jpg` */
  readonly path: string;
  readonly jpeg: Blob;
}

const width = 480;
const height = 360;
/** Those that a newcomer is shown. */
const shown: SampleNumbers = { first: 1, last: 12 };

const scenes: Readonly<Record<string, Scene>> = {
  balloons,
  'city lights': city,
  forests: forest,
  sunsets: sunset,
};

/**
 * Draws sample photos: four labels, of twelve pictures each unless told, 480×360, JPEG. The same every time, so that
 * trying them twice is noticed as the same photos again. Needs OffscreenCanvas; meant for a worker.
 */
export async function drawSamples({ first, last } = shown): Promise<readonly SamplePicture[]> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (context === null) throw new Error('No 2D canvas');
  const grain = grainTile(seedrandom('keyveil samples, grain'));
  const pictures: SamplePicture[] = [];
  for (const [label, scene] of Object.entries(scenes)) {
    for (let number = first; number <= last; number++) {
      const random = seedrandom(`keyveil samples, ${label}, ${number}`);
      context.reset();
      scene(context, width, height, random);
      finish(context, grain, random);
      pictures.push({
        path: `sample photos/${label}/${String(number).padStart(2, '0')}.jpg`,
        jpeg: await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 }),
      });
    }
  }
  return pictures;
}

/** Grain and darker corners, as a lens and a sensor would add. */
function finish(context: Context, grain: OffscreenCanvas, random: Random): void {
  const corners = context.createRadialGradient(
    width / 2,
    height / 2,
    height * 0.4,
    width / 2,
    height / 2,
    width * 0.66,
  );
  corners.addColorStop(0, 'rgba(0, 0, 0, 0)');
  corners.addColorStop(1, 'rgba(0, 0, 0, 0.22)');
  context.fillStyle = corners;
  context.fillRect(0, 0, width, height);
  const pattern = context.createPattern(grain, 'repeat');
  if (pattern === null) return;
  context.globalCompositeOperation = 'overlay';
  context.translate(-Math.floor(random() * grain.width), -Math.floor(random() * grain.height));
  context.fillStyle = pattern;
  context.fillRect(0, 0, width + grain.width, height + grain.height);
}

function grainTile(random: Random): OffscreenCanvas {
  const side = 256;
  const tile = new OffscreenCanvas(side, side);
  const pixels = new ImageData(side, side);
  for (let at = 0; at < pixels.data.length; at += 4) {
    const grey = 128 + (random() + random() + random() - 1.5) * 90;
    pixels.data.set([grey, grey, grey, 44], at);
  }
  tile.getContext('2d')?.putImageData(pixels, 0, 0);
  return tile;
}
