/**
 * How the page itself feels during a run: the longest task on its main thread, and how long Cancel takes. On the
 * built app, with its own buttons.
 */

/** Runs in the page: draws photos with stripes of noise and gives them to the input as one folder. */
async function addPhotos({ count, width, height }) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  const transfer = new DataTransfer();
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < 300; j++) {
      context.fillStyle = `hsl(${(i * 37 + j * 11) % 360} 60% ${20 + (j % 60)}%)`;
      context.fillRect((j * 97 + i * 13) % width, (j * 61) % height, width / 5, height / 9);
    }
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
    const file = new File([blob], `photo-${i}.jpg`, { type: blob.type });
    Object.defineProperty(file, 'webkitRelativePath', { value: `bench/summer/photo-${i}.jpg` });
    transfer.items.add(file);
  }
  const input = document.querySelector('input[type=file][aria-label="Add a folder"]');
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

function watchTasks() {
  window.longestTask = 0;
  new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) window.longestTask = Math.max(window.longestTask, duration);
  }).observe({ type: 'longtask' });
}

/**
 * @param {import('@playwright/test').Page} page a fresh page
 * @param {string} address of the built app
 * @returns {Promise<{ longestTaskMs: number, cancelMs: number }>}
 */
export async function measurePage(page, address) {
  await page.addInitScript(watchTasks);
  await page.goto(address);
  await page.getByLabel('Private key', { exact: true }).fill('a key for the bench');
  await page.evaluate(addPhotos, { count: 24, width: 4000, height: 3000 });
  const protect = page.getByRole('button', { name: /^Protect 24 photos$/ });
  await protect.waitFor({ timeout: 120_000 });
  // Drawing the photos above held up the page; what counts begins here.
  await page.evaluate(() => {
    window.longestTask = 0;
  });
  await protect.click();
  const progress = page.getByRole('progressbar', { name: 'Protecting photos' });
  await page.waitForFunction(() => Number(document.querySelector('[role=progressbar]')?.ariaValueNow) >= 4);
  const from = await page.evaluate(() => performance.now());
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await progress.waitFor({ state: 'hidden' });
  const { now, longest } = await page.evaluate(() => ({
    now: performance.now(),
    longest: window.longestTask,
  }));
  return { longestTaskMs: longest, cancelMs: now - from };
}
