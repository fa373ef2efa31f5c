import { defineConfig } from 'vite';
import { securityHeaders } from '../../src/securityHeaders.ts';

/** The bench page, built like the app, from the same façades. */
export default defineConfig({
  root: 'tests/bench',
  base: './',
  publicDir: false,
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    outDir: '../../.harness/bench',
    emptyOutDir: true,
  },
  preview: { headers: securityHeaders },
});
