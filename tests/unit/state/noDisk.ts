import type { Services } from '../../../src/state/services.ts';

/** Room without end, no folders to write into and no archive to look at: for tests that are about something else. */
export const noDisk: Pick<Services, 'folder' | 'space' | 'digests'> = {
  folder: { available: false, save: async () => ({ kind: 'failed', detail: 'not-allowed' }) },
  space: { free: async () => null, forSaving: () => 0 },
  digests: { digest: async () => ({ kind: 'failed' }) },
};

/** Nothing to hand over either. */
export const noZip: Pick<Services['save'], 'zip'> = {
  zip: async () => ({ kind: 'failed', detail: 'unexpected' }),
};
export const noStored: Pick<Services['results'], 'open'> = {
  open: async () => new Blob(),
};
