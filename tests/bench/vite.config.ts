import { defineConfig } from 'vite';
import { securityHeaders } from '../../src/securityHeaders.ts';

/**
 * Ours, but for Trusted Types: the libraries that Keyveil is measured against start workers of their own from plain
 * addresses.
 */
const headers = {
  ...securityHeaders,
  'Content-Security-Policy': securityHeaders['Content-Security-Policy']
    .split('; ')
    .filter(line => !/^(?:require-)?trusted-types/.test(line))
    .join('; '),
};

/** The page of the bench, built like the app, from the same façades. */
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
    rolldownOptions: { input: ['tests/bench/index.html'] },
  },
  preview: { headers },
});
