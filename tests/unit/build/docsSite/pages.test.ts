import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  chineseDocs,
  type DocsSite,
  docsSites,
  englishDocs,
  pagesOf,
} from '../../../../src/build/docsSite/pages.ts';
import { renderPage } from '../../../../src/build/docsSite/render.ts';
import { root } from '../../../fixtures/places.ts';

const docs = join(root, 'docs');
const page = { file: 'index', title: 'Here' };

const markdownOf = ({ folder }: DocsSite, file: string): string =>
  readFileSync(join(docs, folder, `${file}.md`), 'utf8');

describe.each(docsSites)('the site in $lang', site => {
  const folder = join(docs, site.folder);

  test('has every Markdown file in its menu, once', () => {
    const written = readdirSync(folder).filter(name => name.endsWith('.md'));
    const listed = pagesOf(site).map(one => `${one.file}.md`);
    expect(listed.sort()).toEqual(written.sort());
  });

  test('shows pictures that are there', () => {
    for (const { file } of pagesOf(site)) {
      for (const [, path = ''] of markdownOf(site, file).matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)) {
        expect(existsSync(join(folder, path)), `${file}.md: ${path}`).toBe(true);
      }
    }
  });

  test('has no link that leads nowhere', () => {
    const all = new Map(
      docsSites.flatMap(each =>
        pagesOf(each).map(one => [
          join(each.folder, `${one.file}.html`),
          renderPage(each, one, markdownOf(each, one.file)),
        ]),
      ),
    );
    for (const { file: from } of pagesOf(site)) {
      const name = join(site.folder, `${from}.html`);
      for (const [, href = ''] of (all.get(name) ?? '').matchAll(/<a [^>]*href="([^"]+)"/g)) {
        if (/^https?:/.test(href) || /^(?:\.\.\/)+$/.test(href)) continue;
        const [file = '', anchor] = href.split('#');
        if (!file.endsWith('.html') && file !== '' && existsSync(join(folder, file))) continue;
        const target = all.get(file === '' ? name : join(site.folder, file));
        expect(target, `${name}: ${href}`).toBeDefined();
        if (anchor !== undefined) expect(target, `${name}: ${href}`).toContain(` id="${anchor}"`);
      }
    }
  });

  test('names sources that are there', () => {
    for (const one of pagesOf(site)) {
      for (const [, path = ''] of markdownOf(site, one.file).matchAll(/\]\((\.\.\/[^)#]+)\)/g)) {
        expect(existsSync(join(folder, path)), `${one.file}.md: ${path}`).toBe(true);
      }
    }
  });
});

describe('a page', () => {
  test('links to sources in the repository alone', () => {
    const html = renderPage(englishDocs, page, '# A\n\n[`src/main.ts`](../src/main.ts)\n');
    expect(html).toContain('<p><code>src/main.ts</code></p>');
  });

  test('leads to the same page in another language, and to English where there is no other', () => {
    const limits = { file: 'limits', title: 'Limits' };
    expect(renderPage(englishDocs, limits, '# A\n')).toContain('href="zh/limits.html" lang="zh-Hans"');
    const method = { file: 'method', title: 'The method' };
    expect(renderPage(englishDocs, method, '# A\n')).toContain('href="zh/index.html" lang="zh-Hans"');
    const html = renderPage(chineseDocs, limits, '# A\n\n[x](../method.md#keys) [y](faq.md)\n');
    expect(html).toContain('<html lang="zh-Hans">');
    expect(html).toContain('href="../limits.html" lang="en"');
    expect(html).toContain('<a href="../method.html#keys" hreflang="en">x</a>');
    expect(html).toContain('<a href="faq.html">y</a>');
    expect(html).toContain('href="../docs.css"');
  });

  test('makes headings that can be linked to, and tables that scroll by themselves', () => {
    const html = renderPage(
      englishDocs,
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
    const html = renderPage(
      englishDocs,
      page,
      '# A\n\n[how](how-to.md#keyboard) and [paper](https://example.org/)\n',
    );
    expect(html).toContain('href="how-to.html#keyboard"');
    expect(html).toContain('href="https://example.org/" rel="noreferrer"');
  });

  test.each([
    ['HTML', '# A\n\n<script>alert(1)</script>\n', /holds HTML/],
    ['a link to a page that there is not', '# A\n\n[x](nowhere.md)\n', /not a page/],
    ['no title', 'words\n', /no heading/],
  ])('refuses %s', (_, markdown, reason) => {
    expect(() => renderPage(englishDocs, page, markdown)).toThrow(reason);
  });

  test('leaves out the marks that tools look for', () => {
    const html = renderPage(
      englishDocs,
      page,
      '# A\n\n<!-- mark -->\n\n| a |\n| --- |\n| 1 |\n\n<!-- /mark -->\n',
    );
    expect(html).not.toContain('mark');
    expect(html).toContain('<table>');
  });

  test('escapes what looks like HTML in code', () => {
    expect(renderPage(englishDocs, page, '# A\n\n`<b>` and\n\n```\n<i>\n```\n')).toContain('&lt;i&gt;');
  });
});
