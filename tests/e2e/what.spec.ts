import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { library } from '../fixtures/library.ts';
import { expect, sharedTest as test } from './app.ts';

/** The one question about labels, as people answer it. */

const cats = readdirSync(join(library.small, 'cats')).map(name => join(library.small, 'cats', name));

test('loose photos get one label with a press', async ({ app, page }) => {
  await app.addPhotos.setInputFiles(cats);
  const question = page.getByRole('region', { name: 'What is in these photos?' });
  await expect(question.getByText('A label says who or what it is', { exact: false })).toBeVisible();
  await expect(question.getByRole('combobox')).toHaveValue('My photos');
  await question.getByRole('button', { name: 'One label for all' }).click();
  await app.expectLabel('My photos', 4);
  await expect(question).toBeHidden();
});

test('folders are labels; one press makes them one, undo brings them back; the set has the folder’s name', async ({
  app,
  page,
}) => {
  await app.addFolder.setInputFiles(library.small);
  await app.expectLabel('cats', 4);
  const question = page.getByRole('region', { name: 'What is in these photos?' });
  await expect(question.getByText('boats, cats, dogs', { exact: false })).toBeVisible();
  await app.withMore(() => expect(app.dataset).toHaveValue(/^small-[a-z0-9]{8}$/));
  await question.getByRole('button', { name: 'One label for all' }).click();
  await app.expectLabel('small', 12);
  await app.expectNoLabel('cats');
  await page.getByRole('button', { name: 'Undo' }).click();
  await app.expectLabel('cats', 4);
  await question.getByRole('button', { name: 'I’ll sort them' }).click();
  await app.expectUnlabelled(12);
  await page.keyboard.press('Control+z');
  await app.expectLabel('dogs', 4);
});
