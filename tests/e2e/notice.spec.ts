import { library } from '../fixtures/library.ts';
import { expect, test } from './app.ts';

test('a run that ends out of sight says so, when that is wished', { tag: '@long' }, async ({
  app,
  page,
  context,
}) => {
  await context.grantPermissions(['notifications']);
  // The page is never really hidden here, so it is told that it is; what it would show is noted down.
  await page.addInitScript(() => {
    const shown: string[] = [];
    Object.defineProperty(document, 'hidden', { get: () => true });
    Object.defineProperty(globalThis, 'shownNotices', { value: shown });
    globalThis.Notification = class extends Notification {
      constructor(title: string, options?: NotificationOptions) {
        super(title, options);
        shown.push(`${title}: ${options?.body}`);
      }
    };
  });
  await page.reload();
  await app.ready();
  const shown = () => page.evaluate(() => Reflect.get(globalThis, 'shownNotices'));

  await app.giveKey('a key of 83 humming otters');
  await app.addFolder.setInputFiles(library.small);
  await app.protectAll(12);
  expect(await shown()).toEqual([]);

  await app.menu('Preferences');
  const dialog = page.getByRole('dialog', { name: 'Preferences' });
  await dialog.getByText('Notify me at the end of a run when I look elsewhere').click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await app.key.fill('another key of 83 humming otters');
  await app.protectAnew();
  await expect.poll(shown).toEqual(['Keyveil: 12 of 12 photos are protected.']);
});
