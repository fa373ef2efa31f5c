import { library } from '../fixtures/library.ts';
import { expect, sharedTest as test } from './app.ts';

test('a part that cannot be drawn says so, comes back, and takes nothing with it', async ({
  app,
  page,
  guard,
}) => {
  guard.expect(/^console: RangeError: invalid language tag \(drawing\)\n {4}at /);
  await app.giveKey('a key of 83 humming otters');
  await app.addFolder.setInputFiles(library.small);
  await app.protectAll(12);
  // As a browser that cannot write a number there, which happened.
  await page.evaluate(() => {
    const Real = Intl.NumberFormat;
    const broken = new Proxy(Real, {
      construct(target, args: ConstructorParameters<typeof Real>) {
        if (new Error().stack?.includes('ProveTab')) throw new RangeError('invalid language tag');
        return new target(...args);
      },
    });
    Object.assign(Intl, { NumberFormat: broken });
    Object.assign(globalThis, { mend: () => Object.assign(Intl, { NumberFormat: Real }) });
  });
  await page.getByRole('tab', { name: 'Prove' }).click();
  const word = page.getByRole('alert').filter({ hasText: 'This part of the page could not be drawn.' });
  await expect(word.first()).toBeVisible();
  await page.evaluate(() => (globalThis as unknown as { mend(): void }).mend());
  await page.getByRole('button', { name: 'Draw it again' }).first().click();
  await expect(page.getByText('12 labelled photos on this page')).toBeVisible();
  await page.getByRole('tab', { name: 'Protect' }).click();
  await expect(app.downloadZip).toBeEnabled();
});
