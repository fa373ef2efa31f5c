import { beforeEach, describe, expect, test } from 'vitest';
import { unsaved } from '../../../../src/state/queries/archive.ts';
import { readyToProtect } from '../../../../src/state/queries/readiness.ts';
import { weakKey } from '../../../../src/state/queries/weakKey.ts';
import type { KeyService } from '../../../../src/state/services.ts';
import { until } from '../../../fixtures/until.ts';
import { fakeServices, found } from '../fakeServices.ts';
import { Visit } from '../visit.ts';

/** One key is stretched for all of them: that takes its time, and is not what this is about. */
const { keys: real } = fakeServices();
const keys: KeyService = {
  ...real,
  derive: async (passphrase, dataset) => {
    await real.derive('one key', 'for all');
    return { kind: 'ready', keyCheck: `${passphrase} for ${dataset}` };
  },
};

let v: Visit;
beforeEach(async () => {
  v = new Visit({ keys });
  await v.give([found('cats/a.jpg')]);
});

const ready = () => until(() => expect(v.state.key.kind).toBe('ready'));

async function typed(passphrase: string): Promise<void> {
  v.actions.setPassphrase(passphrase);
  await ready();
}

describe('a key that was made here', () => {
  test('is unsaved work until its file is saved', async () => {
    await v.actions.generateKey('words');
    expect(unsaved(v.state)).toBe(true);
    v.actions.keyFile();
    expect(unsaved(v.state)).toBe(false);
  });

  test('or written down, as the person says', async () => {
    await v.actions.generateKey('words');
    v.actions.keyWrittenDown();
    expect(unsaved(v.state)).toBe(false);
    // Typed again from there it is known already.
    const { passphrase } = v.state;
    v.actions.setPassphrase('');
    v.actions.setPassphrase(passphrase);
    expect(unsaved(v.state)).toBe(false);
  });

  test('stays so when another one was made and gone back from', async () => {
    const first = await v.actions.generateKey('words');
    await v.actions.generateKey('bits');
    v.actions.setPassphrase(first);
    expect(unsaved(v.state)).toBe(true);
  });

  test('is unsaved once more when a slip of the hand changed it', async () => {
    const made = await v.actions.generateKey('words');
    for (const slip of [`${made}x`, `x${made}`, made.slice(0, -1), made.replace(' ', '')]) {
      v.actions.keyFile();
      expect(unsaved(v.state)).toBe(false);
      v.actions.setPassphrase(slip);
      expect(unsaved(v.state), slip.replace(made, '…')).toBe(true);
      v.actions.setPassphrase(made);
    }
    // Emptied letter by letter, or all at once, it makes room for one that is typed.
    for (let left = made.length - 1; left > 0; left--) v.actions.setPassphrase(made.slice(0, left));
    v.actions.setPassphrase('a key of my own');
    expect(v.state.keyKept).toBe('typed');
  });

  test('is strong, and a typed key is nothing to be saved', async () => {
    await v.actions.generateKey('words');
    await ready();
    expect(weakKey(v.state)).toBeNull();
    v.actions.setPassphrase('typed');
    expect(unsaved(v.state)).toBe(false);
  });

  test('is told apart from one that was saved, written down, typed or loaded', async () => {
    await v.actions.generateKey('words');
    expect(v.state.keyKept).toBe('unsaved');
    v.actions.keyWrittenDown();
    expect(v.state.keyKept).toBe('noted');
    const { blob, name } = v.actions.keyFile();
    expect(v.state.keyKept).toBe('saved');
    v.actions.setPassphrase('typed by hand');
    expect(v.state.keyKept).toBe('typed');
    await v.actions.loadKeyFile(new File([blob], name));
    expect(v.state.keyKept).toBe('loaded');
  });
});

describe('a key that can be guessed', () => {
  test('protects nothing before somebody says that it is wanted anyway', async () => {
    await typed('cat');
    expect(readyToProtect(v.state)).toBe('weak-key');
    await v.actions.protect();
    expect(v.jobs).toHaveLength(0);
    v.actions.wantWeakKey(true);
    expect(readyToProtect(v.state)).toBe('ready');
    await v.actions.protect();
    expect(v.jobs).toHaveLength(1);
  });

  test('is asked about anew when it is another one, but not for another dataset', async () => {
    await typed('cat');
    v.actions.wantWeakKey(true);
    v.actions.setDataset('elsewhere');
    await ready();
    expect(weakKey(v.state)).toBe('wanted');
    await typed('dog');
    expect(weakKey(v.state)).toBe('asks');
  });

  test('is not asked about again when it protected already', async () => {
    await typed('cat');
    v.actions.wantWeakKey(true);
    await v.actions.protect();
    v.actions.setPassphrase('');
    await typed('cat');
    expect(weakKey(v.state)).toBeNull();
  });

  test('nor in a later visit that adds photos to its receipt', async () => {
    v = new Visit();
    await v.give([found('cats/a.jpg')]);
    await v.key('cat');
    await v.actions.protect();
    const receipt = await v.receiptFile();
    v = new Visit();
    await v.give([found('cats/b.jpg')], receipt);
    await typed('cat');
    await until(() => expect(readyToProtect(v.state)).toBe('ready'));
  });

  test('cannot be used by trying a failed photo again either', async () => {
    v = new Visit({ keys }, async job => ({ kind: 'failed', id: job.id, reason: { kind: 'unreadable' } }));
    await v.give([found('cats/a.jpg')]);
    await v.key('cat');
    await v.actions.protect();
    await typed('dog');
    await v.actions.retry();
    expect(v.jobs).toHaveLength(1);
  });
});
