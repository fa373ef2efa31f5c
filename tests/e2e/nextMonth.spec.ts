import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { library } from '../fixtures/library.ts';
import { drawPicture, toPng } from '../fixtures/pictures.ts';
import { expect, test } from './app.ts';

/** Coming back with new photos for a set: by its file, or by what this device remembers of it. */

const key = 'a key kept for next month of 83 humming otters';

test('a remembered set opens from the first screen, says what is new, and can be forgotten', async ({
  app,
  page,
}, info) => {
  await expect(page.getByRole('heading', { name: 'Recent sets' })).toBeHidden();
  await app.addFolder.setInputFiles(library.small);
  await expect(page.getByText('Before the first run:')).toBeVisible();
  await app.giveKey(key, 'holiday');
  await app.protectAll(12);
  // The finish: which step is done, and by what.
  const finish = page.getByRole('region', { name: 'Take it away' });
  await expect(finish.getByText('You typed it yourself.')).toBeVisible();
  await expect(finish.getByText('Upload only the zip.')).toBeVisible();
  await expect(finish.getByText('date, author and copyright', { exact: false })).toBeVisible();
  await expect(app.protect).toBeHidden();
  const kept = await app.save(finish.getByRole('button', { name: 'Keep for next time' }));
  await finish.getByRole('checkbox', { name: 'Remember this set on this device' }).check();
  await app.startOver();

  await page.getByRole('button', { name: 'holiday', exact: true }).click();
  await expect(page.getByText('Adding to “holiday”')).toBeVisible();
  await expect(app.labelRow('cats').getByText('4 protected', { exact: true })).toBeVisible();
  const folder = info.outputPath('new');
  cpSync(join(library.small, 'cats'), join(folder, 'cats'), { recursive: true });
  for (const seed of [911, 912]) {
    writeFileSync(join(folder, 'cats', `new-${seed}.png`), toPng(drawPicture(80, 60, seed)));
  }
  await app.addFolder.setInputFiles(folder);
  await expect(app.labelRow('cats').getByText('4 protected + 2 new', { exact: true })).toBeVisible();
  await expect(page.getByText('Before the first run:')).toBeHidden();
  await app.key.fill(key);
  await app.protectAll(6);
  await app.startOver();

  // What it remembers grew with the run.
  await expect(page.getByText('14 photos, 3 labels', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Forget “holiday”' }).click();
  await expect(page.getByRole('heading', { name: 'Recent sets' })).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'holiday', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Forget “holiday”' }).click();
  await page.reload();
  await app.ready();
  await expect(page.getByRole('heading', { name: 'Recent sets' })).toBeHidden();

  // The file brings receipt and key in one.
  const file = info.outputPath(kept.name);
  cpSync(kept.path, file);
  await app.addPhotos.setInputFiles(file);
  await expect(app.key).toHaveValue(key);
  await expect(app.labelRow('dogs').getByText('4 protected', { exact: true })).toBeVisible();
});
