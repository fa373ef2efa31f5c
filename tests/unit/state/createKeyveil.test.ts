import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseReceipt } from '../../../src/core/receipt.ts';
import type { ProtectJob, ProtectOutcome } from '../../../src/pipeline/job.ts';
import { createKeyveil, type Keyveil } from '../../../src/state/createKeyveil.ts';
import { archiveEntries, unsaved, volumes } from '../../../src/state/queries/archive.ts';
import { counts } from '../../../src/state/queries/counts.ts';
import { photoStatus } from '../../../src/state/queries/photoStatus.ts';
import { readyToProtect } from '../../../src/state/queries/readiness.ts';
import type { FoundPhoto } from '../../../src/state/services/intake.ts';
import { until } from '../../fixtures/until.ts';
import { fakeServices, found } from './fakeServices.ts';

/**
 * The store with everything real but the workers: keys and filters are the true ones, and "protecting" gives an
 * outcome at once, or waits for the test.
 */

function protectedOutcome(job: ProtectJob): ProtectOutcome {
  return {
    kind: 'protected',
    id: job.id,
    stored: { kind: 'memory', blob: new Blob([job.id]) },
    bytes: job.id.length,
    sha256: 'a'.repeat(64),
    sourceSha256: 'b'.repeat(64),
    width: 640,
    height: 480,
    peak: job.treatment?.method === 'cuda' ? 300 : null,
    notes: [],
  };
}

interface Bench {
  readonly keyveil: Keyveil;
  readonly jobs: ProtectJob[];
  readonly files: Map<string, Blob>;
  give(...paths: readonly string[]): Promise<void>;
  /** Types the key and waits until filters are there. */
  key(passphrase: string): Promise<void>;
  outcome: (job: ProtectJob, signal: AbortSignal) => Promise<ProtectOutcome>;
}

function bench(): Bench {
  const jobs: ProtectJob[] = [];
  const files = new Map<string, Blob>();
  let coming: readonly FoundPhoto[] = [];
  const { createPool, save } = fakeServices();
  const services = fakeServices({
    createPool: choice => ({
      ...createPool(choice),
      protect: (job, signal, onStart) => {
        jobs.push(job);
        onStart();
        return made.outcome(job, signal);
      },
    }),
    intake: {
      read: async () => ({ photos: coming, leftOut: [], questions: [] }),
      samplePhotos: async () => [],
      drawSamples: async () => [],
    },
    save: { ...save, file: (name, blob) => files.set(name, blob) },
  });
  const keyveil = createKeyveil(services);
  keyveil.actions.setDataset('photos of these tests');
  const made: Bench = {
    keyveil,
    jobs,
    files,
    outcome: async job => protectedOutcome(job),
    give: async (...paths) => {
      coming = paths.map(path => found(path));
      await keyveil.actions.addFiles([]);
    },
    key: async passphrase => {
      keyveil.actions.setPassphrase(passphrase);
      keyveil.actions.wantWeakKey(true);
      // As Enter does it: without waiting for more to be typed.
      keyveil.actions.deriveKey();
      await until(() => expect(keyveil.store.getState().filters).not.toBeNull());
    },
  };
  return made;
}

let b: Bench;
const state = () => b.keyveil.store.getState();
const statuses = () => state().arrangement.order.map(id => photoStatus(state(), id));
const labelId = (name: string) => state().arrangement.labels.find(label => label.name === name)?.id ?? '';

beforeEach(() => {
  b = bench();
});
afterEach(() => b.keyveil.actions.cancel());

describe('from photos to archive', () => {
  test('says what is missing, one thing after another', async () => {
    expect(readyToProtect(state())).toBe('no-photos');
    await b.give('a.jpg');
    expect(readyToProtect(state())).toBe('no-labels');
    b.keyveil.actions.assignByName(state().arrangement.order, 'cats');
    expect(readyToProtect(state())).toBe('no-key');
    b.keyveil.actions.setPassphrase('secret words');
    expect(readyToProtect(state())).toBe('deriving');
    await b.key('secret words');
    expect(readyToProtect(state())).toBe('ready');
    await b.keyveil.actions.protect();
    expect(readyToProtect(state())).toBe('nothing-to-do');
  });

  test('protects what has a label and leaves the rest alone', async () => {
    await b.give('cats/a.jpg', 'dogs/a.jpg', 'loose.jpg');
    await b.key('k');
    await b.keyveil.actions.protect();
    expect(statuses()).toEqual(['protected', 'protected', 'unlabelled']);
    expect(archiveEntries(state()).map(entry => entry.path)).toEqual(['cats/a.jpg', 'dogs/a.jpg']);
    const [cats, dogs] = b.jobs;
    expect(cats?.treatment?.filter).not.toEqual(dogs?.treatment?.filter);
    expect(counts(state())).toMatchObject({ labelled: 2, protected: 2, pending: 0, unlabelled: 1 });
  });

  test('a job carries a filter and nothing of the key', async () => {
    await b.give('cats/a.jpg');
    await b.key('my very secret passphrase');
    await b.keyveil.actions.protect();
    expect(JSON.stringify(b.jobs)).not.toContain('secret');
  });

  test('receipt and archive speak of the same files', async () => {
    await b.give('cats/a.jpg', 'cats/sub/../a.jpg', 'dogs/b.jpg');
    await b.key('k');
    await b.keyveil.actions.protect();
    await b.keyveil.actions.saveReceipt();
    const saved = [...b.files].find(([name]) => name.endsWith('.keyveil.json'));
    const receipt = parseReceipt((await saved?.[1].text()) ?? '');
    if (receipt.kind !== 'read') throw new Error(receipt.reason);
    expect(receipt.value.files.map(file => file.path)).toEqual(
      archiveEntries(state()).map(entry => entry.path),
    );
    expect(receipt.value.labels).toEqual(state().frozenLabels);
    expect(unsaved(state())).toBe(true);
    await b.keyveil.actions.downloadZip();
    expect(unsaved(state())).toBe(false);
  });
});

describe('photos that fail', () => {
  test('are listed, stay out of the archive and can be tried again', async () => {
    await b.give('cats/a.jpg', 'cats/broken.jpg');
    await b.key('k');
    const [, broken] = state().arrangement.order;
    b.outcome = async job =>
      job.id === broken
        ? { kind: 'failed', id: job.id, reason: { kind: 'unreadable' } }
        : protectedOutcome(job);
    await b.keyveil.actions.protect();
    expect(statuses()).toEqual(['protected', 'failed']);
    expect(archiveEntries(state()).map(entry => entry.path)).toEqual(['cats/a.jpg']);
    expect(readyToProtect(state())).toBe('nothing-to-do');

    b.outcome = async job => protectedOutcome(job);
    await b.keyveil.actions.retry();
    expect(statuses()).toEqual(['protected', 'protected']);
    expect(b.jobs).toHaveLength(3);
  });

  test('a crash in the pool is that photo’s failure and nobody else’s', async () => {
    await b.give('cats/a.jpg', 'cats/b.jpg');
    await b.key('k');
    const [first] = state().arrangement.order;
    b.outcome = async job => {
      if (job.id === first) throw new TypeError('boom');
      return protectedOutcome(job);
    };
    await b.keyveil.actions.protect();
    expect(statuses()).toEqual(['failed', 'protected']);
    expect(state().run).toMatchObject({ kind: 'ended', how: 'finished', done: 1, failed: 1 });
  });
});

describe('cancelling', () => {
  test('keeps what is done and leaves the rest waiting', async () => {
    await b.give('cats/a.jpg', 'cats/b.jpg');
    await b.key('k');
    const [first] = state().arrangement.order;
    b.outcome = (job, signal) =>
      job.id === first
        ? Promise.resolve(protectedOutcome(job))
        : new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    const run = b.keyveil.actions.protect();
    await until(() => expect(counts(state()).protected).toBe(1));
    b.keyveil.actions.cancel();
    await run;
    expect(state().run).toMatchObject({ kind: 'ended', how: 'cancelled', done: 1 });
    expect(statuses()).toEqual(['protected', 'waiting']);
    expect(readyToProtect(state())).toBe('ready');
  });
});

describe('pausing', () => {
  test('begins no further photo until it is told to go on', async () => {
    await b.give(...Array.from({ length: 30 }, (_, i) => `cats/${i}.jpg`));
    await b.key('k');
    const { actions } = b.keyveil;
    b.outcome = async job => {
      if (b.jobs.length === 10) actions.pause();
      return protectedOutcome(job);
    };
    const run = actions.protect();
    await until(() => expect(state().run).toMatchObject({ kind: 'running', paused: true }));
    // Those in hand are finished; then nothing moves.
    await until(() => expect(counts(state()).protected).toBe(b.jobs.length));
    const begun = b.jobs.length;
    expect(begun).toBeLessThan(30);
    // Nothing but the gate holds the next ones back: without it they would be begun by now.
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    expect(b.jobs).toHaveLength(begun);

    actions.resume();
    await run;
    expect(counts(state()).protected).toBe(30);
    expect(state().run).toMatchObject({ kind: 'ended', how: 'finished' });
  });

  test('a paused run can be cancelled', async () => {
    await b.give(...Array.from({ length: 30 }, (_, i) => `cats/${i}.jpg`));
    await b.key('k');
    b.outcome = async job => {
      if (b.jobs.length === 10) b.keyveil.actions.pause();
      return protectedOutcome(job);
    };
    const run = b.keyveil.actions.protect();
    await until(() => expect(state().run).toMatchObject({ kind: 'running', paused: true }));
    b.keyveil.actions.cancel();
    await run;
    expect(state().run).toMatchObject({ kind: 'ended', how: 'cancelled' });
  });
});

describe('what changes afterwards', () => {
  beforeEach(async () => {
    await b.give('cats/a.jpg', 'dogs/b.jpg', 'eels/c.jpg');
    await b.key('k');
    await b.keyveil.actions.protect();
  });

  test.each([
    ['another key', () => b.key('other')],
    [
      'another dataset name',
      async () => {
        b.keyveil.actions.setDataset('elsewhere');
        await until(() => expect(state().filters).not.toBeNull());
      },
    ],
    ['another strength', async () => b.keyveil.actions.setPreset('light')],
    ['another method', async () => b.keyveil.actions.setMethod('cuda')],
    ['another format', async () => b.keyveil.actions.setOutput({ format: 'png' })],
    ['another quality', async () => b.keyveil.actions.setOutput({ jpegQuality: 0.5 })],
  ])('%s makes everything out of date, and the archive empty', async (_, change) => {
    await change();
    expect(statuses()).toEqual(['outdated', 'outdated', 'outdated']);
    expect(volumes(state())).toEqual([]);
    expect(counts(state()).pending).toBe(3);
  });

  test('turning back makes it current again', () => {
    b.keyveil.actions.setPreset('light');
    b.keyveil.actions.setPreset('standard');
    expect(statuses()).toEqual(['protected', 'protected', 'protected']);
  });

  test('clearing the key leaves finished work downloadable', () => {
    b.keyveil.actions.setPassphrase('');
    expect(statuses()).toEqual(['protected', 'protected', 'protected']);
    expect(archiveEntries(state())).toHaveLength(3);
  });

  test('a photo with another label is out of date, the others stay', () => {
    const [first] = state().arrangement.order;
    b.keyveil.actions.assign([first ?? ''], labelId('dogs'));
    expect(statuses()).toEqual(['outdated', 'protected', 'protected']);
    b.keyveil.actions.undo();
    expect(statuses()).toEqual(['protected', 'protected', 'protected']);
  });

  test('a label that goes leaves its place behind, and new ones stand at the end', async () => {
    b.keyveil.actions.removeLabel(labelId('cats'));
    await b.give('ants/d.jpg');
    await b.keyveil.actions.protect();
    expect(state().frozenLabels).toEqual(['cats', 'dogs', 'eels', 'ants']);
    expect(statuses()).toEqual(['unlabelled', 'protected', 'protected', 'protected']);
    expect(b.jobs).toHaveLength(4);
  });

  test('starting over forgets photos, key and results', async () => {
    const { dataset } = state();
    await b.keyveil.actions.startOver();
    expect(state()).toMatchObject({ passphrase: '', key: { kind: 'none' }, filters: null, made: null });
    expect(state().photos.size + state().results.size + state().arrangement.order.length).toBe(0);
    expect(state().dataset).not.toBe(dataset);
  });
});

describe('with ten thousand photos', () => {
  test('the whole of them is counted, planned and undone as one', async () => {
    await b.give(...Array.from({ length: 10_000 }, (_, i) => `label ${i % 10}/${i}.jpg`));
    await b.key('k');
    await b.keyveil.actions.protect();
    expect(counts(state())).toMatchObject({ photos: 10_000, labels: 10, protected: 10_000 });
    expect(archiveEntries(state())).toHaveLength(10_000);
    b.keyveil.actions.undo();
    expect(counts(state()).photos).toBe(0);
  });
});
