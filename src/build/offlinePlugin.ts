import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin, ResolvedConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { checksumsName } from './checksumsPlugin.ts';
import { webManifest } from './webManifest.ts';

/** Files of the build that the service worker does not keep: itself, and what is for hosts and those who check them. */
export const notKept: readonly string[] = ['sw.js', '_headers', checksumsName, '**/*.map'];

/** Larger than any file that we ship; what is over it would be left out of the list without a word. */
const largest = 64 * 1024 * 1024;

/** The integrity of a file as the browser checks it, `sha256-…` in Base64 (W3C Subresource Integrity). */
function integrityOf(path: string): string {
  return `sha256-${createHash('sha256').update(readFileSync(path)).digest('base64')}`;
}

/**
 * Builds the service worker (`sw.ts`) and gives it the list of the build's files with their hashes, and writes the web
 * manifest. The page registers the worker itself, late: see `state/offline.ts`.
 *
 * `injectManifest`, with a worker of our own, because it is short enough to be read, checks every file against the
 * build, and gives pages and workers our headers on hosts that send none; a generated one does neither.
 */
export function offlinePlugin(): Plugin[] {
  let outDir = 'dist';
  const whereTo: Plugin = {
    name: 'keyveil:out-dir',
    configResolved: ({ root, build }: ResolvedConfig) => {
      outDir = resolve(root, build.outDir);
    },
  };
  const pwa = VitePWA({
    strategies: 'injectManifest',
    srcDir: 'src',
    filename: 'sw.ts',
    injectRegister: false,
    manifest: webManifest,
    includeManifestIcons: false,
    injectManifest: {
      rollupFormat: 'iife',
      globPatterns: ['**/*'],
      globIgnores: [...notKept],
      maximumFileSizeToCacheInBytes: largest,
      manifestTransforms: [
        entries => ({
          manifest: entries
            .map(({ url, size }) => ({
              // Some hosts send people from `index.html` to its folder.
              url: url === 'index.html' ? './' : url,
              revision: null,
              integrity: integrityOf(join(outDir, url)),
              size,
            }))
            .sort((a, b) => (a.url < b.url ? -1 : 1)),
          warnings: [],
        }),
      ],
    },
  });
  return [whereTo, ...pwa];
}
