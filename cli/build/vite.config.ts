import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { definedCommit } from '../../src/build/commit.ts';

const cli = fileURLToPath(new URL('..', import.meta.url));

/** The command line: our own sources in a few files; packages stay where npm puts them. */
export default defineConfig({
  root: cli,
  publicDir: false,
  define: definedCommit(cli),
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist',
    rolldownOptions: {
      input: { main: `${cli}main.ts`, photoThread: `${cli}threads/photoThread.ts` },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
