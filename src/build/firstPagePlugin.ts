import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, type Plugin } from 'vite';

/** What index.html holds in the place of the page. */
const place = '<!-- first page -->';

/**
 * Writes the first page into index.html, so that it is painted before a script is there. What is written is what the
 * app itself draws, so the two cannot differ.
 */
export function firstPagePlugin(): Plugin {
  return {
    name: 'keyveil:first-page',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      async handler(html) {
        if (!html.includes(place)) throw new Error(`index.html has lost its ${place}`);
        const page = await drawn();
        // A function, because `$` means something in a string that replaces.
        return html.replace(place, () => page);
      },
    },
  };
}

/** Builds `firstPage` for Node, whole, and runs it. */
async function drawn(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'keyveil-first-page-'));
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      plugins: [react()],
      ssr: { noExternal: true },
      build: { ssr: 'src/firstPage.tsx', outDir, target: 'node20', copyPublicDir: false },
    });
    const entry = pathToFileURL(join(outDir, 'firstPage.js')).href;
    const { firstPage } = (await import(entry)) as { firstPage(): string };
    return firstPage();
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}
