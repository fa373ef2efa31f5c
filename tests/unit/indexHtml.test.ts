import { readFileSync } from 'node:fs';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Brand } from '../../src/features/shell/Brand.tsx';

/** Markup without the freedoms of a hand: spaces between tags, and tags that close themselves. */
const plain = (html: string) =>
  html
    .replace(/>\s+</g, '><')
    .replace(/<(\w+)([^<>]*?)\s*\/>/g, '<$1$2></$1>')
    .trim();

test('the head that stands before the scripts are there is the one that they draw', () => {
  const html = readFileSync(new URL('../../index.html', import.meta.url), 'utf8');
  const drawn = renderToStaticMarkup(createElement(Brand));
  expect(plain(html)).toContain(`<div class="page"><header class="header">${plain(drawn)}</header></div>`);
});
