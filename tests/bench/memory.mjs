import { existsSync, readFileSync } from 'node:fs';

const inMegabytes = 1 / 1024;

/**
 * The most memory that the browser's page and GPU processes ever held, in MB: the sum of each one's peak, as Linux
 * counts it. Null where there is no /proc.
 * @param {import('@playwright/test').Browser} browser
 */
export async function peakMemory(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const files = processInfo
    .filter(({ type }) => type === 'renderer' || type === 'GPU')
    .map(({ id }) => `/proc/${id}/status`)
    .filter(existsSync);
  if (files.length === 0) return null;
  return files
    .map(file => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(file, 'utf8'))?.[1] ?? 0) * inMegabytes)
    .reduce((a, b) => a + b, 0);
}
