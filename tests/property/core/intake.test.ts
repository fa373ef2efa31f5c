import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inBatches } from '../../../src/core/batches.ts';
import { isHidden, labelFromPath, normalisePath } from '../../../src/core/intake.ts';

const segment = fc.string({ minLength: 1, maxLength: 8, unit: 'binary' }).filter(text => !text.includes('/'));

describe('intake, for any path', () => {
  it('normalises once and for all, and leaves nothing that climbs', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), path => {
        const normal = normalisePath(path);
        expect(normalisePath(normal)).toBe(normal);
        expect(normal.split('/').some(part => part === '..' || part === '.')).toBe(false);
        expect(normal.startsWith('/')).toBe(false);
      }),
    );
  });

  it('gives labels that are trimmed, composed and not empty', () => {
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 5 }), parts => {
        const label = labelFromPath(normalisePath(parts.join('/')));
        if (label === null) return;
        expect(label.trim()).toBe(label);
        expect(label.normalize('NFC')).toBe(label);
        expect(label).not.toBe('');
      }),
    );
  });

  it('hides whatever lies in a hidden folder', () => {
    fc.assert(
      fc.property(fc.array(segment), fc.array(segment, { minLength: 1 }), (before, after) => {
        expect(isHidden([...before, '.hidden', ...after].join('/'))).toBe(true);
      }),
    );
  });
});

describe('inBatches, for any sizes', () => {
  it('gives every item once, in order, never in larger slices or more lanes than asked', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer()),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 4 }),
        async (items, size, width) => {
          let lanes = 0;
          const doubled = await inBatches(items, size, width, async slice => {
            expect(slice.length).toBeGreaterThan(0);
            expect(slice.length).toBeLessThanOrEqual(size);
            expect(++lanes).toBeLessThanOrEqual(width);
            await Promise.resolve();
            lanes--;
            return slice.map(item => [item]);
          });
          expect(doubled).toEqual(items.map(item => [item]));
        },
      ),
    );
  });
});
