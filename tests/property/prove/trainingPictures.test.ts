import fc from 'fast-check';
import { expect, test } from 'vitest';
import { squareOf } from '../../../src/core/trainingSquare.ts';
import { accuracy, chance, recall } from '../../../src/prove/core/confusion.ts';
import {
  defaultExperiment,
  defaultPictures,
  type LabPictures,
  type Pictures,
} from '../../../src/prove/core/experiment.ts';
import { jpegRoundTrip } from '../../../src/prove/core/jpegRoundTrip.ts';
import { assemble, deal } from '../../../src/prove/core/trainingPictures.ts';

const names = fc.constantFrom('a', 'b', 'c', 'd', 'e');

test('a deal takes every photo once at most, and each label has enough on either side', () => {
  fc.assert(
    fc.property(
      fc.array(names, { maxLength: 80 }),
      fc.double({ min: 0.05, max: 0.5, noNaN: true }),
      fc.option(fc.integer({ min: 3, max: 20 })),
      fc.integer({ min: 0, max: 90 }),
      fc.string(),
      (photos, holdOut, mostOfLabel, memory, seed) => {
        const settings = { ...defaultPictures, holdOut, mostOfLabel, seed };
        const dealt = deal(photos, settings, memory);
        expect(deal(photos, settings, memory)).toEqual(dealt);
        if (dealt.kind === 'too-few') return void expect(dealt.enough).toBeLessThan(2);
        const all = [...dealt.train, ...dealt.test];
        expect(new Set(all.map(({ photo }) => photo)).size).toBe(all.length);
        for (const { photo, label } of all) expect(photos[photo]).toBe(dealt.labels[label]);
        for (const [at, label] of dealt.labels.entries()) {
          const count = (set: typeof all) => set.filter(photo => photo.label === at).length;
          const [learnt, tested] = [count([...dealt.train]), count([...dealt.test])];
          expect(learnt).toBeGreaterThanOrEqual(2);
          expect(tested).toBeGreaterThanOrEqual(1);
          expect(learnt + tested).toBeLessThanOrEqual(mostOfLabel ?? photos.length);
          const wanted = (learnt + tested) * holdOut;
          expect(Math.abs(tested - Math.max(1, wanted))).toBeLessThanOrEqual(1);
          expect(dealt.left.labels).not.toContain(label);
        }
        const few = photos.filter(label => dealt.left.labels.includes(label)).length;
        expect(all.length + few + dealt.left.beyondMost + dealt.left.beyondMemory).toBe(photos.length);
        // The least that labels need comes first.
        expect(all.length).toBeLessThanOrEqual(
          Math.max(memory, 3 * dealt.labels.length) + 3 * dealt.labels.length,
        );
      },
    ),
  );
});

test('a share of every label is exact, and the rest is clean', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 60 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.string(),
      (labelOf, share, seed) => {
        const set = (value: number): Pictures => ({
          side: 2,
          pixels: new Uint8Array(labelOf.length * 12).fill(value),
          labelOf,
        });
        const pictures: LabPictures = {
          labels: ['a', 'b', 'c', 'd'],
          train: { clean: set(1), protected: set(2), common: set(3) },
          test: { clean: set(0), own: set(0), other: set(0) },
        };
        const made = assemble(pictures, { ...defaultExperiment, share, seed });
        for (const label of [0, 1, 2, 3]) {
          const own = labelOf.flatMap((l, i) => (l === label ? [i] : []));
          const changed = own.filter(i => made.pixels[i * 12] === 2);
          expect(changed.length).toBe(Math.round(own.length * share));
          for (const i of own) {
            const bytes = new Set(made.pixels.subarray(i * 12, i * 12 + 12));
            expect(bytes.size).toBe(1);
          }
        }
        expect(pictures.train.clean.pixels.every(byte => byte === 1)).toBe(true);
      },
    ),
  );
});

test('a square has the asked side, whatever the photo, and no value that the photo has not between', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 40 }),
      fc.infiniteStream(fc.integer({ min: 0, max: 255 })),
      (width, height, side, stream) => {
        const bytes = Array.from({ length: width * height * 4 }, () => stream.next().value ?? 0);
        const square = squareOf({ width, height, data: Uint8ClampedArray.from(bytes) }, side);
        expect([square.width, square.height, square.data.length]).toEqual([side, side, side * side * 4]);
        const [least, most] = [Math.min(...bytes), Math.max(...bytes)];
        expect(square.data.every(value => value >= least && value <= most)).toBe(true);
      },
    ),
    { numRuns: 40 },
  );
});

test('a flat picture survives JPEG at any quality, within what its tables round', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 1, max: 100 }), (grey, quality) => {
      const flat = new Uint8Array(20 * 12 * 3).fill(grey);
      const out = jpegRoundTrip(flat, 20, 12, quality);
      expect(new Set(out).size).toBe(1);
      // The first coefficient is eight times the mean and is rounded to a multiple of its step: at most 255.
      const step = Math.min(
        255,
        Math.floor((16 * (quality < 50 ? 5000 / quality : 200 - 2 * quality) + 50) / 100),
      );
      expect(Math.abs((out[0] ?? 0) - grey)).toBeLessThanOrEqual(Math.ceil(step / 16) + 1);
    }),
  );
});

test('accuracy is the mean of recalls, weighted by how many there are', () => {
  const count = fc.integer({ min: 0, max: 30 });
  fc.assert(
    fc.property(fc.array(fc.tuple(count, count, count), { minLength: 3, maxLength: 3 }), confusion => {
      const rows = confusion.map(row => row.reduce((sum, value) => sum + value, 0));
      const total = rows.reduce((sum, value) => sum + value, 0);
      if (total === 0) return void expect(accuracy({ confusion })).toBe(0);
      const weighted = recall({ confusion }).reduce((sum, part, i) => sum + part * (rows[i] ?? 0), 0);
      expect(accuracy({ confusion })).toBeCloseTo(weighted / total, 10);
      expect(chance({ confusion })).toBeCloseTo(Math.max(...rows) / total, 10);
    }),
  );
});
