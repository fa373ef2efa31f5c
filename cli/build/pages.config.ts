import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const pages = fileURLToPath(new URL('../pages/', import.meta.url));

/** The pages that `keyveil lab` and `keyveil trace` drive, built like the app, from the same façades. */
export default defineConfig({
  root: pages,
  base: './',
  publicDir: false,
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    outDir: '../dist/pages',
    rolldownOptions: { input: [`${pages}lab.html`, `${pages}trace.html`] },
  },
});
