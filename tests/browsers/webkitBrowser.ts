import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Builder, By, Capabilities, Key, type WebDriver } from 'selenium-webdriver';
import { freePort } from '../freePort.mjs';
import { type Browser, scratchFolder, until } from './browser.ts';

/** What it takes to drive WebKitGTK: its driver, its small browser, and a screen and a message bus of their own. */
export interface WebkitPrograms {
  readonly driver: string;
  readonly miniBrowser: string;
  readonly xvfbRun: string;
  readonly dbusRunSession: string;
}

export async function openWebkit(programs: WebkitPrograms): Promise<Browser> {
  const scratch = scratchFolder();
  const downloads = join(scratch.path, 'downloads');
  mkdirSync(downloads);
  const port = await freePort();
  const session = startDriver(programs, port, scratch.path);
  try {
    const driver = await connect(programs.miniBrowser, port);
    const capabilities = await driver.getCapabilities();
    const version = String(capabilities.get('browserVersion'));
    return browserOf(driver, version, downloads, async () => {
      await driver.quit().catch(() => undefined);
      await ended(session);
      scratch.remove();
    });
  } catch (error) {
    await ended(session);
    scratch.remove();
    throw error;
  }
}

/** In a process group of its own, so that all of it can be ended, and with a home of its own. */
function startDriver(programs: WebkitPrograms, port: number, home: string): ChildProcess {
  const config = join(home, 'config');
  mkdirSync(config);
  // MiniBrowser asks nobody where to: it saves in the folder that the desktop names.
  writeFileSync(join(config, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${join(home, 'downloads')}"\n`);
  const command = [programs.dbusRunSession, '--', programs.driver, `--port=${port}`];
  return spawn(programs.xvfbRun, ['-a', '-s', '-screen 0 1280x1024x24', ...command], {
    detached: true,
    stdio: 'ignore',
    env: {
      ...process.env,
      HOME: home,
      TMPDIR: home,
      XDG_CONFIG_HOME: config,
      XDG_DATA_HOME: join(home, 'data'),
      XDG_CACHE_HOME: join(home, 'cache'),
      LANGUAGE: 'en_GB',
      // As in many containers: WebKit then names a language that no program knows, which has to do no harm.
      LANG: 'C.UTF-8',
      LC_ALL: 'C.UTF-8',
      // Nothing to talk to, and it would be waited for.
      GTK_USE_PORTAL: '0',
      NO_AT_BRIDGE: '1',
      // Its sandbox cannot start in most containers, nor as root.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    },
  });
}

async function ended(session: ChildProcess): Promise<void> {
  if (session.exitCode !== null || session.pid === undefined) return;
  const gone = new Promise(resolve => session.once('close', resolve));
  process.kill(-session.pid, 'SIGTERM');
  await gone;
}

async function connect(binary: string, port: number): Promise<WebDriver> {
  const address = `http://127.0.0.1:${port}`;
  await until('the WebKit driver', async () => {
    const answer = await fetch(`${address}/status`).catch(() => null);
    return answer?.ok ? true : null;
  });
  const capabilities = new Capabilities()
    .setBrowserName('MiniBrowser')
    .set('webkitgtk:browserOptions', { binary, args: ['--automation'] });
  const driver = await new Builder().usingServer(address).withCapabilities(capabilities).build();
  await driver.manage().setTimeouts({ script: 120_000 });
  // As wide as the others, so that the inspector stands beside the photos.
  await driver.manage().window().setRect({ width: 1280, height: 1000 });
  return driver;
}

function browserOf(
  driver: WebDriver,
  version: string,
  downloads: string,
  close: () => Promise<void>,
): Browser {
  const element = (xpath: string) =>
    until(xpath, () => driver.findElement(By.xpath(xpath)).catch(() => null), 30_000);
  return {
    name: `WebKitGTK ${version}`,
    version,
    downloads,
    goto: address => driver.get(address),
    evaluate: async body => {
      const answer = await driver.executeAsyncScript(
        `const answer = arguments[arguments.length - 1];
         (async () => { ${body} })().then(
           value => answer(JSON.stringify({ value })),
           error => answer(JSON.stringify({ error: String(error) })));`,
      );
      const { value, error } = JSON.parse(String(answer));
      if (error !== undefined) throw new Error(error);
      return value;
    },
    click: async xpath => (await element(xpath)).click(),
    type: async (xpath, text) => (await element(xpath)).sendKeys(text),
    press: key =>
      driver
        .actions()
        .sendKeys(Key[key.toUpperCase()] ?? key)
        .perform(),
    // More than one file is named in lines, as the protocol has it.
    setFiles: async (xpath, paths) => (await element(xpath)).sendKeys(paths.join('\n')),
    screenshot: async () => Buffer.from(await driver.takeScreenshot(), 'base64'),
    close,
  };
}
