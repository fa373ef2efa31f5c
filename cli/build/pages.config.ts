import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { licencesPlugins } from '../../src/build/licences/licencesPlugin.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
// What others wrote is built into the pages; its licences go with them.
const licences = licencesPlugins();

/** The pages that `keyveil lab` and `keyveil trace` drive, built like the app, from the same façades. */
export default defineConfig({
  root,
  base: './',
  publicDir: false,
  plugins: [licences.app()],
  worker: { format: 'es', plugins: () => [licences.worker()] },
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    outDir: 'cli/dist/pages',
    rolldownOptions: {
      input: [
        'cli/pages/lab.html',
        'cli/pages/detector.html',
        'cli/pages/backbone.html',
        'cli/pages/trace.html',
      ],
    },
  },
});
