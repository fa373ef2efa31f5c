import { defineConfig } from '@playwright/test';
import { browserFlags, locateBrowser, softwareWebGlFlags } from './tests/findBrowser.mjs';

const port = Number(process.env.KEYVEIL_PORT ?? 4174);
const address = `http://127.0.0.1:${port}/`;
const browser = locateBrowser();

const onGpu = /[/\\](?:engine|gpu)[^/\\]*\.spec\.ts$/;
const gpuFlags = [...browserFlags, ...softwareWebGlFlags];

function launch(args: readonly string[]) {
  return { args: [...args], ...(browser === null ? {} : { executablePath: browser.path }) };
}

/** The app as people get it: built, and served with our security headers. `npm run build` comes first. */
export default defineConfig({
  outputDir: '.results/playwright',
  // A test that passes on a second try hides a fault.
  retries: 0,
  // A page waits often, for a frame, a thread or a disk: three keep two cores at work.
  workers: 3,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  globalSetup: './tests/fixtures/globalSetup.ts',
  use: {
    baseURL: address,
    acceptDownloads: true,
    locale: 'en-GB',
    // Tests watch what the page itself asks for; those of offline use allow it.
    serviceWorkers: 'block',
    // Recording costs half of the time; a failure shows its page all the same.
    trace: process.env.KEYVEIL_TRACE ? 'retain-on-failure' : 'off',
    launchOptions: launch(browserFlags),
  },
  projects: [
    // What is tagged so is worth testing, but not worth waiting for each time.
    { name: 'e2e', testDir: './tests/e2e', testIgnore: onGpu, grepInvert: /@long/ },
    { name: 'long', testDir: './tests/e2e', testIgnore: onGpu, grep: /@long/ },
    // Apart, because 2D canvases draw through the software GPU as well then, at a tenth of the speed.
    {
      name: 'gpu',
      testDir: './tests/e2e',
      testMatch: onGpu,
      grepInvert: /@long/,
      use: { launchOptions: launch(gpuFlags) },
    },
    {
      name: 'long-gpu',
      testDir: './tests/e2e',
      testMatch: onGpu,
      grep: /@long/,
      use: { launchOptions: launch(gpuFlags) },
    },
    // What ends in `.test.ts` there is Vitest's.
    {
      name: 'full',
      testDir: './tests/full',
      testMatch: /\.spec\.ts$/,
      testIgnore: onGpu,
      timeout: 1_200_000,
    },
    {
      name: 'full-gpu',
      testDir: './tests/full',
      testMatch: onGpu,
      timeout: 1_200_000,
      use: { launchOptions: launch(gpuFlags) },
    },
  ],
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${port} --strictPort`,
    url: address,
    reuseExistingServer: false,
  },
});
