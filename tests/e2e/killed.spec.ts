import { library } from '../fixtures/library.ts';
import { expect, test } from './app.ts';
import { giveAgain, goOnAfterKill, kill, killInRun, outcome } from './kill.ts';

const passphrase = 'a key for tabs that die 8243';

test('after Go on, what was finished is finished, wherever the tab was killed', { tag: '@long' }, async ({
  app,
  context,
}) => {
  // At once: what the page needs to know again may not be on its way any more.
  await app.giveKey(passphrase);
  await app.addFolder.setInputFiles(library.several);
  const first = await goOnAfterKill(context, await killInRun(app, 1, 0));
  await giveAgain(first.app, passphrase, first.done, library.several);
  if (first.done < 24) await first.app.protectAll(24);

  // While it is being saved, nothing is less finished.
  const { page, downloadZip } = first.app;
  await downloadZip.click();
  await kill(page);
  const second = await goOnAfterKill(context, 24);
  expect(second.done).toBe(24);
  await giveAgain(second.app, passphrase, 24, library.several);
  const files = await outcome(second.app);
  expect(files.size).toBe(24);
  // One picture 24 times, with one filter, whichever page protected it.
  expect(new Set(files.values()).size).toBe(1);
});
