import { defineConfig } from 'vitest/config';

/**
 * What takes longer, for `npm run test:full`; the app in other makes of browsers, for `npm run test:browsers`; the command line on
 * clusters, for `npm run test:cluster`; the field's networks by PyTorch, for `npm run test:evidence`.
 */
const sets: Readonly<Record<string, readonly string[]>> = {
  full: ['tests/full/**/*.test.ts'],
  browsers: ['tests/browsers/*.test.ts'],
  cluster: ['tests/cluster/*.test.ts'],
  evidence: ['tests/evidence/*.test.ts'],
};
const set = process.env.KEYVEIL_TESTS ?? '';

/** Values in, values out: what one of these files does no other can see, so they share one world of modules. */
const pure: string[] = [
  'tests/unit/{core,codec,locales,prove/core}/**/*.test.ts',
  'tests/{property,contract}/**/*.test.ts',
];

export default defineConfig({
  test: {
    environment: 'node',
    // By itself Vitest leaves a core idle, which is half of a small machine.
    pool: 'threads',
    maxWorkers: '100%',
    // Argon2id and the large vectors take seconds on a slow machine; nothing here is judged by its time.
    testTimeout: set === 'browsers' || set === 'evidence' ? 300_000 : 240_000,
    hookTimeout: 120_000,
    ...(set in sets
      ? {
          include: [...(sets[set] ?? [])],
          // One browser at a time.
          fileParallelism: set !== 'browsers',
        }
      : {
          projects: [
            { extends: true, test: { name: 'pure', include: pure, isolate: false } },
            {
              extends: true,
              test: {
                name: 'apart',
                include: ['tests/unit/**/*.test.ts', 'tests/*.test.ts'],
                exclude: pure,
              },
            },
          ],
        }),
  },
});
