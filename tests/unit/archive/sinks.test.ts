import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ArchiveClient } from '../../../src/archive/archiveClient.ts';
import { saveVolume } from '../../../src/archive/saveVolume.ts';
import { chooseSink, pickerFrom } from '../../../src/archive/sinks.ts';
import type { Volume } from '../../../src/archive/volumes.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

function volume(bytes: number): Volume {
  return {
    name: 'pets.zip',
    entries: [{ path: 'a/b.jpg', stored: { kind: 'memory', blob: new Blob() }, bytes }],
  };
}

const small = volume(1000);
const large = volume(pickerFrom);

describe('chooseSink', () => {
  it('downloads small archives without a question', async () => {
    const picker = vi.fn();
    vi.stubGlobal('showSaveFilePicker', picker);
    expect(await chooseSink(small)).toEqual({ kind: 'download' });
    expect(picker).not.toHaveBeenCalled();
  });

  it('asks where large ones go, before anything is awaited', async () => {
    const handle = { name: 'pets.zip' };
    const picker = vi.fn(async () => handle);
    vi.stubGlobal('showSaveFilePicker', picker);
    const choosing = chooseSink(large);
    expect(picker).toHaveBeenCalledWith(expect.objectContaining({ suggestedName: 'pets.zip' }));
    expect(await choosing).toEqual({ kind: 'picked', handle });
  });

  it('downloads large ones where there is no picker', async () => {
    expect(await chooseSink(large)).toEqual({ kind: 'download' });
  });

  it.each([
    ['AbortError', 'cancelled'],
    ['SecurityError', 'download'],
    ['NotAllowedError', 'download'],
  ])('takes %s as %s', async (name, kind) => {
    vi.stubGlobal('showSaveFilePicker', () => Promise.reject(new DOMException('no', name)));
    expect(await chooseSink(large)).toEqual({ kind });
  });
});

describe('saveVolume', () => {
  const client = (write: ArchiveClient['write']): Pick<ArchiveClient, 'write'> => ({
    write,
  });

  it('writes to the picked file and downloads nothing', async () => {
    const handle = { name: 'pets.zip' };
    vi.stubGlobal('showSaveFilePicker', async () => handle);
    const write = vi.fn<ArchiveClient['write']>(async () => ({ kind: 'written', bytes: 9, blob: null }));
    expect(await saveVolume(client(write), large, 'session')).toEqual({ kind: 'saved' });
    expect(write).toHaveBeenCalledWith(large, { kind: 'picked', handle }, {});
  });

  it('writes nothing when the picker is closed', async () => {
    vi.stubGlobal('showSaveFilePicker', () => Promise.reject(new DOMException('no', 'AbortError')));
    const write = vi.fn<ArchiveClient['write']>();
    expect(await saveVolume(client(write), large, null)).toEqual({ kind: 'cancelled' });
    expect(write).not.toHaveBeenCalled();
  });

  it('says which photo failed', async () => {
    const failed = client(async () => ({ kind: 'failed', reason: 'vanished', path: 'a/b.jpg' }));
    expect(await saveVolume(failed, small, 'session')).toEqual({
      kind: 'failed',
      detail: 'vanished',
      path: 'a/b.jpg',
    });
  });

  it('downloads what was written for the downloads', async () => {
    vi.useFakeTimers();
    const anchor = { href: '', download: '', hidden: false, click: vi.fn(), remove: vi.fn() };
    vi.stubGlobal('document', { createElement: () => anchor, body: { append: vi.fn() } });
    const revoke = vi.spyOn(URL, 'revokeObjectURL');
    const written = client(async (_, target) => {
      expect(target).toEqual({ kind: 'download', folder: 'session' });
      return { kind: 'written', bytes: 3, blob: new Blob(['zip']) };
    });
    expect(await saveVolume(written, small, 'session')).toEqual({ kind: 'saved' });
    expect(anchor.download).toBe('pets.zip');
    expect(anchor.click).toHaveBeenCalledOnce();
    expect(revoke).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(revoke).toHaveBeenCalledWith(anchor.href);
    vi.useRealTimers();
  });
});
