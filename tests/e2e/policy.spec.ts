import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { test as plain } from '@playwright/test';
import { library } from '../fixtures/library.ts';
import { type StaticServer, serveStatic } from '../serveStatic.mjs';
import { App, expect } from './app.ts';
import { built, mixedPhotos } from './ownHost.ts';

/** Another origin that answers everybody, and writes down who asked. */
interface Stranger {
  readonly address: string;
  readonly asked: string[];
  close(): void;
}

async function openStranger(): Promise<Stranger> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/javascript' });
    response.end('export {};');
  });
  server.on('upgrade', (request, socket) => {
    asked.push(`socket ${request.url}`);
    socket.destroy();
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('no port');
  return { address: `http://127.0.0.1:${at.port}`, asked, close: () => server.close() };
}

interface Hosts {
  /** Serves the built app and sends no header of ours. */
  readonly bare: StaticServer;
  readonly stranger: Stranger;
}

// Without the guard of the other tests: what is done here is meant to be stopped, and the console says so.
const test = plain.extend<Hosts>({
  serviceWorkers: 'block',
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see which fixtures are used.
  bare: async ({}, use) => {
    const server = await serveStatic(built, {});
    await use(server);
    await server.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: likewise.
  stranger: async ({}, use) => {
    const stranger = await openStranger();
    await use(stranger);
    stranger.close();
  },
});

/** Every way out of a worker; says which of them the browser did not stop. */
async function waysOut(address: string): Promise<readonly string[]> {
  const tries: Record<string, () => Promise<unknown>> = {
    fetch: () => fetch(`${address}/fetch`, { method: 'POST', body: 'a photo' }),
    simpleFetch: () => fetch(`${address}/simple`, { mode: 'no-cors' }),
    import: () => import(`${address}/import.js`),
    request: () =>
      new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.onload = resolve;
        request.onerror = reject;
        request.open('GET', `${address}/xhr`);
        request.send();
      }),
    socket: () =>
      new Promise((resolve, reject) => {
        const socket = new WebSocket(`${address.replace('http', 'ws')}/socket`);
        socket.onopen = resolve;
        socket.onerror = reject;
      }),
    events: () =>
      new Promise((resolve, reject) => {
        const events = new EventSource(`${address}/events`);
        events.onopen = resolve;
        events.onerror = reject;
      }),
  };
  const open: string[] = [];
  for (const [name, attempt] of Object.entries(tries)) {
    const late = new Promise((_, reject) => setTimeout(() => reject(new Error('no answer')), 5000));
    await Promise.race([attempt(), late]).then(
      () => open.push(name),
      () => undefined,
    );
  }
  return open;
}

test('on a host that sends no headers no worker gets out, however it tries', async ({
  page,
  bare,
  stranger,
}) => {
  const app = new App(page);
  await page.goto(bare.address);
  await app.ready();
  await app.giveKey('a key that stays here of 83 humming otters');
  await app.addFolder.setInputFiles(library.small);
  await app.protectAll(12);
  const workers = page.workers();
  const names = await Promise.all(workers.map(worker => worker.evaluate(() => self.name)));
  // The photo workers, and that which holds the key.
  expect(names.filter(name => name.startsWith('keyveil-worker-')).length).toBeGreaterThan(0);
  expect(workers.length).toBeGreaterThan(1);
  for (const worker of workers) {
    expect(await worker.evaluate(waysOut, stranger.address)).toEqual([]);
    // Strings become no code there either.
    expect(
      await worker.evaluate(() => {
        try {
          return new Worker(URL.createObjectURL(new Blob([''])));
        } catch (error) {
          return error instanceof TypeError;
        }
      }),
    ).toBe(true);
  }
  expect(stranger.asked).toEqual([]);
});

test('and that shows something: the same host lets a worker out that does not inherit the policy', {
  tag: '@long',
}, async ({ page, bare, stranger }) => {
  // A page without a policy of its own, which starts a worker from the network as other apps do.
  await page.goto(new URL('icon.svg', bare.address).href);
  const started = page.waitForEvent('worker');
  await page.evaluate(() => {
    Reflect.set(globalThis, 'kept', new Worker(URL.createObjectURL(new Blob(['onmessage = () => {};']))));
  });
  const worker = await started;
  const open = await worker.evaluate(waysOut, stranger.address);
  expect(open).toEqual(expect.arrayContaining(['simpleFetch', 'import', 'request']));
  expect(stranger.asked.length).toBeGreaterThan(2);
});

test('the panel "Nothing leaves this device": the rule is put to the test, requests are counted, the network is told', async ({
  page,
  context,
  bare,
}, info) => {
  const app = new App(page);
  await page.goto(bare.address);
  await app.ready();
  await app.giveKey('a key that stays here of 83 humming otters');
  await app.addFolder.setInputFiles(mixedPhotos(info.outputPath()));
  await app.protectAll(3);
  await page.getByRole('button', { name: 'Nothing leaves this device' }).click();
  const panel = page.getByRole('dialog', { name: 'Nothing leaves this device' });
  await panel.getByRole('button', { name: 'Let it try to break out' }).click();
  await expect(panel.getByText('The browser stopped both, the page and the background.')).toBeVisible();

  await expect(panel.getByText('0 requests to other addresses')).toBeVisible();
  await panel.getByText('Which ones').click();
  // What the page asked for, and what a worker of a worker did, which the page's own records do not hold.
  await expect(panel.getByText(/^\/assets\/start-[\w-]+\.js$/)).toBeVisible();
  await expect(panel.getByText(/^\/assets\/heic-to-[\w-]+\.js \(in the background\)/)).toBeVisible();
  const own = Number.parseInt((await panel.getByText(/^\d+ files of this site$/).textContent()) ?? '', 10);
  const listed = await panel.locator('.privacy-addresses li').allTextContents();
  const sum = listed.map(line => Number(/× (\d+)$/.exec(line)?.[1] ?? 1)).reduce((a, b) => a + b, 0);
  expect(sum).toBe(own);
  expect(own).toBeGreaterThan(20);

  await expect(panel.getByText('The browser says: there is a network.')).toBeVisible();
  await context.setOffline(true);
  await expect(panel.getByText('The browser says: there is no network.')).toBeVisible();
});

test(
  'without the policy the panel says so, and counts a stranger',
  { tag: '@long' },
  async ({ page, stranger }, info) => {
    // A copy of the app whose page has lost its policy: what would have to happen for the count not to be zero.
    const folder = info.outputPath('loose');
    cpSync(built, folder, { recursive: true });
    const index = join(folder, 'index.html');
    const strict = readFileSync(index, 'utf8');
    const loose = strict.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, '');
    expect(loose).not.toBe(strict);
    writeFileSync(index, loose);
    const host = await serveStatic(folder, {});
    const app = new App(page);
    await page.goto(host.address);
    await app.ready();
    await page.evaluate(address => fetch(`${address}/secret`), stranger.address);
    await page.getByRole('button', { name: 'Nothing leaves this device' }).click();
    const panel = page.getByRole('dialog', { name: 'Nothing leaves this device' });
    await expect(panel.getByText('1 request to another address')).toBeVisible();
    await panel.getByText('Which ones').click();
    await expect(panel.getByText(`${stranger.address}/secret`)).toBeVisible();
    await panel.getByRole('button', { name: 'Let it try to break out' }).click();
    await expect(panel.getByText('The browser did not stop it.')).toBeVisible();
    await host.close();
  },
);
