import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { locateBrowser } from '../findBrowser.mjs';
import type { Installed } from './browser.ts';
import { type FirefoxPreferences, openChromium, openFirefox } from './puppeteerBrowser.ts';
import { openWebkit } from './webkitBrowser.ts';

/** The browsers of this machine, looked for and never installed. */

export function installedChromium(): Installed {
  const found = locateBrowser();
  return found === null
    ? { kind: 'missing', how: 'install Chrome or Chromium, or name one in KEYVEIL_BROWSER' }
    : { kind: 'found', open: () => openChromium(found.path) };
}

/** @param preferences as in about:config */
export function installedFirefox(preferences: FirefoxPreferences = {}): Installed {
  const found =
    process.env.KEYVEIL_FIREFOX ??
    program('firefox-esr', 'firefox') ??
    existing('/Applications/Firefox.app/Contents/MacOS/firefox');
  return found === null
    ? { kind: 'missing', how: 'apt-get install firefox-esr, or name a Firefox in KEYVEIL_FIREFOX' }
    : { kind: 'found', open: () => openFirefox(found, preferences) };
}

function installedWebkit(): Installed {
  const driver = program('WebKitWebDriver');
  const xvfbRun = program('xvfb-run');
  const dbusRunSession = program('dbus-run-session');
  const miniBrowser = process.env.KEYVEIL_MINIBROWSER ?? locateMiniBrowser();
  if (driver === null || xvfbRun === null || dbusRunSession === null || miniBrowser === null) {
    return { kind: 'missing', how: 'apt-get install webkit2gtk-driver xvfb xauth dbus' };
  }
  return { kind: 'found', open: () => openWebkit({ driver, miniBrowser, xvfbRun, dbusRunSession }) };
}

/** It stands beside the library, in a folder that names the machine on Debian. */
function locateMiniBrowser(): string | null {
  const folders = ['/usr/libexec', '/usr/lib', '/usr/lib64', '/usr/local/libexec'].flatMap(root =>
    existsSync(root)
      ? [root, ...readdirSync(root).flatMap(name => (/-linux-gnu/.test(name) ? [join(root, name)] : []))]
      : [],
  );
  const apis = ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0'];
  return (
    folders
      .flatMap(folder => apis.map(api => join(folder, api, 'MiniBrowser')))
      .find(path => existsSync(path)) ?? null
  );
}

function program(...names: readonly string[]): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return (
    names.flatMap(name => folders.map(folder => join(folder, name))).find(path => existsSync(path)) ?? null
  );
}

const existing = (path: string) => (existsSync(path) ? path : null);

/** All three, by the names that tests and tables use. */
export const engines = [
  { name: 'Chromium', engine: 'Blink', installed: installedChromium },
  { name: 'Firefox', engine: 'Gecko', installed: installedFirefox },
  { name: 'WebKitGTK', engine: 'WebKit', installed: installedWebkit },
] as const;
