import { defineConfig } from 'vite';
import { securityHeaders } from '../../src/securityHeaders.ts';

/** A page that hands the engines to browser tests, built like the app and served with its headers. */
export default defineConfig({
  root: 'tests/harness',
  base: './',
  publicDir: false,
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    outDir: '../../.harness/engines',
    emptyOutDir: true,
  },
  preview: { headers: securityHeaders },
});
