import { describe, expect, it } from 'vitest';
import type { Filter } from '../../../src/core/filter/filter.ts';
import { outputPaths, type PlanInputs, type PlanPhoto, planRun } from '../../../src/core/plan.ts';
import { recipeBook } from '../../../src/core/recipe.ts';
import { defaultOutput, type SourceType } from '../../../src/core/settings.ts';

const filter = (side: number): Filter => ({ size: 3, weights: [0, side, 0, side, 1, side, 0, side, 0] });

const inputs: PlanInputs = {
  keyCheck: 'd14155ed83bc4bfc',
  settings: { method: 'veil', veilSize: 160, strength: 0.3 },
  output: { ...defaultOutput, longSide: 2048, rights: '© Mia' },
  labels: ['cats', 'dogs'],
  imprints: new Map([
    ['cats', { filter: filter(0.1), cast: null }],
    ['dogs', { filter: filter(0.2), cast: null }],
  ]),
};

const photo = (id: string, label = 'cats', type: SourceType = 'image/jpeg'): PlanPhoto => ({
  id,
  label,
  type,
  width: 640,
  height: 480,
});

describe('the plan of a run', () => {
  it('carries the cast of each label, and no veil at strength 0', () => {
    const numbers = Array.from({ length: 21 }, (_, i) => i / 21);
    const imprints = new Map([['cats', { filter: filter(0), cast: numbers }]]);
    const settings = { method: 'cast', castLevel: 6, strength: 0, veilSize: null } as const;
    const [planned] = planRun([photo('1')], { ...inputs, settings, imprints });
    expect(planned?.treatment).toEqual({
      method: 'cast',
      cast: numbers,
      castLevel: 6,
      filter: filter(0),
      veilSize: null,
    });
    const [other] = planRun([photo('1')], {
      ...inputs,
      settings: { ...settings, castLevel: 6.5 },
      imprints,
    });
    expect(other?.recipe).not.toBe(planned?.recipe);
  });

  it('gives each photo the filter of its label and the file that it becomes', () => {
    const marks = { optOut: true, rights: '© Mia', keepDateAndCopyright: true };
    expect(planRun([photo('1'), photo('2', 'dogs', 'image/gif')], inputs)).toMatchObject([
      {
        id: '1',
        treatment: { method: 'veil', filter: filter(0.1), veilSize: 160 },
        output: { format: 'image/jpeg', quality: 0.92, longSide: 2048, marks },
      },
      {
        id: '2',
        treatment: { method: 'veil', filter: filter(0.2), veilSize: 160 },
        output: { format: 'image/png', quality: undefined, longSide: 2048, marks },
      },
    ]);
  });

  it('treats photos as the method says', () => {
    const [cuda] = planRun([photo('1')], {
      ...inputs,
      settings: { method: 'cuda', kernelSize: 3, strength: 0.3 },
    });
    expect(cuda?.treatment).toEqual({ method: 'cuda', filter: filter(0.1) });
  });

  it('names the recipe that the page compares results with', () => {
    const [planned] = planRun([photo('1', 'dogs')], inputs);
    expect(planned?.recipe).toBe(recipeBook(inputs)('dogs', photo('1')));
  });

  it('does not take a photo whose label has no imprint', () => {
    expect(() => planRun([photo('1', 'fish')], inputs)).toThrow(/without an imprint/);
  });
});

describe('the places in the archive', () => {
  const placed = (label: string, name: string, type: SourceType = 'image/jpeg') => ({ label, name, type });

  it('are a folder for each label, with the extension of the file that is made', () => {
    const photos = [
      placed('cats', '1.jpg'),
      placed('dogs', 'x.heic', 'image/heic'),
      placed('dogs', 'g.gif', 'image/gif'),
    ];
    expect(outputPaths(photos, defaultOutput)).toEqual(['cats/1.jpg', 'dogs/x.jpg', 'dogs/g.png']);
  });

  it('change when a clash is solved by a rename', () => {
    expect(outputPaths([placed('cats', 'a.jpg'), placed('cats', 'A.JPG')], defaultOutput)[1]).toBe(
      'cats/A (2).jpg',
    );
    expect(outputPaths([placed('cats', 'b.jpg'), placed('cats', 'A.JPG')], defaultOutput)[1]).toBe(
      'cats/A.jpg',
    );
  });

  // Takes 0.2 s; were each clash counted from 2 again, minutes.
  it('are found quickly for 10,000 photos of one name', { timeout: 20_000 }, () => {
    const photos = Array.from({ length: 10_000 }, (_, i) => placed(`label ${i % 100}`, 'IMG_0001.jpg'));
    const paths = outputPaths(photos, defaultOutput);
    expect(new Set(paths.map(path => path.toLowerCase())).size).toBe(10_000);
  });
});
