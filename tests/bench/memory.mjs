import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const inMegabytes = 1 / 1024;

async function processes(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo
    .filter(({ type }) => type === 'renderer' || type === 'GPU')
    .map(({ id }) => `/proc/${id}`)
    .filter(existsSync);
}

/** Lets the peaks begin anew at what is held now, where Linux allows it. */
export async function resetPeaks(browser) {
  for (const process of await processes(browser)) writeFileSync(`${process}/clear_refs`, '5');
}

/**
 * The most memory that the browser's page and GPU processes held since `resetPeaks`, in MB: the sum of each one's peak, as Linux
 * counts it. Null where there is no /proc.
 * @param {import('@playwright/test').Browser} browser
 */
export async function peakMemory(browser) {
  const files = (await processes(browser)).map(process => `${process}/status`);
  if (files.length === 0) return null;
  return files
    .map(file => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(file, 'utf8'))?.[1] ?? 0) * inMegabytes)
    .reduce((a, b) => a + b, 0);
}
