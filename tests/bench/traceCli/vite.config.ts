import { defineConfig } from 'vite';
import { securityHeaders } from '../../../src/securityHeaders.ts';

/** The page that `npm run trace` drives, built like the app, from the same façades, under the same policy. */
export default defineConfig({
  root: 'tests/bench/traceCli',
  base: './',
  publicDir: false,
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    outDir: '../../../.harness/trace',
    emptyOutDir: true,
  },
  preview: { headers: securityHeaders },
});
