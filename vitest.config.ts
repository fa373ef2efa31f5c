import { defineConfig } from 'vitest/config';

/** Those that try more where time does not count (`tests/fixtures/howMany.ts`). */
const thorough = [
  'tests/property/**/*.test.ts',
  'tests/unit/archive/digestFiles.test.ts',
  'tests/unit/cli/protect/*.test.ts',
  'tests/unit/engine/cpu/cpuEngine.test.ts',
  'tests/unit/trace/core/decoys.test.ts',
];

/**
 * What takes longer, for `npm run test:full`; the app in other makes of browsers, for `npm run test:browsers`; the command line on
 * clusters, for `npm run test:cluster`; the field's networks by PyTorch, for `npm run test:evidence`.
 */
const sets: Readonly<Record<string, readonly string[]>> = {
  full: ['tests/full/**/*.test.ts', ...thorough],
  browsers: ['tests/browsers/*.test.ts'],
  cluster: ['tests/cluster/*.test.ts'],
  evidence: ['tests/evidence/*.test.ts'],
};
const set = process.env.KEYVEIL_TESTS ?? '';

/**
 * What one of these files does no other can see, so they share one world of modules, and with it the keys that were
 * stretched.
 */
const shared: string[] = [
  'tests/unit/{build,codec,core,features,locales,state,ui}/**/*.test.ts',
  'tests/unit/{prove,trace}/{core,state,view}/**/*.test.ts',
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
            { extends: true, test: { name: 'shared', include: shared, isolate: false } },
            {
              extends: true,
              test: {
                name: 'apart',
                include: ['tests/unit/**/*.test.ts', 'tests/*.test.ts'],
                exclude: shared,
              },
            },
          ],
        }),
  },
});
