import { LabelFilters } from '../../../src/core/filter/labelFilters.ts';
import { deriveMasterKey, keyCheck, type MasterKey } from '../../../src/core/key/key.ts';
import { defaultPreferences } from '../../../src/state/preferences/preferences.ts';
import type { FoundPhoto } from '../../../src/state/services/intake.ts';
import type { ResumeService } from '../../../src/state/services/visits.ts';
import type { KeyService, Services } from '../../../src/state/services.ts';
import { jpegDescription } from '../../fixtures/descriptions.ts';

/** What the store is given in place of workers and the browser's storage, for tests that are about something else. */

/** A photo in the folder of its label, whose content is its name, or `content`. */
export function found(path: string, content = path.split('/').at(-1) ?? path): FoundPhoto {
  const name = path.split('/').at(-1) ?? path;
  return {
    file: new File([content], name),
    path,
    name,
    type: 'image/jpeg',
    description: jpegDescription(640, 480),
    labelName: path.split('/').at(-2) ?? null,
    origin: { kind: 'given' },
  };
}

const masters = new Map<string, Promise<MasterKey>>();

/** The true key, stretched once for all tests of a file: that takes its time. */
export function stretched(passphrase: string, dataset: string): Promise<MasterKey> {
  const id = JSON.stringify([passphrase, dataset]);
  const master = masters.get(id) ?? deriveMasterKey(passphrase, dataset);
  masters.set(id, master);
  return master;
}

/** True keys and filters. */
function realKeys(): KeyService {
  let filters: LabelFilters | null = null;
  return {
    derive: async (passphrase, dataset) => {
      const master = await stretched(passphrase, dataset);
      filters = new LabelFilters(master);
      return { kind: 'ready', keyCheck: await keyCheck(master) };
    },
    imprints: async (names, settings) =>
      filters ? { kind: 'made', imprints: await filters.imprints(names, settings) } : { kind: 'no-key' },
    forget: async () => {
      filters = null;
    },
  };
}

/** No earlier visit that one could go on with. */
export const nothingEarlier: ResumeService = {
  find: async () => null,
  takeOver: async () => null,
  discard: async () => {},
  filesOfRoots: async () => [],
  openStored: async () => null,
  keep: async () => {},
  forget: async () => {},
  otherTab: async () => false,
};

/**
 * True keys; for the rest no photos, room without end, nothing to see, keep or hand over, and a pool that can read no
 * photo. `besides` stands in for any of it.
 */
export function fakeServices(besides: Partial<Services> = {}): Services {
  return {
    previews: {
      describe: async () => [],
      digests: async () => [],
      thumbnail: async () => null,
      preview: async () => ({ kind: 'superseded' }),
      glance: async () => null,
      judge: async () => null,
      weigh: async () => null,
      figures: async () => ({ kind: 'superseded' }),
    },
    keys: realKeys(),
    createPool: () => ({
      start: async () => ({
        kind: 'started',
        report: { kind: 'cpu', name: 'CPU', webgl: 'not-asked' },
        workers: 2,
      }),
      protect: async ({ id }) => ({ kind: 'failed', id, reason: { kind: 'unreadable' } }),
      dispose: () => {},
    }),
    intake: {
      read: async () => ({ photos: [], leftOut: [], questions: [] }),
      samplePhotos: async () => [],
      drawSamples: async () => [],
    },
    save: {
      zip: async () => ({ kind: 'failed', detail: 'vanished' }),
      volume: async () => ({ kind: 'saved' }),
      file: () => {},
    },
    resume: nothingEarlier,
    recent: { list: async () => [], keep: async () => false, drop: async () => {} },
    folder: { available: false, save: async () => ({ kind: 'failed', detail: 'not-allowed' }) },
    space: { free: async () => null, forSaving: () => 0 },
    digests: { digest: async () => ({ kind: 'failed' }) },
    results: { open: async () => new Blob(), remove: async () => {}, wipe: async () => {} },
    preferences: { load: () => defaultPreferences, save: () => {} },
    keepAwake: () => () => {},
    now: () => performance.now(),
    ...besides,
  };
}
