import { describe, expect, it } from 'vitest';
import { type RecipeInputs, type RecipePhoto, recipeBook } from '../../../src/core/recipe.ts';
import { defaultOutput, type SourceType } from '../../../src/core/settings.ts';

const inputs: RecipeInputs = {
  keyCheck: 'd14155ed83bc4bfc',
  settings: { method: 'veil', veilSize: 160, strength: 0.3 },
  output: defaultOutput,
  labels: ['cats', 'dogs', 'owls'],
};
const cuda: RecipeInputs = { ...inputs, settings: { method: 'cuda', kernelSize: 3, strength: 0.3 } };

/** Of unknown size, unless its long side is given, in pixels. */
const photo = (type: SourceType = 'image/jpeg', longSide = 0): RecipePhoto => ({
  type,
  width: longSide,
  height: Math.min(longSide, 1),
});

function recipe(
  changed: Partial<RecipeInputs>,
  label = 'dogs',
  type: SourceType = 'image/jpeg',
): string | null {
  return recipeBook({ ...inputs, ...changed })(label, photo(type));
}

describe('a recipe', () => {
  it.each<[string, Partial<RecipeInputs>]>([
    ['the key', { keyCheck: '98315240931cd2be' }],
    ['the method', { settings: cuda.settings }],
    ['the veil size', { settings: { method: 'veil', veilSize: 161, strength: 0.3 } }],
    ['the strength', { settings: { method: 'veil', veilSize: 160, strength: 0.2 } }],
    ['the format', { output: { ...defaultOutput, format: 'png' } }],
    ['the quality', { output: { ...defaultOutput, jpegQuality: 0.9 } }],
    ['the opt-out', { output: { ...defaultOutput, optOut: false } }],
    ['the rights', { output: { ...defaultOutput, rights: '© Mia' } }],
    ['date and copyright', { output: { ...defaultOutput, keepDateAndCopyright: false } }],
    ['the long side', { output: { ...defaultOutput, longSide: 2048 } }],
    ['a label before its own', { labels: ['cows', 'dogs', 'owls'] }],
    ['a new label before its own', { labels: ['cats', 'cows', 'dogs', 'owls'] }],
  ])('changes with %s', (_, change) => {
    expect(recipe(change)).not.toBe(recipe({}));
  });

  it.each<[string, Partial<RecipeInputs>]>([
    ['labels after its own', { labels: ['cats', 'dogs', 'yaks', 'owls'] }],
    ['the quality of another format', { output: { ...defaultOutput, webpQuality: 0.5 } }],
    ['other names', { output: { ...defaultOutput, plainNames: true } }],
    ['spaces around the rights', { output: { ...defaultOutput, rights: '  ' } }],
    ['asking for the format that it has anyway', { output: { ...defaultOutput, format: 'jpeg' } }],
  ])('does not change with %s', (_, change) => {
    expect(recipe(change)).toBe(recipe({}));
  });

  it('of a PNG does not change with the quality, and differs from that of a JPEG', () => {
    const better = { output: { ...defaultOutput, jpegQuality: 1, webpQuality: 1 } };
    expect(recipe(better, 'dogs', 'image/png')).toBe(recipe({}, 'dogs', 'image/png'));
    expect(recipe({}, 'dogs', 'image/png')).not.toBe(recipe({}));
  });

  it('is told by output type from one and the same book', () => {
    const book = recipeBook(inputs);
    const jpeg = book('dogs', photo());
    expect(book('dogs', photo('image/png'))).not.toBe(jpeg);
    expect(book('dogs', photo('image/heic'))).toBe(jpeg);
  });

  it('changes with the long side only where the photo is longer', () => {
    const small = (longSide: number | null, side: number) =>
      recipeBook({ ...inputs, output: { ...defaultOutput, longSide } })('dogs', photo('image/jpeg', side));
    expect(small(2048, 2048)).toBe(small(null, 2048));
    expect(small(2048, 2049)).not.toBe(small(null, 2049));
    expect(small(2048, 2049)).not.toBe(small(1024, 2049));
    expect(small(2048, 4000)).not.toContain('© ');
  });

  it('of cuda does not depend on other labels, but on its own', () => {
    const alone = recipeBook({ ...cuda, labels: ['dogs'] })('dogs', photo('image/png'));
    expect(recipeBook(cuda)('dogs', photo('image/png'))).toBe(alone);
    expect(recipeBook(cuda)('cats', photo('image/png'))).not.toBe(alone);
    const wider: RecipeInputs = { ...cuda, settings: { method: 'cuda', kernelSize: 5, strength: 0.3 } };
    expect(recipeBook(wider)('dogs', photo('image/png'))).not.toBe(alone);
  });

  it('tells names apart that run together', () => {
    expect(recipe({ labels: ['ab', 'c', 'dogs'] })).not.toBe(recipe({ labels: ['a', 'bc', 'dogs'] }));
  });

  it('is null for a label without a place', () => {
    expect(recipe({}, 'fish')).toBeNull();
  });

  it('is the same in every session, so that a journal can be read later', () => {
    expect(recipe({})).toMatchInlineSnapshot(
      `"d14155ed83bc4bfc veil 160 0.3 dff035aa6b582bc3 image/jpeg 0.92 - opt-out - credit"`,
    );
  });
});
