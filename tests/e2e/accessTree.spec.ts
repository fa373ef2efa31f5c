import { library } from '../fixtures/library.ts';
import { expect, sharedTest as test } from './app.ts';

/** What a screen reader is given in the main states: roles, names, values, and what is spoken on the way. */

test('the empty page: landmarks, headings in order, one thing to do', async ({ app }) => {
  const { page } = app;
  await expect(page).toHaveTitle(/Keyveil/);
  await expect(page.getByRole('banner')).toMatchAriaSnapshot(`
    - banner:
      - heading "Keyveil" [level=1]
      - tablist "Keyveil":
        - tab "Protect" [selected]
        - tab "Prove"
        - tab "Trace"
  `);
  await expect(page.getByRole('tabpanel', { name: 'Protect' })).toMatchAriaSnapshot(`
    - tabpanel "Protect":
      - heading "Make photos hard to learn from" [level=2]
      - button "Add photos"
      - button "Add a folder"
  `);
  await expect(page.getByRole('contentinfo')).toMatchAriaSnapshot(`
    - contentinfo:
      - textbox "Private key"
      - radiogroup "Protection":
        - radio "Light"
        - radio "Standard" [checked]
        - radio "Strong"
      - button "Protect photos"
  `);
});

test('photos, labels and a run: what is said of them, and when', async ({ app, page }) => {
  await app.giveKey('a key that is long enough of 83 humming otters');
  await app.addFolder.setInputFiles(library.broken);
  await expect(app.grid).toMatchAriaSnapshot(`
    - listbox "Photos":
      - option "good-0.png, good, not protected yet"
  `);
  await expect(page.getByRole('complementary', { name: 'Labels' })).toMatchAriaSnapshot(`
    - complementary "Labels":
      - heading "Labels" [level=2]
      - list:
        - listitem:
          - button "All photos 7 photos" [pressed]
        - listitem:
          - button "good 3 photos"
          - button "More about “good”"
  `);
  const spoken = await page.evaluateHandle(() => {
    const words: string[] = [];
    const regions = document.querySelectorAll('[aria-live], [role=status]');
    const watch = new MutationObserver(() => {
      for (const region of regions) {
        const said = region.textContent ?? '';
        if (said !== '' && said !== words.at(-1)) words.push(said);
      }
    });
    for (const region of regions) {
      watch.observe(region, { childList: true, subtree: true, characterData: true });
    }
    return words;
  });
  await app.protectAll(6, 7, 1);
  const words = await spoken.jsonValue();
  expect(words).toContain('Protecting 7 photos.');
  expect(words.some(said => /6 of 7 photos protected, 1 failed$/.test(said))).toBe(true);
  // Not every photo: whoever listens has other things to hear.
  expect(words.length).toBeLessThan(6);
  const failed = page.getByRole('region', {
    name: '1 photo could not be protected and is left out of the zip',
  });
  await expect(failed.getByRole('listitem')).toContainText('damaged.png');
  await expect(failed.getByRole('button', { name: 'Try again: damaged.png' })).toBeVisible();
  await expect(app.grid.getByRole('option', { name: /damaged\.png, mixed, failed/ })).toBeAttached();
});
