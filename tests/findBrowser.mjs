/**
 * Finds a Chromium to test in, and gets one where there is none. In order: what `KEYVEIL_BROWSER` names,
 * Playwright's own, the system's Chrome or Chromium; then Playwright's is installed, and as a last resort, for
 * root on Debian and its like, the distribution's package.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A quiet browser: no phoning home, no first-run pages; without a sandbox, since containers often cannot give one. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** WebGL2 drawn by the CPU, so that the GPU path can be tested on machines without a GPU. */
export const softwareWebGlFlags = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

const commands = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];

function systemCandidates(env, platform) {
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium'].map(name =>
      join('/Applications', `${name}.app`, 'Contents/MacOS', name),
    );
  }
  if (platform === 'win32') {
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .filter(Boolean)
      .map(folder => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'));
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return commands.flatMap(command => folders.map(folder => join(folder, command)));
}

/** Whether the program is there and starts: a browser without its shared libraries does not. */
function works(path) {
  if (!path || !existsSync(path)) return false;
  // On Windows `--version` opens a window instead of answering.
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version', '--no-sandbox'], { timeout: 30_000, stdio: 'ignore' }).status === 0;
}

/**
 * Looks without installing anything.
 * @returns {{ path: string, source: 'environment' | 'playwright' | 'system' } | null} null when there is none.
 * @throws when `KEYVEIL_BROWSER` names something that does not start: falling back would test another browser than
 * the one asked for.
 */
export function locateBrowser(env = process.env, platform = process.platform) {
  if (env.KEYVEIL_BROWSER) {
    if (!works(env.KEYVEIL_BROWSER)) throw new Error('KEYVEIL_BROWSER names no browser that starts');
    return { path: env.KEYVEIL_BROWSER, source: 'environment' };
  }
  const own = chromium.executablePath();
  if (works(own)) return { path: own, source: 'playwright' };
  const found = systemCandidates(env, platform).find(works);
  return found === undefined ? null : { path: found, source: 'system' };
}

function attempt(log, command, args) {
  log(`> ${[command === process.execPath ? 'node' : command, ...args].join(' ')}`.replaceAll(root, '.'));
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', timeout: 600_000 }).status === 0;
}

/** The ways to get a browser, the gentlest first. Each says whether it ran through. */
function installers(log) {
  const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const isRoot = process.getuid?.() === 0;
  const ways = [() => attempt(log, process.execPath, [playwright, 'install', 'chromium'])];
  if (isRoot) {
    ways.push(
      () => attempt(log, process.execPath, [playwright, 'install-deps', 'chromium']),
      () => attempt(log, 'apt-get', ['update']) && attempt(log, 'apt-get', ['install', '-y', 'chromium']),
    );
  }
  return ways;
}

/**
 * Looks, and installs a browser where there is none.
 * @param {(line: string) => void} log
 * @returns {Promise<{ path: string, source: string } | null>} null when none could be had.
 */
export async function findBrowser(log, look = locateBrowser, ways = installers(log)) {
  const found = look();
  if (found !== null) return found;
  log('No Chrome or Chromium found; installing one.');
  for (const install of ways) {
    if (!install()) continue;
    const installed = look();
    if (installed !== null) return installed;
  }
  return null;
}
