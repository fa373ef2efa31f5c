import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { checksumsPlugin } from './src/build/checksumsPlugin.ts';
import { definedCommit } from './src/build/commit.ts';
import { docsPlugin } from './src/build/docsSite/docsPlugin.ts';
import { firstPagePlugin } from './src/build/firstPagePlugin.ts';
import { licencesPlugins } from './src/build/licences/licencesPlugin.ts';
import { offlinePlugin } from './src/build/offlinePlugin.ts';
import { appBuild } from './src/build/pageConfig.ts';
import { securityHeaders } from './src/securityHeaders.ts';

const licences = licencesPlugins();

export default defineConfig({
  // Relative, so that the build can be served from any folder of any static host.
  base: './',
  define: definedCommit(import.meta.dirname),
  plugins: [react(), firstPagePlugin(), docsPlugin(), licences.app(), offlinePlugin(), checksumsPlugin()],
  worker: { format: 'es', plugins: () => [licences.worker()] },
  // One style sheet: it is small, and the first paint waits for a single file.
  build: { ...appBuild, cssCodeSplit: false },
  // The dev server needs inline scripts for hot reload; only what people get carries the policy.
  preview: { headers: securityHeaders },
});
