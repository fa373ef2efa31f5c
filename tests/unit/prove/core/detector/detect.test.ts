import seedrandom from 'seedrandom';
import { describe, expect, it } from 'vitest';
import { detect, type SeenPhoto } from '../../../../../src/prove/core/detector/detect.ts';

const length = 12;

/** Noise about a mean that is the label's own, plus `shift` in one place. */
function looks(random: () => number, label: number, shift: number): Float32Array {
  const noise = () => random() + random() + random() - 1.5;
  return Float32Array.from({ length }, (_, k) => noise() + 0.2 * label + (k === 4 ? shift : 0));
}

/** @param key what the two keys move the photos by; an edit moves them by `edit` */
function photos(key: { readonly learnt: number; readonly tried: number }, edit = 0): readonly SeenPhoto[] {
  const random = seedrandom('photos');
  return Array.from({ length: 120 }, (_, i) => {
    const label = i % 6;
    const one = (shift: number) => looks(random, label, shift);
    return {
      label,
      clean: one(0),
      learnt: one(key.learnt),
      tried: one(key.tried),
      edited: { tinted: one(edit), graduated: one(0), 'soft-focus': one(0) },
    };
  });
}

describe('a detector', () => {
  it('finds what moves every photo in one way', () => {
    const { auc, found, falseAlarms } = detect(photos({ learnt: 3, tried: 3 }), 'seed');
    expect(auc.low).toBeGreaterThan(0.95);
    expect(found.right / found.total).toBeGreaterThan(0.9);
    expect(falseAlarms).toEqual({ right: 6, total: 120 });
  });

  it('guesses where protection moves nothing', () => {
    const { auc } = detect(photos({ learnt: 0, tried: 0 }), 'seed');
    expect(auc.low).toBeLessThan(0.5);
    expect(auc.high).toBeGreaterThan(0.5);
  });

  it('is tried by keys that it has not learnt from', () => {
    // What it learnt points the other way from what it is asked about.
    const { auc } = detect(photos({ learnt: 3, tried: -3 }), 'seed');
    expect(auc.high).toBeLessThan(0.1);
  });

  it('is tried on labels that it has not learnt from', () => {
    // Protection moves each label in a place of its own, so that nothing of it is common to labels.
    const random = seedrandom('own places');
    const moved = (label: number) => looks(random, 0, 0).map((x, k) => x + (k === label ? 6 : 0));
    const set = photos({ learnt: 0, tried: 0 }).map(photo => ({
      ...photo,
      learnt: moved(photo.label),
      tried: moved(photo.label),
    }));
    expect(detect(set, 'seed').auc.area).toBeLessThan(0.75);
    // Where both halves hold photos of every place, the same photos are told.
    const mixed = set.map((photo, i) => ({ ...photo, label: Math.floor(i / 6) % 2 }));
    expect(detect(mixed, 'seed').auc.low).toBeGreaterThan(0.95);
  });

  it('that knows of an ordinary edit does not take it for protection', () => {
    const { edits } = detect(photos({ learnt: 3, tried: 3 }, -2), 'seed');
    expect(edits.tinted.taken.right).toBeLessThan(6);
    expect(edits.tinted.auc.area).toBeGreaterThan(0.97);
    // One that does the same as protection is taken for it.
    const same = detect(photos({ learnt: 3, tried: 3 }, 3), 'seed');
    expect(same.edits.tinted.auc.low).toBeLessThan(0.6);
    expect(same.edits.tinted.taken.right).toBeGreaterThan(40);
  });

  it('is the same for the same seed', () => {
    const set = photos({ learnt: 1, tried: 1 });
    expect(detect(set, 'one')).toEqual(detect(set, 'one'));
  });
});
