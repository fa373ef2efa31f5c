/**
 * Compares the files that a host serves with the build in `dist`, hash by hash. Run `npm run build` first, on the
 * version of the sources that the host says it has.
 *
 *   npm run verify -- https://photos.example/keyveil/
 *
 * It tells what this host gave to this computer just now, and nothing about what it gives to others.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const list = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist', 'sha256sums.txt');
const given = process.argv[2];
if (given === undefined || !URL.canParse(given)) {
  console.error('Usage: npm run verify -- <the address of the page>');
  process.exit(2);
}
if (!existsSync(list)) {
  console.error('There is no build to compare with. Run: npm run build');
  process.exit(2);
}
const page = new URL(given.endsWith('/') || given.endsWith('.html') ? given : `${given}/`);
const files = readFileSync(list, 'utf8')
  .trim()
  .split('\n')
  .map(line => ({ sha256: line.slice(0, 64), path: line.slice(66) }));

/** Null when the host's file is that of the build; else what is wrong with it. */
async function fault({ sha256, path }) {
  // Some hosts send people from `index.html` to its folder.
  const address = new URL(
    path === 'index.html' ? './' : path.split('/').map(encodeURIComponent).join('/'),
    page,
  );
  try {
    const answer = await fetch(address, { headers: { 'Cache-Control': 'no-cache' } });
    if (!answer.ok) return `the host answers ${answer.status}`;
    const digest = createHash('sha256')
      .update(new Uint8Array(await answer.arrayBuffer()))
      .digest('hex');
    return digest === sha256 ? null : `differs: ${digest} instead of ${sha256}`;
  } catch (error) {
    return `cannot be fetched: ${error instanceof Error ? (error.cause?.code ?? error.message) : error}`;
  }
}

const first = await fetch(page).catch(error => {
  console.error(`${page} cannot be reached: ${error.cause?.code ?? error.message}`);
  process.exit(2);
});
const policy = first.headers.get('Content-Security-Policy');

let bad = 0;
const queue = [...files];
await Promise.all(
  Array.from({ length: 4 }, async () => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      const what = await fault(file);
      if (what === null) continue;
      bad++;
      console.log(`${file.path}: ${what}`);
    }
  }),
);

console.log(
  policy === null
    ? 'The host sends no Content-Security-Policy; the page carries one of its own.'
    : 'The host sends a Content-Security-Policy.',
);
console.log(
  `${files.length - bad} of ${files.length} files are those of the build${bad > 0 ? `, ${bad} are not` : ''}.`,
);
process.exit(bad > 0 ? 1 : 0);
