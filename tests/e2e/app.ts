import {
  type BrowserContext,
  test as base,
  type ConsoleMessage,
  expect,
  type Locator,
  type Page,
  type Request,
  type Response,
  type WebError,
} from '@playwright/test';

/** The page as a person meets it: everything by its accessible name. */
export class App {
  readonly page: Page;
  readonly addPhotos: Locator;
  readonly addFolder: Locator;
  readonly key: Locator;
  readonly dataset: Locator;
  readonly method: Locator;
  readonly format: Locator;
  readonly protect: Locator;
  readonly cancel: Locator;
  readonly progress: Locator;
  readonly status: Locator;
  readonly grid: Locator;
  readonly downloadZip: Locator;
  readonly saveReceipt: Locator;
  readonly saveFilters: Locator;
  /** What does the work: `CPU, 2 workers`, `GPU: …`. */
  readonly engine: Locator;

  constructor(page: Page) {
    this.page = page;
    this.addPhotos = page.locator('input[type=file]').and(page.getByLabel('Add photos'));
    this.addFolder = page.locator('input[type=file]').and(page.getByLabel('Add a folder'));
    this.key = page.getByLabel('Private key', { exact: true });
    this.dataset = page.getByLabel('Dataset name', { exact: true });
    this.method = page.getByLabel('Method', { exact: true });
    this.format = page.getByLabel('Format', { exact: true });
    this.protect = page.getByRole('button', { name: /^Protect (?:[\d,]+ )?photos?$/ });
    this.cancel = page.getByRole('button', { name: 'Cancel', exact: true });
    this.progress = page.getByRole('progressbar', { name: 'Protecting photos' });
    this.status = page.getByRole('status').filter({ hasText: /photos protected/ });
    this.grid = page.getByRole('listbox', { name: 'Photos' });
    this.downloadZip = page.getByRole('button', { name: /^Download zip/ });
    this.saveReceipt = page.getByRole('button', { name: 'Save receipt' });
    this.saveFilters = page.getByRole('button', { name: 'Save filters' });
    this.engine = page.getByRole('button', { name: /^(?:CPU|GPU|Engine)/ });
  }

  async open(): Promise<void> {
    await this.page.goto('/');
    await this.ready();
  }

  /** Waits until the page does what is asked of it: what stands there at first is only a picture of it. */
  async ready(): Promise<void> {
    await expect(this.page.locator('#root')).not.toHaveAttribute('inert');
    await expect(this.page.getByRole('tab', { name: 'Protect' })).toBeVisible();
  }

  /**
   * Starts a run and presses a button of it, by its whole name, the moment that the first photo is done: from inside the
   * page, because a few small photos may be done before a press from outside arrives.
   */
  async protectAndPress(button: string): Promise<void> {
    const pressed = this.page.evaluate(
      name =>
        new Promise<void>(resolve => {
          const watch = new MutationObserver(() => {
            const bar = document.querySelector('[role=progressbar][aria-label="Protecting photos"]');
            const wanted = [...document.querySelectorAll('button')].find(one => one.textContent === name);
            if (!wanted || Number(bar?.getAttribute('aria-valuenow')) < 1) return;
            watch.disconnect();
            wanted.click();
            resolve();
          });
          watch.observe(document.body, { subtree: true, childList: true, attributes: true });
        }),
      button,
    );
    await this.protect.click();
    await pressed;
  }

  /** Types key and dataset name as a person would; the derivation runs while other things are done. */
  async giveKey(passphrase: string, dataset = 'e2e-photos'): Promise<void> {
    await this.withMore(() => this.dataset.fill(dataset));
    await this.key.fill(passphrase);
  }

  /** What lies under `More`: opens it, does something there, and closes it again. */
  async withMore(work: () => Promise<unknown>): Promise<void> {
    await this.page.getByRole('button', { name: 'More', exact: true }).click();
    await expect(this.dataset).toBeVisible();
    await work();
    await this.page.keyboard.press('Escape');
    await expect(this.dataset).toBeHidden();
  }

  /** Presses the button and waits for the run to end well: `N of M photos protected` with these numbers. */
  async protectAll(done: number, total = done, failed = 0): Promise<void> {
    await expect(this.protect).toBeEnabled();
    await this.protect.click();
    await this.expectEnd(done, total, failed);
  }

  /** A press on Protect after something changed; waits until there is nothing left to do. */
  async protectAnew(): Promise<void> {
    await expect(this.protect).toBeEnabled();
    await this.protect.click();
    await this.expectUpToDate();
  }

  /** Said only while no run goes on. */
  async expectUpToDate(): Promise<void> {
    await expect(this.page.getByText('Everything is up to date.')).toBeVisible({ timeout: 60_000 });
  }

  async menu(item: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Menu', exact: true }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  /** The label is in the list, with that many photos. */
  async expectLabel(label: string, count: number): Promise<void> {
    const photos = `${count.toLocaleString('en')} ${count === 1 ? 'photo' : 'photos'}`;
    await expect(this.labelRow(label).getByText(photos, { exact: true })).toBeVisible();
  }

  async expectNoLabel(label: string): Promise<void> {
    await expect(this.labelRow(label)).toHaveCount(0);
  }

  /** That many photos lie under `Unlabelled`. */
  async expectUnlabelled(count: number): Promise<void> {
    await this.expectLabel('Unlabelled', count);
  }

  labelRow(label: string): Locator {
    return this.page.getByRole('listitem').filter({ has: this.page.getByText(label, { exact: true }) });
  }

  async renameLabel(from: string, to: string): Promise<void> {
    await this.labelRow(from).getByText(from, { exact: true }).click();
    await this.page.keyboard.press('F2');
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.type(to);
    await this.page.keyboard.press('Enter');
  }

  /** By the setting that people have for it. */
  async chooseEngine(engine: 'The faster one' | 'GPU' | 'CPU'): Promise<void> {
    await this.menu('Preferences');
    const dialog = this.page.getByRole('dialog', { name: 'Preferences' });
    await dialog.getByText(engine, { exact: true }).click();
    await expect(dialog.getByRole('radio', { name: engine, exact: true })).toBeChecked();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expect(dialog).toBeHidden();
  }

  async startOver(): Promise<void> {
    await this.menu('Start over');
    await this.page.getByRole('dialog').getByRole('button', { name: 'Start over' }).click();
  }

  /** The same app in a browser profile of its own. */
  async another(context: BrowserContext): Promise<App> {
    const app = new App(await context.newPage());
    await app.open();
    return app;
  }

  /** Drops files and folders of this disk on the middle of the page, as a hand would: the browser reads them itself. */
  async drop(paths: readonly string[]): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    const { width = 0, height = 0 } = this.page.viewportSize() ?? {};
    const data = { items: [], files: [...paths], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, x: width / 2, y: height / 2, data });
    }
    await session.detach();
  }

  async expectEnd(done: number, total = done, failed = 0): Promise<void> {
    const end = `${done} of ${total} photos protected${failed > 0 ? `, ${failed} failed` : ''}`;
    await expect(this.status).toHaveText(new RegExp(`(?:^|\\D)${end}$`), { timeout: 60_000 });
    await expect(this.progress).toBeHidden();
  }

  /** Presses a button that saves a file, and gives back where it was saved to and under which name. */
  async save(button: Locator): Promise<{ readonly name: string; readonly path: string }> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), button.click()]);
    return { name: download.suggestedFilename(), path: await download.path() };
  }
}

interface Guard {
  /** A fault that a test makes on purpose: it must come, and fails nothing. */
  expect(fault: RegExp): void;
}

interface Fixtures {
  readonly guard: Guard;
  readonly app: App;
}

/**
 * Notes whatever a page or its workers ask for beyond the page's own files, and every error and policy violation; gives
 * what ends that.
 */
function watch(context: BrowserContext, origin: string, faults: string[]): () => void {
  const request = (asked: Request) => {
    const url = asked.url();
    if (asked.method() !== 'GET' || asked.postData() !== null) faults.push(`${asked.method()} ${url}`);
    if (!url.startsWith('blob:') && new URL(url).search !== '') faults.push(`data in the address ${url}`);
    if (![origin, 'blob:'].some(start => url.startsWith(start))) faults.push(`requested ${url}`);
  };
  const response = (answer: Response) => {
    if (answer.status() >= 400) faults.push(`${answer.status()} for ${answer.url()}`);
  };
  const said = (message: ConsoleMessage) => {
    const text = message.text();
    if (message.type() === 'error' || /Content.Security.Policy/i.test(text)) faults.push(`console: ${text}`);
  };
  const uncaught = (error: WebError) => {
    faults.push(`uncaught: ${error.error().message}`);
  };
  context.on('request', request).on('response', response).on('console', said).on('weberror', uncaught);
  return () => {
    context.off('request', request).off('response', response).off('console', said).off('weberror', uncaught);
  };
}

/** Each test in a browser profile of its own. */
export const test = base.extend<Fixtures>({
  /** Every test runs under guard: one such thing fails it. */
  guard: [
    async ({ context, baseURL }, use) => {
      const faults: string[] = [];
      const wanted: RegExp[] = [];
      const end = watch(context, baseURL ?? '', faults);
      await use({ expect: fault => void wanted.push(fault) });
      end();
      const others = faults.filter(fault => !wanted.some(one => one.test(fault)));
      expect(others, 'requests, errors and policy violations').toEqual([]);
      for (const one of wanted) expect(faults.join('\n'), 'a fault made on purpose').toMatch(one);
    },
    { auto: true },
  ],

  app: async ({ page }, use) => {
    const app = new App(page);
    await app.open();
    await use(app);
  },
});

interface Profiles {
  /** By the options that a page of them has: window, fingers, language … */
  readonly contexts: Map<string, BrowserContext>;
}

/**
 * Each test in a page of its own, in a browser profile that others with the same options used before it and whose storage
 * was emptied: that halves what it costs to open the page. For tests that neither need a browser which was never here nor
 * one that they may leave a mark in (a permission, a script for all pages, no network).
 */
export const sharedTest = test.extend<object, { readonly profiles: Profiles }>({
  profiles: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const profiles: Profiles = { contexts: new Map() };
      await use(profiles);
      for (const context of profiles.contexts.values()) await context.close();
    },
    { scope: 'worker' },
  ],

  context: async ({ browser, profiles, viewport, hasTouch, isMobile, locale, contextOptions }, use) => {
    const options = JSON.stringify([viewport, hasTouch, isMobile, locale, contextOptions]);
    let context = profiles.contexts.get(options);
    if (context === undefined) {
      context = await browser.newContext();
      // Stays open: where the last page of a profile closes, the browser lets go of all that it had read for it.
      await context.newPage();
      profiles.contexts.set(options, context);
    }
    const before = new Set(context.pages());
    await use(context);
    for (const page of context.pages()) if (!before.has(page)) await page.close();
  },

  page: async ({ context, baseURL }, use) => {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const { origin } = new URL(baseURL ?? '');
    const storageTypes = 'file_systems,indexeddb,local_storage,cache_storage';
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes });
    await session.detach();
    await use(page);
  },
});

interface Kept {
  context: BrowserContext | null;
  page: Page | null;
}

/**
 * One page for all tests of a worker, started over between them, which costs less than to open one. For tests that change
 * nothing which outlives `Start over`: no preferences, no window size, no reload, no dialog left open.
 */
export const samePageTest = test.extend<object, { readonly kept: Kept }>({
  kept: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const kept: Kept = { context: null, page: null };
      await use(kept);
      await kept.context?.close();
    },
    { scope: 'worker' },
  ],

  context: async ({ browser, kept }, use) => {
    kept.context ??= await browser.newContext();
    await use(kept.context);
  },

  page: async ({ context, kept }, use) => {
    kept.page ??= await context.newPage();
    await use(kept.page);
  },

  app: async ({ page }, use) => {
    const app = new App(page);
    if (page.url() === 'about:blank') await app.open();
    else await app.startOver();
    await expect(app.grid).toBeHidden();
    await use(app);
  },
});

export { expect };
