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

export default defineConfig({
  test: {
    include: [...(sets[set] ?? ['tests/{unit,property,contract}/**/*.test.ts', 'tests/*.test.ts'])],
    environment: 'node',
    // By itself Vitest leaves a core idle, which is half of a small machine.
    pool: 'threads',
    maxWorkers: '100%',
    // One browser at a time.
    fileParallelism: set !== 'browsers',
    // Argon2id and the large vectors take seconds on a slow machine; nothing here is judged by its time.
    testTimeout: set === 'browsers' || set === 'evidence' ? 300_000 : 120_000,
    hookTimeout: set === 'browsers' ? 120_000 : 10_000,
  },
});
