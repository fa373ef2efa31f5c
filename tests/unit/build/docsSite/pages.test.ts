import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pages } from '../../../../src/build/docsSite/pages.ts';
import { renderPage } from '../../../../src/build/docsSite/render.ts';
import { root } from '../../../fixtures/places.ts';

const docs = join(root, 'docs');
const page = { file: 'index', title: 'Here' };

describe('the site that docs/*.md make', () => {
  test('has every Markdown file in its menu, once', () => {
    const written = readdirSync(docs).filter(name => name.endsWith('.md'));
    expect(pages.map(one => `${one.file}.md`).sort()).toEqual(written.sort());
  });

  test('shows pictures that are there', () => {
    for (const { file } of pages) {
      const words = readFileSync(join(docs, `${file}.md`), 'utf8');
      for (const [, path = ''] of words.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)) {
        expect(existsSync(join(docs, path)), `${file}.md: ${path}`).toBe(true);
      }
    }
  });

  test('has no link that leads nowhere', () => {
    const all = new Map(
      pages.map(one => [
        `${one.file}.html`,
        renderPage(one, readFileSync(join(docs, `${one.file}.md`), 'utf8')),
      ]),
    );
    for (const [name, html] of all) {
      for (const [, href = ''] of html.matchAll(/<a [^>]*href="([^"]+)"/g)) {
        if (/^https?:/.test(href) || href === '../') continue;
        const [file = '', anchor] = href.split('#');
        if (!file.endsWith('.html') && existsSync(join(docs, file)) && file !== '') continue;
        const target = all.get(file === '' ? name : file);
        expect(target, `${name}: ${href}`).toBeDefined();
        if (anchor !== undefined) expect(target, `${name}: ${href}`).toContain(` id="${anchor}"`);
      }
    }
  });

  test('names sources that are there, and links to them in the repository alone', () => {
    for (const one of pages) {
      const words = readFileSync(join(docs, `${one.file}.md`), 'utf8');
      for (const [, path = ''] of words.matchAll(/\]\((\.\.\/[^)#]+)\)/g)) {
        expect(existsSync(join(docs, path)), `${one.file}.md: ${path}`).toBe(true);
      }
    }
    const html = renderPage(page, '# A\n\n[`src/main.ts`](../src/main.ts)\n');
    expect(html).toContain('<p><code>src/main.ts</code></p>');
  });

  test('makes headings that can be linked to, and tables that scroll by themselves', () => {
    const html = renderPage(
      page,
      '# A title\n\n## Two words\n\n## Two words\n\n| a | b |\n| --- | ---: |\n| 1 | 2 |\n',
    );
    expect(html).toContain('<h2 id="two-words">');
    expect(html).toContain('<h2 id="two-words-1">');
    expect(html).toContain('<th scope="col" class="right">b</th>');
    expect(html).toMatch(/<div class="table" tabindex="0"[^>]*><table>/);
    expect(html).toContain('<title>Keyveil</title>');
  });

  test('leads from page to page, and says nothing to where a link leads away', () => {
    const html = renderPage(page, '# A\n\n[how](how-to.md#keyboard) and [paper](https://example.org/)\n');
    expect(html).toContain('href="how-to.html#keyboard"');
    expect(html).toContain('href="https://example.org/" rel="noreferrer"');
  });

  test.each([
    ['HTML', '# A\n\n<script>alert(1)</script>\n', /holds HTML/],
    ['a link to a page that there is not', '# A\n\n[x](nowhere.md)\n', /not a page/],
    ['no title', 'words\n', /no heading/],
  ])('refuses %s', (_, markdown, reason) => {
    expect(() => renderPage(page, markdown)).toThrow(reason);
  });

  test('leaves out the marks that tools look for', () => {
    const html = renderPage(page, '# A\n\n<!-- mark -->\n\n| a |\n| --- |\n| 1 |\n\n<!-- /mark -->\n');
    expect(html).not.toContain('mark');
    expect(html).toContain('<table>');
  });

  test('escapes what looks like HTML in code', () => {
    expect(renderPage(page, '# A\n\n`<b>` and\n\n```\n<i>\n```\n')).toContain('&lt;i&gt;');
  });
});
