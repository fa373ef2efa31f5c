import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type LaunchOptions } from 'puppeteer-core';
import { browserFlags } from '../findBrowser.mjs';
import { type Browser, scratchFolder } from './browser.ts';

/** Asks for nothing when it saves a file, and looks for no updates. */
const quietFirefox = {
  'browser.download.folderList': 2,
  'browser.download.useDownloadDir': true,
  'browser.download.always_ask_before_handling_new_types': false,
  'browser.download.alwaysOpenPanel': false,
  'browser.download.manager.showWhenStarting': false,
  'browser.helperApps.neverAsk.saveToDisk': 'application/zip,application/json,application/octet-stream',
  'intl.accept_languages': 'en-GB,en',
};

export type FirefoxPreferences = Readonly<Record<string, string | number | boolean>>;

export function openFirefox(executablePath: string, preferences: FirefoxPreferences = {}): Promise<Browser> {
  return open('Firefox', downloads => ({
    browser: 'firefox',
    protocol: 'webDriverBiDi',
    executablePath,
    extraPrefsFirefox: { ...quietFirefox, 'browser.download.dir': downloads, ...preferences },
  }));
}

export function openChromium(executablePath: string): Promise<Browser> {
  return open('Chromium', downloads => ({
    browser: 'chrome',
    executablePath,
    args: [...browserFlags, '--lang=en-GB'],
    downloadBehavior: { policy: 'allow', downloadPath: downloads },
  }));
}

async function open(kind: string, options: (downloads: string) => LaunchOptions): Promise<Browser> {
  const scratch = scratchFolder();
  const downloads = join(scratch.path, 'downloads');
  mkdirSync(downloads);
  const launched = await puppeteer.launch({
    ...options(downloads),
    headless: true,
    defaultViewport: { width: 1280, height: 900 },
  });
  const page = await launched.newPage();
  const version = (await launched.version()).replace(/^[^/]*\//, '');
  const element = async (xpath: string) => {
    const found = await page.waitForSelector(`::-p-xpath(${xpath})`, { timeout: 30_000 });
    if (found === null) throw new Error(`nothing at ${xpath}`);
    return found;
  };
  return {
    name: `${kind} ${version}`,
    version,
    downloads,
    goto: async address => {
      await page.goto(address);
    },
    evaluate: body => page.evaluate(`(async () => { ${body} })()`),
    click: async xpath => (await element(xpath)).click(),
    type: async (xpath, text) => (await element(xpath)).type(text),
    press: key => page.keyboard.press(key),
    setFiles: async (xpath, paths) => {
      const input = await element(xpath);
      // The types know elements of any kind only.
      await (input as Awaited<ReturnType<typeof page.$<'input'>>>)?.uploadFile(...paths);
    },
    screenshot: () => page.screenshot(),
    close: async () => {
      await launched.close();
      scratch.remove();
    },
  };
}
