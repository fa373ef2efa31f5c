import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LabelLevel, labelAt } from '../../../../src/core/labels/labelAt.ts';
import { levelQuestions } from '../../../../src/core/labels/labelLevels.ts';

/** The labels that the paths have until somebody answers. */
function labels(paths: readonly string[], known: readonly string[] = []) {
  const names: (string | null)[] = paths.map(path => labelAt(path, 0));
  for (const { paths: some, guess } of levelQuestions(paths, new Set(known)))
    for (const index of some) names[index] = labelAt(paths[index] ?? '', guess);
  return names;
}

const photos = (...folders: readonly string[]) => folders.map((folder, i) => `${folder}/${i}.jpg`);

describe('which folder is the label', () => {
  it('is not asked where every name lies in one place, or in parts of one set', () => {
    for (const paths of [
      photos('cats', 'dogs', 'cats'),
      photos('pets/cats', 'pets/dogs', 'people/Mia'),
      photos('train/cats', 'test/cats', 'train/dogs', 'val/dogs'),
      photos('set/train/cats', 'set/test/cats'),
      photos('takeout-001.zip/Takeout/Mia', 'takeout-002.zip/Takeout/Mia'),
      photos('library.part-1-of-2.zip/Mia', 'library.part-2-of-2.zip/Mia'),
      ['a.jpg', 'b.jpg'],
    ])
      expect(levelQuestions(paths)).toEqual([]);
  });

  it('keeps zips apart that differ by a number alone, where no folder in them says who', () => {
    const [question] = levelQuestions(photos('Class 1.zip/edited', 'Class 2.zip/edited'));
    expect(question?.guess).toBe(1);
    expect(question?.choices.map(({ labels }) => labels.map(({ name }) => name))).toEqual([
      ['edited'],
      ['Class 1', 'Class 2'],
    ]);
  });

  it('asks whether the parts of a set, which lie inside of one folder, are that folder', () => {
    const [question] = levelQuestions(photos('cats/train', 'cats/train', 'cats/test'));
    expect(question?.guess).toBe(1);
    expect(question?.choices.map(({ labels }) => labels)).toContainEqual([{ name: 'cats', count: 3 }]);
  });

  it('keeps people apart whose years have one name', () => {
    const paths = photos('Mia/2023', 'Mia/2024', 'Tom/2023', 'Tom/2023');
    expect(levelQuestions(paths)).toEqual([
      {
        paths: [0, 1, 2, 3],
        guess: 1,
        choices: [
          {
            level: 0,
            labels: [
              { name: '2023', count: 3 },
              { name: '2024', count: 1 },
            ],
          },
          {
            level: 1,
            labels: [
              { name: 'Mia', count: 2 },
              { name: 'Tom', count: 2 },
            ],
          },
          {
            level: 'both',
            labels: [
              { name: 'Tom 2023', count: 2 },
              { name: 'Mia 2023', count: 1 },
              { name: 'Mia 2024', count: 1 },
            ],
          },
        ],
      },
    ]);
    expect(labels(paths)).toEqual(['Mia', 'Mia', 'Tom', 'Tom']);
  });

  it.each([
    [
      ['Mia/edited', 'Tom/edited', 'Mia/RAW'],
      ['Mia', 'Tom', 'Mia'],
    ],
    [
      ['Mia/edited', 'Mia'],
      ['Mia', 'Mia'],
    ],
    [
      ['2022/Mia', '2023/Mia', '2023/Tom'],
      ['Mia', 'Mia', 'Tom'],
    ],
    [
      ['Photos/Mia/2023/edited', 'Photos/Tom/2023/edited'],
      ['Mia', 'Tom'],
    ],
    [
      ['cats/train', 'cats/test', 'dogs/train'],
      ['cats', 'cats', 'dogs'],
    ],
    [
      ['train/Mia/2023', 'test/Mia/2023', 'train/Tom/2023'],
      ['Mia', 'Mia', 'Tom'],
    ],
    [
      ['Mia.zip/2023', 'Tom.zip/2023'],
      ['Mia', 'Tom'],
    ],
    [
      ['summer.zip/Mia', 'winter.zip/Mia', 'winter.zip/Tom'],
      ['Mia', 'Mia', 'Tom'],
    ],
    // Either may be meant: nobody is merged.
    [
      ['Family/Mia', 'School/Mia', 'School/Tom'],
      ['Family Mia', 'School Mia', 'School Tom'],
    ],
    [
      ['Mia', 'Tom/Mia'],
      ['Mia', 'Tom'],
    ],
  ])('guesses for %j: %j', (folders, expected) => {
    expect(labels(photos(...folders))).toEqual(expected);
  });

  it('follows what was chosen before', () => {
    const paths = photos('Family/Mia', 'School/Mia');
    expect(labels(paths, ['Mia'])).toEqual(['Mia', 'Mia']);
    expect(labels(paths, ['Family', 'School'])).toEqual(['Family', 'School']);
    expect(labels(photos('Mia/2023', 'Tom/2023'), ['2023'])).toEqual(['2023', '2023']);
  });

  it('asks of each group by itself', () => {
    const paths = photos(
      'people/Mia/2023',
      'people/Tom/2023',
      'pets/Rex/RAW',
      'pets/Bella/RAW',
      'trips/Rome',
    );
    expect(levelQuestions(paths).map(question => question.paths)).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it('never gives one label to photos of two folders, unless they are asked about or are parts of one set', () => {
    const folder = fc.constantFrom('Mia', 'Tom', '2023', 'edited', 'cats', 'train', 'test');
    const levels: readonly LabelLevel[] = [0, 1, 2, 3, 'both'];
    fc.assert(
      fc.property(fc.array(fc.array(folder, { minLength: 1, maxLength: 4 }), { maxLength: 12 }), folders => {
        const paths = folders.map((one, i) => `${one.join('/')}/${i}.jpg`);
        const asked = levelQuestions(paths);
        const about = asked.flatMap(question => question.paths);
        expect(new Set(about).size).toBe(about.length);
        for (const { choices, guess, paths: some } of asked) {
          expect(choices.length).toBeGreaterThan(1);
          expect(choices.some(({ level }) => level === guess)).toBe(true);
          for (const { level, labels: counts } of choices) {
            const total = counts.reduce((sum, { count }) => sum + count, 0);
            expect(total).toBeGreaterThanOrEqual(some.length);
            for (const index of some)
              expect(counts.map(({ name }) => name)).toContain(
                labelAt(paths[index] ?? '', level as LabelLevel),
              );
          }
        }
        const parents = new Map<string, { readonly parent: string; readonly index: number }>();
        folders.forEach((one, i) => {
          if (about.includes(i)) return;
          const leaf = (one.at(-1) ?? '').toLowerCase();
          const parent = one
            .slice(0, -1)
            .filter(name => name !== 'train' && name !== 'test')
            .join('/')
            .toLowerCase();
          const before = parents.get(leaf);
          // Where no level would part them, there is nothing to ask.
          if (before !== undefined && before.parent !== parent)
            expect(levels.map(level => labelAt(paths[i] ?? '', level))).toEqual(
              levels.map(level => labelAt(paths[before.index] ?? '', level)),
            );
          parents.set(leaf, { parent, index: i });
        });
      }),
    );
  });
});
