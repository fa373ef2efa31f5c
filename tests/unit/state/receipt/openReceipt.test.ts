import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commitment, type Receipt, receiptText } from '../../../../src/core/receipt.ts';
import { castPresets, veilPresets } from '../../../../src/core/settings.ts';
import { archiveEntries, unsaved } from '../../../../src/state/queries/archive.ts';
import { counts } from '../../../../src/state/queries/counts.ts';
import { readyToProtect } from '../../../../src/state/queries/readiness.ts';
import { receiptStanding } from '../../../../src/state/queries/receiptStanding.ts';
import { readSnapshot } from '../../../../src/state/resume/schemas.ts';
import { snapshotOf, stateOf } from '../../../../src/state/resume/snapshot.ts';
import { found } from '../fakeServices.ts';
import { Visit } from '../visit.ts';

/** A first visit: three labels protected, of which one ("bats") was removed meanwhile. */
async function firstVisit(): Promise<{ visit: Visit; file: File; receipt: Receipt }> {
  const visit = new Visit();
  visit.actions.setPreset('light');
  visit.actions.setDataset('holiday');
  await visit.give([found('ants/a.jpg'), found('bats/b.jpg'), found('cats/c.jpg')]);
  await visit.key('the key');
  await visit.actions.protect();
  const bats = visit.state.arrangement.labels.find(({ name }) => name === 'bats');
  visit.actions.removeLabel(bats?.id ?? '');
  return { visit, file: await visit.receiptFile(), receipt: await visit.receipt() };
}

let first: Awaited<ReturnType<typeof firstVisit>>;
let v: Visit;

beforeAll(async () => {
  first = await firstVisit();
});
beforeEach(() => {
  v = new Visit();
});

describe('opening a receipt', () => {
  test('brings back labels in their order, tombstones, settings and dataset name, and the same filters', async () => {
    await v.give([], first.file);
    expect(v.state.frozenLabels).toEqual(['ants', 'bats', 'cats']);
    expect(v.labelNames()).toEqual(['ants', 'cats']);
    expect(v.state.settings).toEqual(first.receipt.settings);
    expect(v.state.dataset).toBe('holiday');
    await v.key('the key');
    expect(receiptStanding(v.state)).toBe('right');
    expect(v.filterOf('cats')).toEqual(first.visit.filterOf('cats'));
  });

  test('of version 1 goes on with the veil that it names, and stays of version 1', async () => {
    const earlier = new Visit();
    earlier.actions.setSettings(veilPresets.strong);
    await earlier.give([found('ants/a.jpg')]);
    await earlier.key('the key');
    await earlier.actions.protect();
    const file = await earlier.receiptFile();
    expect(JSON.parse(await file.text())).toMatchObject({ version: 1, method: 'veil' });

    await v.give([], file);
    await v.give([found('ants/new.jpg')]);
    await v.key('the key');
    expect(receiptStanding(v.state)).toBe('right');
    await v.actions.protect();
    expect(v.jobs.map(({ treatment }) => treatment)).toMatchObject([{ method: 'veil', veilSize: 112 }]);
    expect((await v.receipt()).settings).toEqual(veilPresets.strong);
    v.actions.closeReceipt();
    v.actions.setPreset('light');
    expect(v.state.settings).toEqual(veilPresets.light);
    v.actions.setMethod('cast');
    v.actions.setPreset('light');
    expect(v.state.settings).toEqual(castPresets.light);
  });

  test('binds casts: with the numbers of another label it does not pass', async () => {
    expect(first.receipt.settings).toEqual(castPresets.light);
    const imprints = [...(first.visit.state.made?.byName ?? [])].map(([label, one]) => ({ label, ...one }));
    expect(await commitment(imprints)).toBe(first.receipt.commitment);
    const turned = imprints.map((one, i) => ({ ...one, cast: imprints.at(i - 1)?.cast ?? null }));
    expect(await commitment(turned)).not.toBe(first.receipt.commitment);
  });

  test('another key is named as such, and nothing is protected with it until the receipt is closed', async () => {
    await v.actions.openReceipt(first.file);
    await v.give([found('cats/new.jpg')]);
    expect(receiptStanding(v.state)).toBe('no-key');
    await v.key('another key');
    expect(receiptStanding(v.state)).toBe('other-key');
    expect(readyToProtect(v.state)).toBe('receipt-other-key');
    await v.actions.protect();
    await v.actions.retry();
    expect(v.jobs).toEqual([]);
    await v.key('the key');
    expect(readyToProtect(v.state)).toBe('ready');
    await v.key('another key');
    v.actions.closeReceipt();
    expect(v.state.reopened).toBeNull();
    expect(v.state.frozenLabels).toBeNull();
    expect(v.labelNames()).toEqual(['cats']);
    expect(readyToProtect(v.state)).toBe('ready');
  });

  test.each([
    ['labels in another order', { labels: ['bats', 'ants', 'cats'] }],
    [
      'another strength',
      { settings: { method: 'cast', castLevel: 6, strength: 0.25, veilSize: 160 } as const },
    ],
    ['another commitment', { commitment: '0'.repeat(64) }],
  ])('a receipt with %s does not pass for the one that was written', async (_, change) => {
    const changed = new File([receiptText({ ...first.receipt, ...change })], 'holiday.keyveil.json');
    await v.actions.openReceipt(changed);
    await v.give([found('cats/new.jpg')]);
    await v.key('the key');
    expect(receiptStanding(v.state)).toBe('changed');
    expect(readyToProtect(v.state)).toBe('receipt-changed');
    await v.actions.protect();
    expect(v.jobs).toEqual([]);
  });

  test('settings and dataset name stay as they are while it is open', async () => {
    await v.actions.openReceipt(first.file);
    v.actions.setPreset('strong');
    v.actions.setMethod('cuda');
    v.actions.setSettings({ method: 'veil', veilSize: 7, strength: 0.1 });
    v.actions.setDataset('elsewhere');
    expect(v.state.settings).toEqual(first.receipt.settings);
    expect(v.state.dataset).toBe('holiday');
    v.actions.closeReceipt();
    v.actions.setPreset('strong');
    expect(v.state.settings).not.toEqual(first.receipt.settings);
  });

  test.each([
    ['not-a-receipt', 'hello'],
    ['not-a-receipt', '{"format":"keyveil-key","version":1}'],
    ['newer', '{"format":"keyveil-receipt","version":3}'],
    ['damaged', '{"format":"keyveil-receipt","version":1}'],
  ])('a file that is %s is refused, and the page stays as it was', async (reason, content) => {
    const before = v.state;
    const file = new File([content], 'x.keyveil.json');
    expect(await v.actions.openReceipt(file)).toEqual({ kind: 'refused', reason });
    expect(v.state).toEqual({ ...before, receiptTrouble: { name: 'x.keyveil.json', reason } });
  });

  test('is refused over photos that are protected already', async () => {
    const outcome = await first.visit.actions.openReceipt(first.file);
    expect(outcome).toEqual({ kind: 'refused', reason: 'work-here' });
    expect(first.visit.state.reopened).toBeNull();
    expect(counts(first.visit.state).protected).toBe(2);
  });
});

describe('photos added to a receipt', () => {
  const oldAndNew = [
    found('cats/c.jpg'),
    found('Downloads/a.jpg'),
    found('cats/new.jpg'),
    found('dogs/d.jpg'),
    // Another photo of the same name as an old one.
    found('more/cats/c.jpg', 'another picture'),
    found('upload/c.jpg', 'protected c.jpg'),
  ].map(photo =>
    photo.file.size === 15 && photo.path.includes('..') ? { ...photo, labelName: 'cats' } : photo,
  );

  const expectRecognised = () => {
    expect(v.statuses()).toEqual({
      'cats/c.jpg': 'before',
      'Downloads/a.jpg': 'before',
      'cats/new.jpg': 'waiting',
      'dogs/d.jpg': 'waiting',
      'more/cats/c.jpg': 'waiting',
    });
    expect(v.state.intake).toMatchObject({
      leftOut: [{ reason: 'already-protected', path: 'upload/c.jpg' }],
    });
  };

  test('that it lists are known again by their bytes, whatever came first', async () => {
    await v.give(oldAndNew, first.file);
    expectRecognised();
    // Found in another folder, it has the label that it was protected with.
    expect(v.labelNames()).toEqual(['ants', 'cats', 'dogs']);

    v = new Visit();
    await v.give(oldAndNew);
    await v.actions.openReceipt(first.file);
    expectRecognised();
  });

  test('only the new ones are protected, and the receipt lists old and new without a clash', async () => {
    await v.give(oldAndNew, first.file);
    await v.key('the key');
    expect(counts(v.state)).toMatchObject({ before: 2, pending: 3, protected: 2 });
    expect(unsaved(v.state)).toBe(false);
    await v.actions.protect();
    expect(v.jobs.map(job => v.state.photos.get(job.id)?.path).sort()).toEqual([
      'cats/new.jpg',
      'dogs/d.jpg',
      'more/cats/c.jpg',
    ]);
    expect(archiveEntries(v.state).map(({ path }) => path)).toEqual([
      'cats/new.jpg',
      'dogs/d.jpg',
      'cats/c (2).jpg',
    ]);
    expect(unsaved(v.state)).toBe(true);

    const receipt = await v.receipt();
    expect(receipt.labels).toEqual(['ants', 'bats', 'cats', 'dogs']);
    expect(receipt.files.slice(0, 2)).toEqual(first.receipt.files);
    expect(receipt.files.map(({ path }) => path)).toEqual([
      'ants/a.jpg',
      'cats/c.jpg',
      'cats/new.jpg',
      'dogs/d.jpg',
      'cats/c (2).jpg',
    ]);
    expect(receipt.keyCheck).toBe(first.receipt.keyCheck);
    expect(receipt.commitment).not.toBe(first.receipt.commitment);

    // And it can be opened again, by a third visit.
    const third = new Visit();
    await third.give([found('dogs/d.jpg')], await v.receiptFile());
    await third.key('the key');
    expect(receiptStanding(third.state)).toBe('right');
    expect(third.statuses()).toEqual({ 'dogs/d.jpg': 'before' });
    expect(readyToProtect(third.state)).toBe('nothing-to-do');
  });

  test('that get another label are protected under it, and the old line stays', async () => {
    await v.give([found('cats/c.jpg')], first.file);
    await v.key('the key');
    v.actions.assignByName(v.state.arrangement.order, 'ants');
    expect(v.statuses()).toEqual({ 'cats/c.jpg': 'waiting' });
    await v.actions.protect();
    expect((await v.receipt()).files.map(({ path }) => path)).toEqual([
      'ants/a.jpg',
      'cats/c.jpg',
      'ants/c.jpg',
    ]);
  });

  test('of a label that is gone find its old filter', async () => {
    await v.give([found('bats/new.jpg')], first.file);
    await v.key('the key');
    await v.actions.protect();
    expect(v.jobs[0]?.treatment?.filter).toEqual(first.visit.jobs[1]?.treatment?.filter);
  });

  test('are known after a reload too, and the receipt is checked anew', async () => {
    await v.give(oldAndNew, first.file);
    await v.key('the key');
    const kept = readSnapshot(structuredClone(snapshotOf(v.state, [])));
    if (!kept) throw new Error('the snapshot cannot be read');
    const later = { ...new Visit().state, ...stateOf(kept, v.state, new Map()) };
    expect(later.reopened).toEqual({ ...v.state.reopened, genuine: null });
    expect(counts(later).before).toBe(2);
  });
});
