import { describe, expect, it } from 'vitest';
import { type PlanInputs, type PlanPhoto, planPhotos, recipeBook } from '../../../src/core/plan.ts';
import { defaultOutput, type SourceType } from '../../../src/core/settings.ts';

const inputs: PlanInputs = {
  keyCheck: 'd14155ed83bc4bfc',
  settings: { method: 'veil', veilSize: 160, strength: 0.3 },
  output: defaultOutput,
  labels: ['cats', 'dogs', 'owls'],
};
const cuda: PlanInputs = { ...inputs, settings: { method: 'cuda', kernelSize: 3, strength: 0.3 } };

function photo(
  id: string,
  label = 'cats',
  name = `${id}.jpg`,
  sourceType: SourceType = 'image/jpeg',
): PlanPhoto {
  return { id, label, name, sourceType };
}

function recipe(
  changed: Partial<PlanInputs>,
  label = 'dogs',
  type: SourceType = 'image/jpeg',
): string | null {
  return recipeBook({ ...inputs, ...changed })(label, type);
}

describe('the plan', () => {
  it('says for each photo where it goes and how it is encoded', () => {
    expect(
      planPhotos(
        [photo('1'), photo('2', 'dogs', 'x.heic', 'image/heic'), photo('3', 'dogs', 'g.gif', 'image/gif')],
        inputs,
      ),
    ).toMatchObject([
      { id: '1', label: 'cats', path: 'cats/1.jpg', type: 'image/jpeg', quality: 0.92 },
      { id: '2', label: 'dogs', path: 'dogs/x.jpg', type: 'image/jpeg', quality: 0.92 },
      { id: '3', label: 'dogs', path: 'dogs/g.png', type: 'image/png', quality: undefined },
    ]);
  });

  it('changes paths and not recipes when a clash is solved by a rename', () => {
    const [, before] = planPhotos([photo('1', 'cats', 'a.jpg'), photo('2', 'cats', 'A.JPG')], inputs);
    const [, after] = planPhotos([photo('1', 'cats', 'b.jpg'), photo('2', 'cats', 'A.JPG')], inputs);
    expect([before?.path, after?.path]).toEqual(['cats/A (2).jpg', 'cats/A.jpg']);
    expect(after?.recipe).toBe(before?.recipe);
  });

  it('does not take a photo whose label is not in the order', () => {
    expect(() => planPhotos([photo('1', 'fish')], inputs)).toThrow(/not in the order/);
  });

  // Takes 0.2 s; were each clash counted from 2 again, minutes.
  it('is quick for 10,000 photos of one name', { timeout: 20_000 }, () => {
    const labels = Array.from({ length: 100 }, (_, i) => `label ${i}`);
    const photos = Array.from({ length: 10_000 }, (_, i) => photo(`${i}`, labels[i % 100], 'IMG_0001.jpg'));
    const plan = planPhotos(photos, { ...inputs, labels });
    expect(new Set(plan.map(({ recipe: text }) => text)).size).toBe(100);
    expect(new Set(plan.map(({ path }) => path.toLowerCase())).size).toBe(10_000);
  });
});

describe('a recipe', () => {
  it.each<[string, Partial<PlanInputs>]>([
    ['the key', { keyCheck: '98315240931cd2be' }],
    ['the method', { settings: cuda.settings }],
    ['the veil size', { settings: { method: 'veil', veilSize: 161, strength: 0.3 } }],
    ['the strength', { settings: { method: 'veil', veilSize: 160, strength: 0.2 } }],
    ['the format', { output: { ...defaultOutput, format: 'png' } }],
    ['the quality', { output: { ...defaultOutput, jpegQuality: 0.9 } }],
    ['the opt-out', { output: { ...defaultOutput, optOut: false } }],
    ['the rights', { output: { ...defaultOutput, rights: '© Mia' } }],
    ['date and copyright', { output: { ...defaultOutput, keepDateAndCopyright: true } }],
    ['the long side', { output: { ...defaultOutput, longSide: 2048 } }],
    ['a label before its own', { labels: ['cows', 'dogs', 'owls'] }],
    ['a new label before its own', { labels: ['cats', 'cows', 'dogs', 'owls'] }],
  ])('changes with %s', (_, change) => {
    expect(recipe(change)).not.toBe(recipe({}));
  });

  it.each<[string, Partial<PlanInputs>]>([
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
    const jpeg = book('dogs', 'image/jpeg');
    expect(book('dogs', 'image/png')).not.toBe(jpeg);
    expect(book('dogs', 'image/heic')).toBe(jpeg);
  });

  it('changes with the long side only where the photo is longer', () => {
    const small = (longSide: number | null, side: number) =>
      recipeBook({ ...inputs, output: { ...defaultOutput, longSide } })('dogs', 'image/jpeg', side);
    expect(small(2048, 2048)).toBe(small(null, 2048));
    expect(small(2048, 2049)).not.toBe(small(null, 2049));
    expect(small(2048, 2049)).not.toBe(small(1024, 2049));
    expect(small(2048, 4000)).not.toContain('© ');
  });

  it('of cuda does not depend on other labels, but on its own', () => {
    const alone = recipeBook({ ...cuda, labels: ['dogs'] })('dogs', 'image/png');
    expect(recipeBook(cuda)('dogs', 'image/png')).toBe(alone);
    expect(recipeBook(cuda)('cats', 'image/png')).not.toBe(alone);
    const wider: PlanInputs = { ...cuda, settings: { method: 'cuda', kernelSize: 5, strength: 0.3 } };
    expect(recipeBook(wider)('dogs', 'image/png')).not.toBe(alone);
  });

  it('tells names apart that run together', () => {
    expect(recipe({ labels: ['ab', 'c', 'dogs'] })).not.toBe(recipe({ labels: ['a', 'bc', 'dogs'] }));
  });

  it('is null for a label without a place', () => {
    expect(recipe({}, 'fish')).toBeNull();
  });

  it('is the same in every session, so that a journal can be read later', () => {
    expect(recipe({})).toMatchInlineSnapshot(
      `"d14155ed83bc4bfc veil 160 0.3 dff035aa6b582bc3 image/jpeg 0.92 - opt-out - -"`,
    );
  });
});
