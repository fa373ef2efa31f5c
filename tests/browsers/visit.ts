import { type Browser, saved, until } from './browser.ts';

/** The page as a person meets it, in any browser: everything by its accessible name, as XPath. */
export const on = {
  button: (name: string) => `//button[normalize-space(.)="${name}" or @aria-label="${name}"]`,
  buttonThatStarts: (start: string) => `//button[starts-with(normalize-space(.), "${start}")]`,
  field: (name: string) => `//input[@id=//label[normalize-space(.)="${name}"]/@for]`,
  files: (name: string) => `//input[@type="file"][@aria-label="${name}"]`,
  tab: (name: string) => `//*[@role="tab"][normalize-space(.)="${name}"]`,
} as const;

/** A visit to the app. What goes wrong on the page meanwhile is kept and can be asked for. */
export class Visit {
  readonly browser: Browser;

  constructor(browser: Browser) {
    this.browser = browser;
  }

  async open(address: string): Promise<void> {
    await this.browser.goto(address);
    await this.browser.evaluate(`
      window.faults = [];
      addEventListener('securitypolicyviolation', e => faults.push(
        [e.violatedDirective, e.blockedURI, e.sample, e.sourceFile, e.lineNumber, e.columnNumber].join(' ')));
      // Another visit may follow; nothing is lost that the test still wants.
      addEventListener('beforeunload', e => e.stopImmediatePropagation(), true);
      addEventListener('error', e => faults.push('error: ' + e.message));
      addEventListener('unhandledrejection', e => faults.push('rejection: ' + e.reason));`);
    await this.until('the app', `return !document.getElementById('root').hasAttribute('inert')`);
  }

  /** Errors, unhandled rejections and policy violations since the page was opened. */
  async faults(): Promise<unknown> {
    return this.browser.evaluate('return window.faults');
  }

  /** Waits until the body of an async function, run in the page, gives something that counts as true. */
  async until(what: string, body: string, limit = 60_000): Promise<unknown> {
    try {
      return await until(what, async () => (await this.browser.evaluate(body)) || null, limit);
    } catch (error) {
      const seen = await this.browser.evaluate('return document.body.innerText').catch(() => 'nothing');
      throw new Error(`${error instanceof Error ? error.message : error}; the page says:\n${seen}`);
    }
  }

  async giveKey(passphrase: string, dataset: string): Promise<void> {
    await this.browser.evaluate(
      `const field = document.evaluate(${JSON.stringify(on.field('Dataset name'))}, document, null, 9).singleNodeValue;
       field.focus(); field.select();`,
    );
    await this.browser.type(on.field('Dataset name'), dataset);
    await this.browser.type(on.field('Private key'), passphrase);
  }

  /** Writes over what stands in a field, of one line or more, or chooses an option by its value. */
  async fill(field: string, value: string): Promise<void> {
    const name = JSON.stringify(field);
    await this.until(
      `the field “${field}”`,
      `const path = '//*[@id=//label[normalize-space(.)=${name}]/@for or @aria-label=${name}]' +
         '|//label[normalize-space(.)=${name}]//input';
       const element = document.evaluate(path, document, null, 9).singleNodeValue;
       if (element === null) return false;
       element.focus();
       Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), 'value').set.call(element, ${JSON.stringify(value)});
       for (const type of ['input', 'change']) element.dispatchEvent(new Event(type, { bubbles: true }));
       element.blur();
       return true;`,
      10_000,
    );
  }

  private ready(): Promise<unknown> {
    return this.until(
      'a button to protect with',
      `return [...document.querySelectorAll('button')].some(b =>
         /^Protect .*photos?$/.test(b.textContent) && b.getAttribute('aria-disabled') !== 'true')`,
    );
  }

  /** Answers the question what is in the loose photos. */
  async label(name: string): Promise<void> {
    const field = '//section[contains(@class, "what")]//input';
    // A press on what is proposed selects it.
    await this.browser.click(field);
    await this.browser.type(field, name);
    await this.browser.press('Enter');
  }

  /** Presses Protect and waits for the end, whatever it is; gives what the page says of it. */
  async protectToTheEnd(limit = 120_000): Promise<string> {
    await this.ready();
    await this.browser.click(on.buttonThatStarts('Protect '));
    const said = await this.until(
      'the end of the run',
      `if (document.querySelector('[role=progressbar][aria-label="Protecting photos"]')) return null;
       const said = [...document.querySelectorAll('[role=status]')].map(s => s.textContent);
       return said.find(words => /Finished.*photos? protected/.test(words));`,
      limit,
    );
    return String(said);
  }

  /** Presses Protect and waits for the end: `N of M photos protected`, and `, F failed` where some did. */
  async protect(end: string, limit = 60_000): Promise<void> {
    await this.ready();
    await this.browser.click(on.buttonThatStarts('Protect '));
    await this.until(
      `“${end}”`,
      `return !document.querySelector('[role=progressbar][aria-label="Protecting photos"]') &&
         [...document.querySelectorAll('[role=status]')].some(s => s.textContent.endsWith(${JSON.stringify(end)}))`,
      limit,
    );
  }

  /** Presses Protect after something changed; waits until there is nothing left to do. */
  async protectAnew(): Promise<void> {
    await this.ready();
    await this.browser.click(on.buttonThatStarts('Protect '));
    await this.until(
      'nothing left to do',
      `return /Everything is up to date\\./.test(document.body.innerText)`,
    );
  }

  save(button: string): Promise<string> {
    return saved(this.browser, () => this.browser.click(on.buttonThatStarts(button)));
  }
}
