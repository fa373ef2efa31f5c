import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,property,contract}/**/*.test.ts', 'tests/*.test.ts'],
    environment: 'node',
    // By itself Vitest leaves a core idle, which is half of a small machine.
    pool: 'threads',
    maxWorkers: '100%',
    // Argon2id and the large vectors take seconds on a slow machine; nothing here is judged by its time.
    testTimeout: 120_000,
  },
});
