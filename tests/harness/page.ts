import { test as base, type Page } from '@playwright/test';
import { serveHarness } from './build.mjs';

export interface EnginePage {
  readonly page: Page;
  /** What the browser complained about: breaches of the policy, errors nobody caught. */
  readonly complaints: readonly string[];
  /** Every address that was asked for. */
  readonly requests: readonly string[];
}

/** A test with the engines at hand, in `page.evaluate(() => keyveilHarness…)`. One page for all tests of a worker. */
export const test = base.extend<object, { engines: EnginePage }>({
  engines: [
    async ({ browser }, use) => {
      const server = await serveHarness();
      const context = await browser.newContext();
      const page = await context.newPage();
      const complaints: string[] = [];
      const requests: string[] = [];
      page.on('request', request => requests.push(request.url()));
      page.on('pageerror', error => complaints.push(String(error)));
      page.on('console', message => {
        if (/content security policy|unsafe-eval/i.test(message.text())) complaints.push(message.text());
      });
      await page.goto(server.address);
      await use({ page, complaints, requests });
      await context.close();
      await server.close();
    },
    { scope: 'worker' },
  ],
});

/** Opens a WebGL engine and fails where there is none: these tests are about nothing else. */
export async function openWebgl(
  page: Page,
  options: { tileSide?: number; tilePixels?: number } = {},
): Promise<void> {
  const why = await page.evaluate(options => window.keyveilHarness.openWebgl(options), options);
  if (why !== null) throw new Error(`no WebGL: ${why}`);
}
