import { defineConfig } from 'vite';
import { securityHeaders } from '../../../src/securityHeaders.ts';

/** The page that recognises photos for the bench, built like the app, from the same façades. */
export default defineConfig({
  root: 'tests/bench/trace',
  base: './',
  publicDir: false,
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    outDir: '../../../.harness/recognise',
    emptyOutDir: true,
  },
  preview: { headers: securityHeaders },
});
