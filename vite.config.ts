import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { docsPlugin } from './docs/site/docsPlugin.ts';
import { licencesPlugins } from './licences/licencesPlugin.ts';
import { checksumsPlugin } from './src/checksumsPlugin.ts';
import { firstPagePlugin } from './src/firstPagePlugin.ts';
import { offlinePlugin } from './src/offlinePlugin.ts';
import { securityHeaders } from './src/securityHeaders.ts';

const licences = licencesPlugins();

export default defineConfig({
  // Relative, so that the build can be served from any folder of any static host.
  base: './',
  plugins: [react(), firstPagePlugin(), docsPlugin(), licences.app(), offlinePlugin(), checksumsPlugin()],
  worker: { format: 'es', plugins: () => [licences.worker()] },
  // One style sheet: it is small, and the first paint waits for a single file.
  build: { target: 'es2023', modulePreload: { polyfill: false }, cssCodeSplit: false },
  // The dev server needs inline scripts for hot reload; only what people get carries the policy.
  preview: { headers: securityHeaders },
});
