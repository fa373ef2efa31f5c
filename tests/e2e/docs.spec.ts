import { AxeBuilder } from '@axe-core/playwright';
import { docsSites, pagesOf } from '../../src/build/docsSite/pages.ts';
import { expect, test } from './app.ts';

test('the pages of the site: nothing sticks out, axe finds nothing, nothing is asked of others', {
  tag: '@long',
}, async ({ page }) => {
  // Axe looks at each of some forty pages.
  test.setTimeout(300_000);
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', request => asked.push(request.url()));
  page.on('console', message => complaints.push(message.text()));
  await page.setViewportSize({ width: 360, height: 640 });
  const all = docsSites.flatMap(site => pagesOf(site).map(one => ({ ...one, site })));
  for (const { file, title, site } of all) {
    await page.goto(`/docs/${site.folder}/${file}.html`);
    const menu = page.getByRole('navigation', { name: site.words.pages });
    const here = menu.getByText(title, { exact: true });
    await expect(here).toHaveAttribute('aria-current', 'page');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide, `${file} sticks out`).toBeLessThanOrEqual(0);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(found => `${file}: ${found.id} ${found.nodes[0]?.html}`)).toEqual([]);
  }
  const { origin } = new URL(page.url());
  expect(asked.filter(url => !url.startsWith(origin))).toEqual([]);
  expect(complaints).toEqual([]);
});
