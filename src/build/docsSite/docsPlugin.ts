import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { pages } from './pages.ts';
import { renderPage } from './render.ts';

const here = dirname(fileURLToPath(import.meta.url));
/** The Markdown files, and what they show. */
const docs = join(here, '../../../docs');

/** Puts the site that docs/*.md make beside the app, under `docs/`, so that both travel together and work offline. */
export function docsPlugin(): Plugin {
  return {
    name: 'keyveil:docs',
    apply: 'build',
    generateBundle() {
      const emit = (fileName: string, source: string | Uint8Array) =>
        this.emitFile({ type: 'asset', fileName: `docs/${fileName}`, source });
      for (const page of pages) {
        emit(`${page.file}.html`, renderPage(page, readFileSync(join(docs, `${page.file}.md`), 'utf8')));
      }
      emit(
        'docs.css',
        `${readFileSync(join(here, '../../ui/tokens.css'), 'utf8')}${readFileSync(join(here, 'docs.css'), 'utf8')}`,
      );
      // What pages offer to take away, such as scripts.
      for (const entry of readdirSync(docs, { withFileTypes: true })) {
        if (!entry.isFile() || entry.name.endsWith('.md')) continue;
        emit(entry.name, readFileSync(join(docs, entry.name)));
      }
      for (const name of readdirSync(join(docs, 'screenshots')).sort()) {
        emit(`screenshots/${name}`, readFileSync(join(docs, 'screenshots', name)));
      }
    },
  };
}
