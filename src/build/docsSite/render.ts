import { Marked, type Token, type Tokens } from 'marked';
import { type DocsPage, type DocsSite, docsSites, englishDocs, ownNames, pagesOf } from './pages.ts';

/** The site runs no script and asks nothing of anybody. */
const policy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/** A line that tools look for and nobody reads, such as the marks around a table that is made. */
const remark = /^<!--[^<>]*-->$/gm;

/**
 * A page of a site as a whole HTML document.
 *
 * @param page one of the site's
 * @param markdown its text; the first heading is the page's name
 * @throws Error when the text has raw HTML, no heading of the first level, or a link to a page that there is not
 */
export function renderPage(site: DocsSite, page: DocsPage, markdown: string): string {
  const marked = new Marked();
  const anchors = new Map<string, number>();
  marked.use({
    walkTokens: token => check(site, page, token),
    renderer: {
      heading({ tokens, depth, text }) {
        const id = anchorOf(text, anchors);
        return `<h${depth} id="${id}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      link({ href, tokens }) {
        const english = englishPage(site, href);
        // The sources lie beside these pages in the repository, and not on the site.
        if (href.startsWith('../') && english === null) return this.parser.parseInline(tokens);
        const more = /^https?:/.test(href) ? ' rel="noreferrer"' : english === null ? '' : ' hreflang="en"';
        return `<a href="${escaped(english ?? pageHref(href))}"${more}>${this.parser.parseInline(tokens)}</a>`;
      },
      table(token) {
        return tableHtml(site, token, tokens => this.parser.parseInline(tokens));
      },
      code({ text }) {
        // Long lines are scrolled, by keyboard as well.
        return `<pre tabindex="0"><code>${escaped(text)}</code></pre>\n`;
      },
    },
  });
  const body = marked.parse(markdown.replace(remark, ''), { async: false });
  const title = /^# (.+)$/m.exec(markdown)?.[1];
  if (title === undefined) throw new Error(`${pathOf(site, page)} has no heading of the first level`);
  return documentOf(site, page, title, body);
}

const pathOf = ({ folder }: DocsSite, { file }: DocsPage): string =>
  folder === '' ? `docs/${file}.md` : `docs/${folder}/${file}.md`;

function check(site: DocsSite, page: DocsPage, token: Token): void {
  const path = pathOf(site, page);
  if (token.type === 'html') throw new Error(`${path} holds HTML: ${token.raw.slice(0, 60)}`);
  if (token.type !== 'link') return;
  const target = /^([\w-]+)\.md(?:#.*)?$/.exec(String(token.href))?.[1];
  if (target !== undefined && !pagesOf(site).some(one => one.file === target)) {
    throw new Error(`${path} links to ${token.href}, which is not a page`);
  }
}

const pageHref = (href: string): string => href.replace(/^([\w-]+)\.md(?=#|$)/, '$1.html');

/** Where a page of another language leads to one that is there in English alone; null where it does not. */
function englishPage(site: DocsSite, href: string): string | null {
  const target = /^\.\.\/([\w-]+)\.md(?:#.*)?$/.exec(href)?.[1];
  const there = site.folder !== '' && pagesOf(englishDocs).some(one => one.file === target);
  return there ? href.replace('.md', '.html') : null;
}

/** An address within the page, as GitHub makes them, so that links work in both places. */
function anchorOf(heading: string, taken: Map<string, number>): string {
  const base = heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
  const before = taken.get(base) ?? 0;
  taken.set(base, before + 1);
  return before === 0 ? base : `${base}-${before}`;
}

type Inline = (tokens: Token[]) => string;

/** Wide tables scroll by themselves, not with the page. */
function tableHtml({ words }: DocsSite, { header, rows }: Tokens.Table, inline: Inline): string {
  const row = (cells: readonly Tokens.TableCell[], tag: 'th' | 'td') =>
    `<tr>${cells
      .map(cell => {
        // A corner without words is no heading of anything.
        const name = tag === 'th' && cell.text === '' ? 'td' : tag;
        const align = cell.align === null ? '' : ` class="${cell.align}"`;
        const scope = name === 'th' ? ' scope="col"' : '';
        return `<${name}${scope}${align}>${inline(cell.tokens)}</${name}>`;
      })
      .join('')}</tr>`;
  const body = rows.map(cells => row(cells, 'td')).join('\n');
  return `<div class="table" tabindex="0" role="group" aria-label="${words.table}"><table><thead>${row(header, 'th')}</thead><tbody>${body}</tbody></table></div>\n`;
}

function documentOf(site: DocsSite, page: DocsPage, title: string, body: string): string {
  const { chapters, folder, lang, words } = site;
  const pages = pagesOf(site);
  const up = folder === '' ? '' : '../';
  const at = pages.findIndex(one => one.file === page.file);
  const neighbour = (step: number, rel: 'prev' | 'next') => {
    const other = pages[at + step];
    if (other === undefined) return '<span></span>';
    const called = rel === 'prev' ? `← ${other.title}` : `${other.title} →`;
    return `<a rel="${rel}" href="${other.file}.html">${escaped(called)}</a>`;
  };
  const name = page.file === 'index' ? 'Keyveil' : `${plain(title)} · Keyveil`;
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="description" content="${escaped(descriptionOf(body))}">
<link rel="icon" href="${up}../icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${up}docs.css">
<title>${escaped(name)}</title>
</head>
<body>
<header>
<a class="brand" href="index.html"><img src="${up}../icon.svg" alt="" width="26" height="26">Keyveil</a>
<a class="all" href="#pages">${words.pages}</a>
${otherLanguages(site, page)}
<a class="open" href="${up}../">${words.openApp}</a>
</header>
<div class="page">
<main>
${body}
<nav class="steps" aria-label="${words.steps}">${neighbour(-1, 'prev')}${neighbour(1, 'next')}</nav>
</main>
<nav id="pages" aria-label="${words.pages}">
${chapters.map(chapter => chapterHtml(chapter.title, chapter.pages, page)).join('\n')}
</nav>
</div>
</body>
</html>
`;
}

/** To the same page in the other languages, or to their first where they have no such page. */
function otherLanguages(site: DocsSite, page: DocsPage): string {
  const up = site.folder === '' ? '' : '../';
  const links = docsSites
    .filter(other => other !== site)
    .map(other => {
      const file = pagesOf(other).some(one => one.file === page.file) ? page.file : 'index';
      const href = `${up}${other.folder === '' ? '' : `${other.folder}/`}${file}.html`;
      return `<a class="language" href="${href}" lang="${other.lang}" hreflang="${other.lang}">${ownNames[other.folder]}</a>`;
    });
  return links.join('\n');
}

function chapterHtml(title: string, listed: readonly DocsPage[], current: DocsPage): string {
  const items = listed.map(one => {
    const here = one.file === current.file ? ' aria-current="page"' : '';
    return `<li><a href="${one.file}.html"${here}>${escaped(one.title)}</a></li>`;
  });
  return `<p>${escaped(title)}</p>\n<ul>${items.join('')}</ul>`;
}

/** The first paragraph, for search engines. */
function descriptionOf(body: string): string {
  const words = plain(/<p>([\s\S]*?)<\/p>/.exec(body)?.[1] ?? 'Keyveil').replace(/\s+/g, ' ');
  return words.length <= 160 ? words : `${words.slice(0, 157).replace(/\s\S*$/, '')}…`;
}

const plain = (html: string): string =>
  html
    .replace(/<[^>]*>|[`*]/g, '')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');

const escaped = (words: string): string =>
  words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
