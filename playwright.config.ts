import { defineConfig } from '@playwright/test';
import { browserFlags, locateBrowser, softwareWebGlFlags } from './tests/findBrowser.mjs';

const port = Number(process.env.KEYVEIL_PORT ?? 4174);
const address = `http://127.0.0.1:${port}/`;
const browser = locateBrowser();

/** The app as people get it: built, and served with our security headers. `npm run build` comes first. */
export default defineConfig({
  outputDir: '.results/playwright',
  // A test that passes on a second try hides a fault.
  retries: 0,
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  globalSetup: './tests/fixtures/globalSetup.ts',
  use: {
    baseURL: address,
    acceptDownloads: true,
    locale: 'en-GB',
    trace: 'retain-on-failure',
    launchOptions: {
      args: [...browserFlags, ...softwareWebGlFlags],
      ...(browser === null ? {} : { executablePath: browser.path }),
    },
  },
  projects: [
    { name: 'e2e', testDir: './tests/e2e' },
    { name: 'full', testDir: './tests/full', timeout: 1_200_000 },
  ],
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${port} --strictPort`,
    url: address,
    reuseExistingServer: false,
  },
});
