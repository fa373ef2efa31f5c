import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { wilsonInterval } from '../../src/prove/core/wilson.ts';
import { drawDisc, toPng } from '../fixtures/pictures.ts';
import { convolutionModel } from '../fixtures/tfjsModels.ts';
import { expect, test } from './app.ts';

/** A network of others under Prove, for real: opened by its runtime, asked about every photo, a last layer learnt. */

/** Dark and light discs, 24 of each. */
function discs(folder: string): string {
  for (const label of ['dark', 'light']) {
    mkdirSync(join(folder, label), { recursive: true });
    for (let i = 0; i < 24; i++) {
      writeFileSync(join(folder, label, `private-name-${i}.png`), toPng(drawDisc(label === 'dark', 2 * i)));
    }
  }
  return folder;
}

async function network(folder: string): Promise<readonly string[]> {
  const files = convolutionModel(32);
  mkdirSync(folder, { recursive: true });
  for (const { name, blob } of files)
    writeFileSync(join(folder, name), new Uint8Array(await blob.arrayBuffer()));
  return files.map(({ name }) => join(folder, name));
}

test('a network that is dropped learns from clean and protected photos, and the verdict says so', async ({
  app,
  page,
}, info) => {
  const model = await network(info.outputPath('network'));
  await page.getByRole('tab', { name: 'Prove', exact: true }).click();
  await page.getByText('Pretrained network', { exact: true }).click();
  await expect(page.getByRole('heading', { name: /^Does a network that knows such things/ })).toBeVisible();
  await page.getByLabel('Folder to check').setInputFiles(discs(info.outputPath('discs')));

  // Its weights alone are no network; dropped on the tab with them it is one, and goes nowhere else.
  const chooser = page.locator('input[type=file]').and(page.getByLabel('Network that knows such things'));
  await chooser.setInputFiles(model[0] ?? '');
  await expect(page.getByText('Files that the model needs are not among these: untaught.bin')).toBeVisible();
  await app.drop([dirname(model[0] ?? '')]);
  await expect(page.getByText('“untaught.json”, TensorFlow.js.')).toBeVisible();
  await expect(page.getByText('48 labelled photos of “discs”')).toBeVisible();

  // How it wants its pictures was read from its file, its layer found by shapes; both can be changed.
  await page.getByText('How it wants its pictures').click();
  await expect(page.getByLabel('Size of its pictures, in pixels')).toHaveValue('32');
  const layer = page.getByLabel('Layer that its features are taken from');
  await expect(layer.locator('option:checked')).toHaveText('pooled, 24 features (its last pooled layer)');
  await layer.selectOption('first');

  await app.giveKey('a key that must not be in any report of 83 humming otters', 'discs');
  await page.getByText('Light, Standard and Strong too').click();
  await page.getByRole('button', { name: 'See what it learns' }).click();
  const result = page.getByRole('region', { name: 'What the network learnt' });
  await expect(result.locator('.finding-verdict')).toContainText(
    /^[✓✗?] (?:Protection (?:does not keep|keeps) this network|This says nothing yet)/,
    {
      timeout: 60_000,
    },
  );
  const cells = result.getByRole('table').getByRole('row');
  await expect(cells).toHaveCount(1 + 4);
  await expect(cells.nth(1)).toHaveText(/^clean photos100 % \(72–100\)100 %$/);

  const json = await app.save(result.getByRole('button', { name: 'Save its data (JSON)' }));
  expect(json.name).toBe('discs.backbone.json');
  const text = readFileSync(json.path, 'utf8');
  const { finding, figures } = JSON.parse(text);
  expect(finding.layer).toBe('first');
  expect(finding.counts).toEqual({ labels: ['dark', 'light'], train: [19, 19], test: [5, 5] });
  for (const [at, { answers }] of finding.columns.entries()) {
    const [[a, b], [c, d]] = answers.confusion;
    expect([a + b, c + d]).toEqual([5, 5]);
    // What the page says is what the report holds.
    const { low, high } = wilsonInterval(a + d, 10);
    expect(figures[at]).toMatchObject({ right: (a + d) / 10, low, high });
    await expect(cells.nth(at + 1)).toContainText(
      `${10 * (a + d)} % (${Math.round(100 * low)}–${Math.round(100 * high)})`,
    );
  }
  const html = readFileSync(
    (await app.save(result.getByRole('button', { name: 'Save report' }))).path,
    'utf8',
  );
  expect(html).toContain('<!doctype html>');
  for (const one of [text, html]) expect(one).not.toMatch(/private-name|must not be|<script/);

  // What it was made of is another by now.
  await page.getByRole('button', { name: 'Use the photos on the page' }).click();
  await expect(page.getByText('There is nothing to train on yet')).toBeVisible();
});
