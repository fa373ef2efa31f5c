import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ArchiveClient } from '../../../../src/archive/archiveClient.ts';
import { pickerFrom } from '../../../../src/archive/sinks.ts';
import type { Volume } from '../../../../src/archive/volumes.ts';
import { browserSave } from '../../../../src/state/save/browserSaving.ts';
import { volumeOf } from '../../../fixtures/volume.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

const small = volumeOf(1000);
const large = volumeOf(pickerFrom);

describe('a zip to save', () => {
  const save = (write: ArchiveClient['write'], what: Volume) =>
    browserSave({ write }, () => 'session').volume(what, () => {});

  it('writes to the picked file and downloads nothing', async () => {
    const handle = { name: 'pets.zip' };
    vi.stubGlobal('showSaveFilePicker', async () => handle);
    const write = vi.fn<ArchiveClient['write']>(async () => ({ kind: 'written', bytes: 9, blob: null }));
    expect(await save(write, large)).toEqual({ kind: 'saved' });
    expect(write).toHaveBeenCalledWith(large, { kind: 'picked', handle }, expect.anything());
  });

  it('writes nothing when the picker is closed', async () => {
    vi.stubGlobal('showSaveFilePicker', () => Promise.reject(new DOMException('no', 'AbortError')));
    const write = vi.fn<ArchiveClient['write']>();
    expect(await save(write, large)).toEqual({ kind: 'cancelled' });
    expect(write).not.toHaveBeenCalled();
  });

  it('says why it failed', async () => {
    const failed: ArchiveClient['write'] = async () => ({
      kind: 'failed',
      reason: 'vanished',
      path: 'a/b.jpg',
    });
    expect(await save(failed, small)).toEqual({ kind: 'failed', detail: 'vanished' });
  });

  it('downloads what was written for the downloads', async () => {
    vi.useFakeTimers();
    const anchor = { href: '', download: '', hidden: false, click: vi.fn(), remove: vi.fn() };
    vi.stubGlobal('document', { createElement: () => anchor, body: { append: vi.fn() } });
    const revoke = vi.spyOn(URL, 'revokeObjectURL');
    const written: ArchiveClient['write'] = async (_, target) => {
      expect(target).toEqual({ kind: 'download', folder: 'session' });
      return { kind: 'written', bytes: 3, blob: new Blob(['zip']) };
    };
    expect(await save(written, small)).toEqual({ kind: 'saved' });
    expect(anchor.download).toBe('pets.zip');
    expect(anchor.click).toHaveBeenCalledOnce();
    expect(revoke).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(revoke).toHaveBeenCalledWith(anchor.href);
    vi.useRealTimers();
  });
});
