import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { library } from '../fixtures/library.ts';
import { expectNone, type Look, lookFor, shoot, sideways, smallTargets } from './access.ts';
import { looseFiles } from './accessScenes.ts';
import { type App, expect, test } from './app.ts';
import { unpack } from './archive.ts';
import { walks } from './walks.ts';

/** A small phone held in one hand: fingers, no mouse, no keyboard. */
test.use({
  actionTimeout: 10_000,
  contextOptions: { reducedMotion: 'reduce' },
  viewport: { width: 360, height: 640 },
  hasTouch: true,
  isMobile: true,
});

/** Gathers what is too small or too wide in every state; quick, where axe has looked at the same parts before. */
function quickLook(page: Page, faults: string[]): Look {
  return async state => {
    await shoot(page, `phone ${state}`);
    for (const found of [await smallTargets(page), await sideways(page)])
      faults.push(...found.map(one => `${state}: ${one}`));
  };
}

test('the whole job with a thumb: pick, label, compare, protect, save', async ({ app, page }) => {
  const faults: string[] = [];
  const look = quickLook(page, faults);
  await look('empty');
  // From the camera roll: several at once, any kind of picture, and no camera forced upon anybody.
  await expect(app.addPhotos).toHaveAttribute('accept', /image\/\*/);
  await expect(app.addPhotos).toHaveAttribute('multiple');
  await expect(app.addPhotos).not.toHaveAttribute('capture');
  const choosing = page.waitForEvent('filechooser');
  await page.locator('button', { hasText: 'Add photos' }).tap();
  await (await choosing).setFiles(looseFiles(6));
  const photos = app.grid.getByRole('option');
  await expect(photos).toHaveCount(6);
  await look('loose photos');
  await page.getByRole('button', { name: 'I’ll sort them' }).tap();
  await longPress(page, photos.nth(1));
  await photos.nth(3).tap();
  await expect(page.getByText('2 selected')).toBeVisible();
  await look('selecting');
  await page.getByRole('button', { name: 'Label as…' }).tap();
  await page.getByRole('combobox', { name: 'Label for the selected photos' }).fill('garden');
  await look('naming');
  await page.getByRole('combobox', { name: 'Label for the selected photos' }).press('Enter');
  await expect(photos.nth(3)).toHaveAccessibleName(/garden/);
  await page.getByRole('button', { name: 'Clear the selection' }).tap();
  await photos.nth(1).tap();
  const dialog = page.getByRole('dialog', { name: /^Before and after/ });
  await expect(dialog.getByRole('application')).toBeVisible();
  await look('viewer');
  await dialog.getByRole('button', { name: 'Details' }).tap();
  await expect(page.getByRole('dialog', { name: 'Selected photo' })).toBeVisible();
  await look('inspector');
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).tap();
  await app.key.fill('a key for the phone of 83 humming otters');
  await expect(app.protect).toBeEnabled();
  await app.protect.tap();
  await app.expectEnd(2, 2);
  await look('finished');
  expect((await unpack((await app.save(app.downloadZip)).path)).size).toBe(2);
  expectNone(faults);
});

/** Holds a photo until it is selected, and lets go. */
async function longPress(page: Page, target: ReturnType<App['grid']['getByRole']>): Promise<void> {
  const box = await target.boundingBox();
  if (!box) throw new Error('not on the page');
  const touch = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const session = await page.context().newCDPSession(page);
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [touch] });
  await expect(target).toHaveAttribute('aria-selected', 'true');
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

for (const { name, walk } of walks) {
  test(`axe finds nothing on a phone: ${name}`, { tag: '@long' }, async ({ app, page }, info) => {
    test.setTimeout(240_000);
    const faults: string[] = [];
    await walk(app, info.outputDir, lookFor(page, faults, ' - phone', false));
    expectNone(faults);
  });
}

test('shares the protected photos themselves where the sheet takes no zips, and says so', {
  tag: '@long',
}, async ({ app, page }) => {
  await standInForSheet(page, ['image/png', 'image/jpeg']);
  await app.open();
  await finishSmall(app);
  await expect(page.getByText('Shares the photos themselves', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Share…', exact: true }).tap();
  await expect(page.getByText('Handed over.').first()).toBeVisible();
  const [given = []] = await shared(page);
  const zip = await unpack((await app.save(app.downloadZip)).path);
  expect(given.map(({ name }) => name).sort()).toEqual(
    [...zip.keys()].map(path => path.replace('/', ' - ')).sort(),
  );
  for (const { name, type, bytes } of given) {
    expect(type).toBe('image/png');
    expect(Buffer.from(bytes, 'base64').equals(Buffer.from(zip.get(name.replace(' - ', '/')) ?? []))).toBe(
      true,
    );
  }
  // The receipt is no picture.
  await expect(page.getByRole('button', { name: 'Share receipt…' })).toHaveCount(0);
});

test('shares the zip where the sheet takes it; a closed sheet is no fault', { tag: '@long' }, async ({
  app,
  page,
}) => {
  await standInForSheet(page, ['application/zip', 'application/json', 'image/jpeg'], 1);
  await app.open();
  await finishSmall(app);
  const share = page.getByRole('button', { name: 'Share…', exact: true });
  await share.tap();
  // Closed the first time: everything is as before.
  await expect(share).toBeEnabled();
  await expect(page.getByText('Handed over.')).toHaveCount(0);
  await share.tap();
  await expect(page.getByText('Handed over.').first()).toBeVisible();
  const [[zip] = []] = await shared(page);
  expect(zip?.name).toBe('e2e-photos.zip');
  const saved = readFileSync((await app.save(app.downloadZip)).path);
  expect(Buffer.from(zip?.bytes ?? '', 'base64').equals(saved)).toBe(true);
  await page.getByRole('button', { name: 'Share receipt…' }).tap();
  await expect.poll(async () => (await shared(page)).length).toBe(2);
  const receipt = (await shared(page))[1]?.[0];
  expect(receipt?.name).toBe('e2e-photos.keyveil.json');
  expect(JSON.parse(Buffer.from(receipt?.bytes ?? '', 'base64').toString()).files).toHaveLength(12);
});

async function finishSmall(app: App): Promise<void> {
  await app.giveKey('a key for the phone of 83 humming otters');
  await app.addFolder.setInputFiles(library.small);
  await app.protectAll(12);
}

interface Given {
  readonly name: string;
  readonly type: string;
  /** Base64. */
  readonly bytes: string;
}

/** What was handed to the sheet, call by call. */
function shared(page: Page): Promise<readonly (readonly Given[])[]> {
  return page.evaluate(() => Reflect.get(globalThis, 'handedOver'));
}

/**
 * No browser here has a share sheet. One that takes files of these types, keeps what it is given, and is closed without
 * choosing `closed` times.
 */
async function standInForSheet(page: Page, types: readonly string[], closed = 0): Promise<void> {
  await page.addInitScript(
    ([taken, times]) => {
      const handedOver: unknown[] = [];
      let left = times;
      Reflect.set(globalThis, 'handedOver', handedOver);
      navigator.canShare = data => (data?.files ?? []).every(file => taken.includes(file.type));
      navigator.share = async data => {
        if (!navigator.userActivation.isActive) throw new DOMException('no press', 'NotAllowedError');
        if (left-- > 0) throw new DOMException('closed', 'AbortError');
        const files = [...(data?.files ?? [])];
        handedOver.push(
          await Promise.all(
            files.map(async file => {
              const bytes = new Uint8Array(await file.arrayBuffer());
              const text = Array.from(bytes, byte => String.fromCharCode(byte)).join('');
              return { name: file.name, type: file.type, bytes: btoa(text) };
            }),
          ),
        );
      };
    },
    [types, closed] as const,
  );
}

test('where no folder can be chosen, no button offers it', async ({ page, app }) => {
  await expect(page.locator('button', { hasText: 'Add a folder' })).toBeVisible();
  await page.addInitScript(() => {
    Reflect.deleteProperty(HTMLInputElement.prototype, 'webkitdirectory');
  });
  await app.open();
  await expect(page.locator('button', { hasText: 'Add photos' })).toBeVisible();
  await expect(page.locator('button', { hasText: 'Add a folder' })).toHaveCount(0);
});
