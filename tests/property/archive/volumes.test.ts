import { predictLength } from 'client-zip';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArchiveEntry, archiveBytes, planVolumes, volumeLimits } from '../../../src/archive/volumes.ts';

const blob = new Blob();

const entries = fc
  .array(
    fc.record({
      label: fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
      bytes: fc.oneof(fc.nat(5000), fc.nat(50)),
    }),
    { maxLength: 60 },
  )
  .map(photos =>
    photos.map(
      ({ label, bytes }, index): ArchiveEntry => ({
        path: `${label.replaceAll('/', '_')}/${index}.jpg`,
        stored: { kind: 'memory', blob },
        bytes,
      }),
    ),
  );

const limits = fc.record({
  bytes: fc.integer({ min: 300, max: 20_000 }),
  entries: fc.integer({ min: 1, max: 20 }),
});

describe('volumes, for any photos and limits', () => {
  it('hold every photo once, in order', () => {
    fc.assert(
      fc.property(entries, limits, (photos, limits) => {
        expect(planVolumes('x', photos, limits).flatMap(volume => volume.entries)).toEqual(photos);
      }),
    );
  });

  it('stay within the limits, to the byte, unless one photo alone is too large', () => {
    fc.assert(
      fc.property(entries, limits, (photos, limits) => {
        for (const { entries } of planVolumes('x', photos, limits)) {
          expect(entries.length).toBeGreaterThan(0);
          expect(entries.length).toBeLessThanOrEqual(limits.entries);
          const size = predictLength(entries.map(entry => ({ name: entry.path, size: entry.bytes })));
          expect(archiveBytes(entries)).toBe(Number(size));
          if (entries.length > 1) expect(archiveBytes(entries)).toBeLessThanOrEqual(limits.bytes);
        }
      }),
    );
  });

  it('are filled before the next is begun', () => {
    fc.assert(
      fc.property(entries, limits, (photos, limits) => {
        const volumes = planVolumes('x', photos, limits);
        volumes.slice(0, -1).forEach((volume, index) => {
          const next = volumes[index + 1]?.entries[0];
          if (next === undefined) throw new Error('an empty volume');
          const more = [...volume.entries, next];
          expect(archiveBytes(more) > limits.bytes || more.length > limits.entries).toBe(true);
        });
      }),
    );
  });

  it('are named after the dataset, each part on its own', () => {
    fc.assert(
      fc.property(entries, limits, (photos, limits) => {
        const names = planVolumes('pets-abcd', photos, limits).map(volume => volume.name);
        expect(names).toEqual(
          names.length === 1
            ? ['pets-abcd.zip']
            : names.map((_, index) => `pets-abcd.part-${index + 1}-of-${names.length}.zip`),
        );
      }),
    );
  });
});

describe('volumes of large collections', () => {
  const photos = (count: number, bytes: number): readonly ArchiveEntry[] =>
    Array.from({ length: count }, (_, index) => ({
      path: `l/${index}.jpg`,
      stored: { kind: 'memory', blob },
      bytes,
    }));

  it('stay below 4 GiB and 60,000 entries, so that no zip needs Zip64', () => {
    expect(planVolumes('x', photos(60_001, 10)).map(volume => volume.entries.length)).toEqual([60_000, 1]);
    const large = planVolumes('x', photos(3000, 4_000_000));
    expect(large.map(volume => volume.name)).toEqual([
      'x.part-1-of-3.zip',
      'x.part-2-of-3.zip',
      'x.part-3-of-3.zip',
    ]);
    for (const volume of large) expect(archiveBytes(volume.entries)).toBeLessThan(2 ** 32);
    expect(volumeLimits.bytes).toBeLessThan(2 ** 32 - 1);
  });

  it('are none without photos', () => {
    expect(planVolumes('x', [])).toEqual([]);
  });
});
