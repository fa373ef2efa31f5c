import { expect, test } from 'vitest';
import type { ArchiveEntry } from '../../../../src/archive/volumes.ts';
import { archiveEntries, unsaved } from '../../../../src/state/queries/archive.ts';
import { counts } from '../../../../src/state/queries/counts.ts';
import type { SaveFolderOutcome } from '../../../../src/state/services/saving.ts';
import { found } from '../fakeServices.ts';
import { protect, Visit } from '../visit.ts';

const room = (free: number | null) => ({
  space: { free: async () => free, forSaving: (bytes: number) => bytes },
});

async function visitWith(besides: ConstructorParameters<typeof Visit>[0], outcome = protect): Promise<Visit> {
  const visit = new Visit(besides, outcome);
  await visit.give(Array.from({ length: 20 }, (_, i) => found(`cats/${i}.jpg`)));
  await visit.key('k');
  return visit;
}

test('too little room is said before the run, with how much, and the run waits for a word', async () => {
  const visit = await visitWith(room(1000));
  await visit.actions.protect();
  expect(visit.jobs).toEqual([]);
  expect(visit.state.run.kind).toBe('idle');
  expect(visit.state.shortage?.free).toBe(1000);
  // Twenty photos of 640 × 480, and the zip beside them.
  expect(visit.state.shortage?.needed).toBeGreaterThan(20 * 640 * 480 * 0.1);
  visit.actions.dismissShortage();
  expect(visit.state.shortage).toBeNull();
  await visit.actions.protect(true);
  expect(counts(visit.state).protected).toBe(20);
});

test.each([null, 1e12])('with room for %s bytes the run starts at once', async free => {
  const visit = await visitWith(room(free));
  await visit.actions.protect();
  expect(visit.state.shortage).toBeNull();
  expect(counts(visit.state).protected).toBe(20);
});

test('a full disk ends the run; what is done stays, the rest waits and goes on later', async () => {
  let full = true;
  const visit = await visitWith(room(null), async job => {
    // The sixth photo and all that come after it find no room.
    if (full && visit.jobs.length > 5)
      return { kind: 'failed', id: job.id, reason: { kind: 'storage-full' } };
    return protect(job);
  });
  await visit.actions.protect();
  expect(visit.state.run).toMatchObject({ kind: 'ended', how: 'storage-full' });
  const { protected: done, failed, pending } = counts(visit.state);
  expect(failed).toBeGreaterThan(0);
  expect(pending).toBeGreaterThan(0);
  expect(done + failed + pending).toBe(20);
  full = false;
  await visit.actions.retry();
  await visit.actions.protect();
  expect(counts(visit.state)).toMatchObject({ protected: 20, failed: 0, pending: 0 });
});

test('a folder takes what the zip would; cancelled or refused, nothing counts as saved', async () => {
  const asked: { name: string; entries: readonly ArchiveEntry[] }[] = [];
  let outcome: SaveFolderOutcome = { kind: 'cancelled' };
  const visit = await visitWith({
    folder: {
      available: true,
      save: async (name, entries, onStart, onProgress) => {
        asked.push({ name, entries });
        onStart();
        onProgress(1);
        return outcome;
      },
    },
  });
  visit.actions.setDataset('my: pets');
  await visit.key('k');
  await visit.actions.protect();
  await visit.actions.saveReceipt();
  await visit.actions.saveFolder();
  expect(asked).toEqual([{ name: 'my_ pets', entries: archiveEntries(visit.state) }]);
  expect(visit.state.saving).toEqual({ kind: 'none' });
  outcome = { kind: 'failed', detail: 'storage-full' };
  await visit.actions.saveFolder();
  expect(visit.state.saving).toEqual({ kind: 'failed', what: 'my_ pets', detail: 'storage-full' });
  expect(unsaved(visit.state)).toBe(true);
  outcome = { kind: 'saved', folder: 'my_ pets (2)' };
  await visit.actions.saveFolder();
  expect(visit.state.saving).toEqual({ kind: 'saved', what: 'my_ pets (2)' });
  expect(unsaved(visit.state)).toBe(false);
});
