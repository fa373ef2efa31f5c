import { defineConfig } from 'vitest/config';

/** What takes longer, for `npm run test:full`. */
const full = process.env.KEYVEIL_TESTS === 'full';

export default defineConfig({
  test: {
    include: full
      ? ['tests/full/**/*.test.ts']
      : ['tests/{unit,property,contract}/**/*.test.ts', 'tests/*.test.ts'],
    environment: 'node',
    // By itself Vitest leaves a core idle, which is half of a small machine.
    pool: 'threads',
    maxWorkers: '100%',
    // Argon2id and the large vectors take seconds on a slow machine; nothing here is judged by its time.
    testTimeout: 120_000,
  },
});
