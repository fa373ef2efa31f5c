import { mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** A browser of any make with one page, driven from outside. Elements are named by XPath, which all drivers know. */
export interface Browser {
  /** What was opened: `Firefox 153.7.0`. */
  readonly name: string;
  readonly version: string;
  /** Where what it saves ends up: an empty folder at first. */
  readonly downloads: string;
  goto(address: string): Promise<void>;
  /** Runs the body of an async function in the page; what it returns has to be JSON. */
  evaluate(body: string): Promise<unknown>;
  click(xpath: string): Promise<void>;
  /** Types into a field that has the focus or gets it by a click. */
  type(xpath: string, text: string): Promise<void>;
  press(key: 'Enter'): Promise<void>;
  /** Gives files of this disk to a file input, as the browser's own dialogue does. */
  setFiles(xpath: string, paths: readonly string[]): Promise<void>;
  /** PNG bytes of what is seen, for people who look into a failure. */
  screenshot(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** How to open one, or what to install so that it can be. */
export type Installed =
  | { readonly kind: 'found'; open(): Promise<Browser> }
  | { readonly kind: 'missing'; readonly how: string };

/** A folder that goes with the browser. */
export function scratchFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'keyveil-browser-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Waits until `look` gives something. @throws Error that names what was waited for */
export async function until<T>(
  what: string,
  look: () => T | null | Promise<T | null>,
  limit = 60_000,
): Promise<T> {
  const end = performance.now() + limit;
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (performance.now() > end) throw new Error(`waited in vain for ${what}`);
    await setTimeout(100);
  }
}

/**
 * The path of the file that `act` makes the browser save, once it is whole. It is taken out of the downloads, so that the
 * next one of its name gets that name too.
 */
export async function saved(browser: Browser, act: () => Promise<void>): Promise<string> {
  await act();
  let size = -1;
  const path = await until('a download', () => {
    const names = readdirSync(browser.downloads);
    const [name] = names;
    if (name === undefined || names.some(each => /\.(?:part|crdownload|wkdownload)$/.test(each))) return null;
    // Some browsers write into the file under its last name: it is whole when it stopped growing.
    const grown = statSync(join(browser.downloads, name)).size;
    const whole = grown > 0 && grown === size;
    size = grown;
    return whole ? join(browser.downloads, name) : null;
  });
  const kept = join(mkdtempSync(join(dirname(browser.downloads), 'saved-')), basename(path));
  renameSync(path, kept);
  return kept;
}
