import { expect, test } from 'vitest';
import { shareBasis } from '../../../../src/state/queries/shareBasis.ts';
import type { ZipOutcome } from '../../../../src/state/services/saving.ts';
import { found } from '../fakeServices.ts';
import { Visit } from '../visit.ts';

/** A visit with two finished photos, whose zip is made when the test says so. */
async function finished() {
  const signals: AbortSignal[] = [];
  let answer = (_: ZipOutcome) => {};
  const zip = (_: unknown, __: unknown, signal: AbortSignal) => {
    signals.push(signal);
    return new Promise<ZipOutcome>(resolve => {
      answer = resolve;
      signal.addEventListener('abort', () => resolve({ kind: 'cancelled' }));
    });
  };
  const visit = new Visit({
    save: { volume: async () => ({ kind: 'saved' }), file: () => {}, zip },
  });
  await visit.give(['cats/1.jpg', 'cats/2.jpg'].map(path => found(path)));
  await visit.key('k');
  await visit.actions.protect();
  return { visit, signals, made: () => answer({ kind: 'written', blob: new Blob(['zip']) }) };
}

test('what was shared counts as saved, unless it is no longer what there is', async () => {
  const { visit, made } = await finished();
  const before = shareBasis('zip', visit.state);
  const files = visit.actions.filesToShare('zip');
  made();
  expect((await files)?.map(file => file.type)).toEqual(['application/zip']);
  // Renamed while the sheet waited: the zip has the old folder.
  const [label] = visit.state.arrangement.labels;
  visit.actions.renameLabel(label?.id ?? '', 'kittens');
  visit.actions.noteShared('zip', before);
  expect(visit.state.archiveSaved).toBe(false);
  visit.actions.noteShared('zip', shareBasis('zip', visit.state));
  expect(visit.state.archiveSaved).toBe(true);
});

test('making it ready can be cancelled, and starting over ends it', async () => {
  const { visit, signals } = await finished();
  const files = visit.actions.filesToShare('zip');
  visit.actions.cancelSaving();
  expect(await files).toBeNull();
  expect(visit.state.saving).toEqual({ kind: 'none' });
  const again = visit.actions.filesToShare('zip');
  await visit.actions.startOver();
  expect(await again).toBeNull();
  expect(signals.map(signal => signal.aborted)).toEqual([true, true]);
});
