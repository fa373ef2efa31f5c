import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { securityHeaders } from './src/securityHeaders.ts';

export default defineConfig({
  // Relative, so that the build can be served from any folder of any static host.
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: { target: 'es2023', modulePreload: { polyfill: false } },
  // The dev server needs inline scripts for hot reload; only what people get carries the policy.
  preview: { headers: securityHeaders },
});
