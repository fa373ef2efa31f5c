import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { quartersFile } from '../fixtures/quarters.ts';
import { type StaticServer, serveStatic } from '../serveStatic.mjs';
import { App, expect, test as guarded } from './app.ts';

/** The build, as `npm run build` left it. */
export const built = join(import.meta.dirname, '../../dist');

/** A host of one's own: static, without any header, which can be changed and shut down. */
interface OwnHost extends StaticServer {
  /** The folder that it serves; a copy of the build where `copied` was asked for. */
  readonly folder: string;
}

interface Options {
  /** The path that the build lies under. */
  readonly base: string;
  /** Serve a copy that the test may change. */
  readonly copied: boolean;
}

interface Fixtures {
  readonly host: OwnHost;
}

/** Tests of the built app on a host of their own, with its service worker, under the guard of all others. */
export const test = guarded.extend<Fixtures & Options>({
  base: ['/', { option: true }],
  copied: [false, { option: true }],
  serviceWorkers: 'allow',
  host: async ({ base, copied }, use, info) => {
    const folder = copied ? info.outputPath('host') : built;
    if (copied) cpSync(built, folder, { recursive: true });
    const server = await serveStatic(folder, { base });
    await use({ ...server, folder });
    await server.close();
    if (copied) rmSync(folder, { recursive: true });
  },
  baseURL: async ({ host }, use) => use(host.address),
  app: async ({ page, host }, use) => {
    const app = new App(page);
    await page.goto(host.address);
    await app.ready();
    await use(app);
  },
});

/** Every file in a folder, by its path with forward slashes. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** A folder with one label and a photo of each kind that takes a way of its own through the decoders. */
export function mixedPhotos(folder: string): string {
  for (const [name, which] of [
    ['a.jpg', 'jpeg'],
    ['b.png', 'deepPng'],
    ['c.heic', 'heic'],
  ] as const) {
    mkdirSync(join(folder, 'mixed'), { recursive: true });
    writeFileSync(join(folder, 'mixed', name), quartersFile(which));
  }
  return join(folder, 'mixed');
}

/** Waits until the page itself says, under Preferences, how it stands without a network. */
export async function expectOffline(app: App, words: RegExp): Promise<void> {
  await app.menu('Preferences');
  const dialog = app.page.getByRole('dialog', { name: 'Preferences' });
  await expect(dialog.getByText(words)).toBeVisible({ timeout: 60_000 });
  await dialog.getByRole('button', { name: 'Done' }).click();
}

/** Makes of the served copy another build, as a new version of the app would be: another page, and a list that knows it. */
export function publishAnother(folder: string, mark: string): void {
  const page = join(folder, 'index.html');
  const worker = join(folder, 'sw.js');
  const before = integrityOf(page);
  writeFileSync(page, readFileSync(page, 'utf8').replace('<html', `<html data-build="${mark}"`));
  const list = readFileSync(worker, 'utf8');
  expect(list.split(before)).toHaveLength(2);
  writeFileSync(worker, list.replace(before, integrityOf(page)));
}

/** As browsers check it: `sha256-` and Base64. */
function integrityOf(path: string): string {
  return `sha256-${createHash('sha256').update(readFileSync(path)).digest('base64')}`;
}

export { expect };
