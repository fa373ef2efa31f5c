import { describe, expect, test } from 'vitest';
import { isRemembered } from '../../../../src/state/recent/recentActions.ts';
import type { RecentService, RememberedSet } from '../../../../src/state/services/visits.ts';
import { until } from '../../../fixtures/until.ts';
import { found } from '../fakeServices.ts';
import { Visit } from '../visit.ts';

const passphrase = 'a key of 83 humming otters';

/** A device: what it remembers outlives a visit. */
class Device implements RecentService {
  sets: readonly RememberedSet[] = [];
  readonly list = async () => this.sets;
  keep = async (set: RememberedSet) => {
    this.sets = [set, ...this.sets.filter(({ dataset }) => dataset !== set.dataset)];
    return true;
  };
  readonly drop = async (dataset: string) => {
    this.sets = this.sets.filter(one => one.dataset !== dataset);
  };
}

async function protectedOn(device: Device): Promise<Visit> {
  const visit = new Visit({ recent: device });
  await visit.give(['cats/a.jpg', 'cats/b.jpg'].map(path => found(path)));
  await visit.key(passphrase);
  await visit.actions.protect();
  return visit;
}

describe('a set of an earlier visit', () => {
  test('is remembered only with leave, and without its key', async () => {
    const device = new Device();
    const visit = await protectedOn(device);
    expect(device.sets).toEqual([]);
    expect(await visit.actions.rememberSet(true)).toBe(true);
    expect(isRemembered(visit.state)).toBe(true);
    expect(device.sets).toMatchObject([{ dataset: visit.state.dataset, photos: 2, labels: 1 }]);
    expect(JSON.stringify(device.sets)).not.toContain(passphrase);
    await visit.actions.rememberSet(false);
    expect(device.sets).toEqual([]);
  });

  test('grows with the next run', async () => {
    const device = new Device();
    const visit = await protectedOn(device);
    await visit.actions.rememberSet(true);
    await visit.give([found('cats/c.jpg')]);
    await visit.actions.protect();
    await until(() => expect(device.sets).toMatchObject([{ photos: 3 }]));
  });

  test('is there on the next visit, opens its receipt, and can be forgotten and brought back', async () => {
    const device = new Device();
    const first = await protectedOn(device);
    await first.actions.rememberSet(true);
    const { dataset } = first.state;

    const next = new Visit({ recent: device });
    await next.keyveil.lookBack();
    expect(next.state.recentSets).toMatchObject([{ dataset, photos: 2, labels: 1 }]);
    await next.actions.openRecentSet(dataset);
    expect(next.state.reopened?.receipt.dataset).toBe(dataset);
    expect(next.labelNames()).toEqual(['cats']);

    const back = await next.actions.forgetRecentSet(dataset);
    expect(next.state.recentSets).toEqual([]);
    await back();
    expect(next.state.recentSets).toMatchObject([{ dataset }]);
  });

  test('cannot be remembered before there is anything, or where nothing is kept', async () => {
    const device = new Device();
    const empty = new Visit({ recent: device });
    expect(await empty.actions.rememberSet(true)).toBe(false);
    const visit = await protectedOn(device);
    device.keep = async () => false;
    expect(await visit.actions.rememberSet(true)).toBe(false);
    expect(isRemembered(visit.state)).toBe(false);
  });
});
