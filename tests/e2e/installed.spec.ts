import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { browserFlags, locateBrowser } from '../findBrowser.mjs';
import { library } from '../fixtures/library.ts';
import { App } from './app.ts';
import { expect, test } from './ownHost.ts';

/** Keyveil as an app of its own, installed for real, in a profile and a home of the test's own. */
test(
  'offers itself in the preferences, installs, and opens photos and zips beside those that are there',
  {
    tag: '@long',
  },
  async ({ host }, info) => {
    const home = info.outputPath('home');
    mkdirSync(home, { recursive: true });
    const browser = locateBrowser();
    const context = await chromium.launchPersistentContext(info.outputPath('profile'), {
      args: [...browserFlags],
      env: { ...process.env, HOME: home, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home },
      locale: 'en-GB',
      ...(browser === null ? {} : { executablePath: browser.path }),
    });
    try {
      const page = context.pages()[0] ?? (await context.newPage());
      const app = new App(page);
      await page.goto(host.address);
      await app.ready();

      const session = await context.newCDPSession(page);
      const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
      expect(installabilityErrors).toEqual([]);
      const manifest = await session.send('Page.getAppManifest');
      expect(manifest.errors).toEqual([]);
      expect(manifest.url).toBe(`${host.address}manifest.webmanifest`);

      const whole = await context.browser()?.newBrowserCDPSession();
      if (!whole) throw new Error('no browser to ask');
      await whole.send('PWA.install', { manifestId: host.address, installUrlOrBundleUrl: host.address });
      const launched = { manifestId: host.address, files: [library.loose, library.zip] };
      await whole.send('PWA.launchFilesInApp', launched);
      await expect(app.grid.getByRole('option')).toHaveCount(13);
      await app.expectLabel('cats', 4);

      const more = { ...launched, files: [library.turned] };
      await whole.send('PWA.launchFilesInApp', more);
      await expect(app.grid.getByRole('option')).toHaveCount(14);
      expect(context.pages()).toHaveLength(1);
    } finally {
      await context.close();
    }
  },
);
