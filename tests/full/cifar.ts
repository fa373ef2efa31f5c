import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedFolder } from '../fixtures/places.ts';
import type { Labelled } from '../unit/trace/traceLab.ts';

/** The pictures of CIFAR-10 that lie beside the repository on some machines: ten labels, a hundred each, 32 × 32. */

export const cifarFolder = join(sharedFolder, 'data/cifar10');
export const cifarIsThere = existsSync(cifarFolder);

export async function readCifar(): Promise<{
  readonly labels: readonly string[];
  readonly photos: readonly Labelled[];
}> {
  const { default: Vips } = await import('wasm-vips');
  const vips = await Vips();
  const labels = readdirSync(cifarFolder).sort();
  const photos = labels.flatMap((name, label) =>
    readdirSync(join(cifarFolder, name))
      .sort()
      .map(file => {
        const image = vips.Image.newFromBuffer(readFileSync(join(cifarFolder, name, file)));
        const rgba = image.bandjoin(255);
        const data = new Uint8ClampedArray(rgba.writeToMemory());
        const { width, height } = image;
        image.delete();
        rgba.delete();
        return { picture: { width, height, data }, label };
      }),
  );
  vips.shutdown();
  return { labels, photos };
}
