import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { samplePhotos } from '../../../src/core/samplePhotos.ts';
import { root } from '../../fixtures/places.ts';

const folder = join(root, 'public/samples');
const credits = readFileSync(join(folder, 'CREDITS.md'), 'utf8');

describe('the sample photos', () => {
  test('are a dozen in three labels, and those that are there', () => {
    expect(samplePhotos).toHaveLength(12);
    const labels = new Set(samplePhotos.map(({ label }) => label));
    for (const one of labels) expect(samplePhotos.filter(({ label }) => label === one)).toHaveLength(4);
    expect(samplePhotos.map(({ file }) => file).sort()).toEqual(
      readdirSync(folder)
        .filter(name => name !== 'CREDITS.md')
        .sort(),
    );
  });

  test.each(samplePhotos)('$file is credited where it lies', ({ file, title, by, licence }) => {
    expect(credits).toContain(`| \`${file}\` | ${title} | ${by} | ${licence} |`);
  });

  test.each(samplePhotos)('$file is small, and tells nothing of its camera', ({ file }) => {
    const path = join(folder, file);
    expect(statSync(path).size).toBeLessThan(200_000);
    const start = readFileSync(path).subarray(0, 4096).toString('latin1');
    for (const told of ['Exif', 'photoshop', 'http://ns.adobe.com']) expect(start).not.toContain(told);
  });
});
