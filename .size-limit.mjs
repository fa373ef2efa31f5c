import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = join(dirname(fileURLToPath(import.meta.url)), 'dist');

/** Follows static imports from the page's scripts: what a browser fetches before anything can be seen. */
function loadedFirst() {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const open = [...html.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map(match => join(dist, match[1]));
  const seen = new Set();
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file) || !existsSync(file)) continue;
    seen.add(file);
    const code = readFileSync(file, 'utf8');
    // `import(` is lazy and not followed; `from"./x.js"` and `import"./x.js"` are static.
    for (const match of code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.\.?\/[^"']+\.js)["']/g)) {
      open.push(resolve(dirname(file), match[1]));
    }
  }
  return [...seen].map(file => relative(dirname(dist), file));
}

export default [
  { name: 'Scripts that load first', path: loadedFirst(), gzip: true, limit: '150 KiB' },
  { name: 'Styles', path: 'dist/assets/*.css', gzip: true, limit: '20 KiB' },
  // Fetched after the page is up, and only the engine's part where WebGL is worth it.
  {
    name: 'Workers and lazy parts',
    path: ['dist/assets/*.js', '!dist/assets/heic-to-*.js', ...loadedFirst().map(f => `!${f}`)],
    gzip: true,
    limit: '350 KiB',
  },
  // Fetched with the first HEIC photo, where the browser reads none itself.
  { name: 'HEIC decoder', path: 'dist/assets/heic-to-*.js', gzip: true, limit: '800 KiB' },
];
