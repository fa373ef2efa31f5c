import { afterEach, describe, expect, it, vi } from 'vitest';
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
