import fc from 'fast-check';
import { expect, it } from 'vitest';
import { proposeDatasetName } from '../../../src/core/dataset.ts';
import { normaliseDataset } from '../../../src/core/key/key.ts';
import { randomBelow } from '../../../src/core/key/random.ts';
import { compareCodePoints, labelOrder, normaliseLabel } from '../../../src/core/label.ts';

const name = fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }).map(normaliseLabel);
const labels = fc.uniqueArray(fc.record({ name, batch: fc.integer({ min: 0, max: 3 }) }), {
  selector: label => label.name,
});

function byCodePoints(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)].map(points =>
    points.map(point => point.codePointAt(0) ?? 0),
  );
  for (const [i, point] of (left ?? []).entries()) {
    const other = right?.[i];
    if (other === undefined) return 1;
    if (point !== other) return point - other;
  }
  return (left?.length ?? 0) - (right?.length ?? 0);
}

it('strings compare as their lists of code points do', () => {
  fc.assert(
    fc.property(name, name, (a, b) => {
      expect(Math.sign(compareCodePoints(a, b))).toBe(Math.sign(byCodePoints(a, b)));
    }),
    { numRuns: 3000 },
  );
});

it('the order does not depend on how the labels come, and each stands in it once', () => {
  fc.assert(
    fc.property(
      labels.chain(list =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
      ),
      ([list, shuffled]) => {
        const order = labelOrder(null, list);
        expect(labelOrder(null, shuffled)).toEqual(order);
        expect([...order].sort()).toEqual(list.map(label => label.name).sort());
      },
    ),
  );
});

it('a frozen order only ever grows at its end, whatever becomes of the labels', () => {
  fc.assert(
    fc.property(fc.array(labels, { minLength: 1, maxLength: 6 }), changes => {
      let frozen = labelOrder(null, changes[0] ?? []);
      for (const list of changes) {
        const next = labelOrder(frozen, list);
        expect(next.slice(0, frozen.length)).toEqual(frozen);
        expect(new Set(next).size).toBe(next.length);
        for (const label of list) expect(next).toContain(label.name);
        frozen = next;
      }
    }),
  );
});

it('drawing below a bound reaches every number equally often', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), bound => {
      const counts = new Map<number, number>();
      // Every pair of bytes once, in order: what is drawn anew must not favour anyone.
      const limit = 65_536 - (65_536 % bound);
      let at = 0;
      const random = (bytes: Uint8Array<ArrayBuffer>) => {
        bytes.set([at >> 8, at & 255]);
        at += 1;
        return bytes;
      };
      while (at < limit) {
        const drawn = randomBelow(bound, random);
        counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
      }
      expect(counts.size).toBe(bound);
      expect(new Set(counts.values()).size).toBe(1);
      if (limit < 65_536) {
        // The next ones are refused until the bytes start again.
        const wrapping = (bytes: Uint8Array<ArrayBuffer>) => {
          random(bytes);
          at %= 65_536;
          return bytes;
        };
        expect(randomBelow(bound, wrapping)).toBe(0);
      }
    }),
    { numRuns: 40 },
  );
});

it('a proposed dataset name ends in 8 random letters and digits and needs no cleaning', () => {
  const names = Array.from({ length: 500 }, () => proposeDatasetName());
  for (const proposed of names) {
    expect(proposed).toMatch(/^my-photos-[a-z0-9]{8}$/);
    expect(normaliseDataset(proposed)).toBe(proposed);
  }
  expect(new Set(names).size).toBe(500);
  expect(new Set(names.flatMap(proposed => [...proposed.slice(10)])).size).toBe(36);
});
