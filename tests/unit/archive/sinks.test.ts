import { afterEach, describe, expect, it, vi } from 'vitest';
import { chooseSink, pickerFrom } from '../../../src/archive/sinks.ts';
import { volumeOf } from '../../fixtures/volume.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

const small = volumeOf(1000);
const large = volumeOf(pickerFrom);

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
