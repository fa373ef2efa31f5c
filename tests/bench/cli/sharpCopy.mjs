/** Decodes and encodes every photo of a folder in one process, by libvips as sharp brings it: what no start of a program adds to. */
import { mkdirSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import sharp from 'sharp';

const [from, to] = process.argv.slice(2);
sharp.cache(false);
sharp.concurrency(1);
mkdirSync(to, { recursive: true });
const photos = readdirSync(from, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());

async function work() {
  for (let photo = photos.pop(); photo !== undefined; photo = photos.pop()) {
    const options = { quality: 92, chromaSubsampling: '4:2:0', optimiseCoding: false };
    await sharp(join(photo.parentPath, photo.name))
      .jpeg(options)
      .toFile(join(to, basename(photo.name)));
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, work));
