import { describe, expect, test } from 'vitest';
import { receiptStanding } from '../../../../src/state/queries/receiptStanding.ts';
import { until } from '../../../fixtures/until.ts';
import { found } from '../fakeServices.ts';
import { Visit } from '../visit.ts';

/** A visit that protected three photos and kept key and receipt in one file. */
async function keep(): Promise<{ readonly visit: Visit; readonly file: File }> {
  const visit = new Visit();
  visit.actions.setDataset('holiday');
  await visit.give([found('ants/a.jpg'), found('bats/b.jpg')]);
  await visit.key('the key');
  await visit.actions.protect();
  await visit.actions.saveKept();
  const [name, blob] = [...visit.saved].find(([one]) => one.endsWith('.keyveil')) ?? [];
  if (!name || !blob) throw new Error('nothing was kept');
  return { visit, file: new File([blob], name) };
}

describe('key and receipt in one file', () => {
  test('are all that is needed to add photos later, and count as saved', async () => {
    const { visit, file } = await keep();
    expect(file.name).toBe('holiday.keyveil');
    expect(visit.state.receiptSaved).toBe(true);

    const later = new Visit();
    await later.give([found('ants/new.jpg')], file);
    expect(later.state.passphrase).toBe('the key');
    expect(later.state.dataset).toBe('holiday');
    expect(later.labelNames()).toEqual(['ants', 'bats']);
    await until(() => expect(receiptStanding(later.state)).toBe('right'));
    expect(later.filterOf('bats')).toEqual(visit.filterOf('bats'));
    expect(later.statuses()).toEqual({ 'ants/new.jpg': 'waiting' });
  });

  test('that are damaged say so, and the photos beside them come in', async () => {
    const later = new Visit();
    await later.give([found('ants/new.jpg')], new File(['no zip'], 'holiday (1).keyveil'));
    expect(later.state.receiptTrouble).toEqual({ name: 'holiday (1).keyveil', reason: 'damaged' });
    expect(later.labelNames()).toEqual(['ants']);
  });
});
