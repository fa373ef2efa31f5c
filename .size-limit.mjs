import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = join(dirname(fileURLToPath(import.meta.url)), 'dist');

/** What a browser fetches before the page can be used: its entry, what that starts by itself, and all that these import. */
function loadedFirst() {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const named = attribute =>
    [...html.matchAll(new RegExp(`${attribute}="\\./([^"]+\\.js)"`, 'g'))].map(match => join(dist, match[1]));
  const entries = named('src');
  const open = [...named('href'), ...entries];
  const seen = new Set();
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file) || !existsSync(file)) continue;
    seen.add(file);
    const code = readFileSync(file, 'utf8');
    // `import(` is lazy and followed from the entry alone; `from"./x.js"` and `import"./x.js"` are static.
    if (entries.includes(file)) {
      for (const match of code.matchAll(/\bimport\(\s*["'`](\.\.?\/[^"'`]+\.js)["'`]/g))
        open.push(resolve(dirname(file), match[1]));
    }
    for (const match of code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.\.?\/[^"']+\.js)["']/g)) {
      open.push(resolve(dirname(file), match[1]));
    }
  }
  return [...seen].map(file => relative(dirname(dist), file));
}

/** Scripts whose names begin so, and all that they may import. */
function loadedBy(...beginnings) {
  const assets = join(dist, 'assets');
  const open = readdirSync(assets).filter(name =>
    beginnings.some(beginning => name.startsWith(`${beginning}-`)),
  );
  const seen = new Set();
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const code = readFileSync(join(assets, name), 'utf8');
    for (const match of code.matchAll(/["'`]\.\/([^"'`]+\.js)["'`]/g)) {
      if (existsSync(join(assets, match[1]))) open.push(match[1]);
    }
  }
  return [...seen].map(name => `dist/assets/${name}`);
}

// Texts of other languages, fetched by those who read them.
const texts = 'dist/assets/zh-*.js';
const first = loadedFirst().filter(file => !/\/zh-[^/]*\.js$/.test(file));
// tfjs and its backends, of which a browser fetches one or two.
const lab = loadedBy('lab.worker');
// The runtimes for models of others, of which a browser fetches one.
const ask = loadedBy('ask.worker');
const backbone = loadedBy('backbone.worker');
const traceTab = readdirSync(join(dist, 'assets')).filter(name => name.startsWith('TraceTab-'));
const trace = [
  ...loadedBy('restore.worker', 'trace.worker', 'probes.worker'),
  ...traceTab.filter(name => name.endsWith('.js')).map(name => `dist/assets/${name}`),
];
const lazy = [
  'dist/assets/*.js',
  ...[...first, ...lab, ...ask, ...backbone, ...trace].map(file => `!${file}`),
  `!${texts}`,
];
const heic = 'dist/assets/heic-to-*.js';
// Each worker has its own copy of these, and fetches it with the first such photo.
const formats = [
  ...['decodeTiff', 'describeTiff', 'describeRawFile', 'tiffPicture', 'decodeJxl', 'jxl_dec', 'decode'].map(
    name => `dist/assets/${name}-*.js`,
  ),
  'dist/assets/jxl_dec-*.wasm',
];
const withoutFormats = formats.map(file => `!${file}`);
// Fetched when key and receipt are kept in one file, or such a file is opened.
const kept = 'dist/assets/jszip*.js';

export default [
  { name: 'Scripts that load first', path: first, gzip: true, limit: '117 KiB' },
  { name: 'Chinese texts', path: texts, gzip: true, limit: '48 KiB' },
  { name: 'Styles', path: 'dist/assets/*.css', gzip: true, limit: '20 KiB' },
  // Fetched after the page is up; the part for WebGL only where it is tried.
  {
    name: 'Workers and lazy parts',
    path: [...lazy, `!${heic}`, `!${kept}`, ...withoutFormats],
    gzip: true,
    limit: '590 KiB',
  },
  // Fetched for the first training run.
  { name: 'Training lab', path: [...lab, ...withoutFormats], gzip: true, limit: '500 KiB' },
  // Fetched for what is asked for under Trace; the part for WebGL only where it is tried.
  { name: 'Trace', path: [...trace, ...withoutFormats], gzip: true, limit: '230 KiB' },
  { name: 'Asking models', path: [...ask, ...withoutFormats], gzip: true, limit: '450 KiB' },
  { name: 'Pretrained networks', path: [...backbone, ...withoutFormats], gzip: true, limit: '450 KiB' },
  // Fetched for the first HEIC photo, by browsers that cannot read such photos themselves.
  { name: 'HEIC decoder', path: heic, gzip: true, limit: '900 KiB' },
  { name: 'Key and receipt in one file', path: kept, gzip: true, limit: '32 KiB' },
  // Fetched for the first TIFF, camera raw or JPEG XL.
  { name: 'TIFF, camera raw and JPEG XL', path: formats, gzip: true, limit: '380 KiB' },
  // Fetched for the first ordinary JPEG.
  { name: 'JPEG codec', path: 'dist/assets/planes-*.wasm', gzip: true, limit: '120 KiB' },
];
