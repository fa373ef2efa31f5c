import seedrandom from 'seedrandom';
import { type App, expect, test } from '../e2e/app.ts';
import { giveAgain, goOnAfterKill, kill, killInRun, outcome } from '../e2e/kill.ts';
import { library } from '../fixtures/library.ts';

/** Twenty runs of 24 photos, each killed at a random moment, and ten tabs killed while they save. */

const passphrase = 'a key for tabs that die 8243';
const random = seedrandom('twenty tabs that die');

const moments = Array.from({ length: 20 }, () => {
  // Some before the first photo is done, some while the last ones are.
  const done = Math.floor(random() * 24);
  return { done, after: Math.floor(random() * 200) };
});

for (const { done, after } of moments) {
  test(`killed ${after} ms after ${done} of 24 photos`, async ({ app, context }) => {
    await app.giveKey(passphrase);
    await app.addFolder.setInputFiles(library.many);
    const next = await goOnAfterKill(context, await killInRun(app, done, after));
    await giveAgain(next.app, passphrase, next.done, library.many);
    if (next.done < 24) await next.app.protectAll(24);
    const files = await outcome(next.app);
    expect(files.size).toBe(24);
    // One picture 24 times, with one filter, whichever page protected it.
    expect(new Set(files.values()).size).toBe(1);
  });
}

test('killed while it saves, ten times over', async ({ app, context }) => {
  await app.giveKey(passphrase);
  await app.addFolder.setInputFiles(library.many);
  await app.protectAll(24);
  let page: App = app;
  for (let time = 0; time < 10; time++) {
    await page.downloadZip.click();
    await new Promise(resolve => setTimeout(resolve, random() * 150));
    await kill(page.page);
    const next = await goOnAfterKill(context, 24);
    expect(next.done).toBe(24);
    page = next.app;
  }
  await giveAgain(page, passphrase, 24, library.many);
  expect(new Set((await outcome(page)).values()).size).toBe(1);
});
