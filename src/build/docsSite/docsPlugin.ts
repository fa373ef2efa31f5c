import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { docsSites, pagesOf } from './pages.ts';
import { renderPage } from './render.ts';

const here = dirname(fileURLToPath(import.meta.url));
/** The Markdown files, and what they show. */
const docs = join(here, '../../../docs');

/** Puts the sites that the Markdown files in docs make beside the app, under `docs/`, so that both travel together and work offline. */
export function docsPlugin(): Plugin {
  return {
    name: 'keyveil:docs',
    apply: 'build',
    generateBundle() {
      const emit = (fileName: string, source: string | Uint8Array) =>
        this.emitFile({ type: 'asset', fileName: `docs/${fileName}`, source });
      for (const site of docsSites) {
        for (const page of pagesOf(site)) {
          const markdown = readFileSync(join(docs, site.folder, `${page.file}.md`), 'utf8');
          emit(join(site.folder, `${page.file}.html`), renderPage(site, page, markdown));
        }
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
