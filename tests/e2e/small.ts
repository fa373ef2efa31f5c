import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { library } from '../fixtures/library.ts';
import { type App, expect } from './app.ts';
import {
  greatestDifference,
  pixelsOf,
  readFilters,
  referenceOf,
  type SavedFilters,
  unpack,
} from './archive.ts';

/** The whole way on the twelve PNGs of `small`: what comes out, by path. */
export async function protectSmall(app: App): Promise<ReadonlyMap<string, Uint8Array>> {
  await app.addFolder.setInputFiles(library.small);
  await app.protectAll(12);
  return unpack((await app.save(app.downloadZip)).path);
}

export const original = (path: string): Uint8Array => readFileSync(join(library.small, path));

export function expectReference(photos: ReadonlyMap<string, Uint8Array>, saved: SavedFilters): void {
  expect(photos.size).toBe(12);
  for (const [path, bytes] of photos) {
    const before = pixelsOf(original(path));
    const after = pixelsOf(bytes);
    const wanted = referenceOf(saved, path.split('/')[0] ?? '', before);
    expect(after.width, path).toBe(before.width);
    expect(greatestDifference(after.data, wanted), path).toBeLessThanOrEqual(1);
    // The reference is not the photo itself: something was done to it.
    expect(greatestDifference(after.data, before.data), path).toBeGreaterThan(8);
  }
}

/** On the chosen engine, one method after the other on the same page, all twelve pixel by pixel. */
export async function expectMethodsRight(
  app: App,
  engine: 'CPU' | 'GPU',
  methods: readonly string[] = ['For photos', 'CUDA, as in the paper'],
): Promise<void> {
  await app.chooseEngine(engine);
  await app.giveKey('one key for all of these tests of 83 humming otters');
  await app.addFolder.setInputFiles(library.small);
  for (const method of methods) {
    await app.withMore(() => app.method.selectOption({ label: method }));
    await app.protectAnew();
    await expect(app.engine).toHaveText(engine === 'CPU' ? /^CPU/ : /^GPU/);
    const photos = await unpack((await app.save(app.downloadZip)).path);
    expectReference(photos, readFilters((await app.save(app.saveFilters)).path));
  }
}
