import { describe, expect, test } from 'vitest';
import { describeFile, describePhoto } from '../../../../src/codec/describe/describePhoto.ts';
import { rawFiles } from '../../../fixtures/rawFiles.ts';

describe('the picture in a raw file', () => {
  test.each([
    ['Nikon', 'a.nef', rawFiles.nef(6), 6],
    ['Nikon, whatever it is called', 'a.tif', rawFiles.nef(6), 6],
    ['DNG', 'a.dng', rawFiles.dng(8), 8],
    ['Canon', 'a.cr2', rawFiles.cr2(3), 3],
    ['Canon, newer', 'a.cr3', rawFiles.cr3(6), 6],
    ['Fujifilm', 'a.raf', rawFiles.raf(), 1],
    ['Panasonic', 'a.rw2', rawFiles.rw2(), 1],
    ['Olympus, by a look through the file', 'a.orf', rawFiles.orf(), 1],
    ['Sigma, likewise', 'a.x3f', rawFiles.x3f(), 1],
  ])('%s', async (_, name, bytes, orientation) => {
    const expected = {
      kind: 'photo',
      type: 'image/x-raw',
      width: 1600,
      height: 1200,
      orientation,
      turnedBy: 'here',
    };
    const said = await describeFile(new File([bytes], name));
    expect(said).toMatchObject(expected);
    if (said?.kind !== 'photo' || said.embedded === undefined) throw new Error('no place is said');
    expect([...bytes.subarray(said.embedded.from, said.embedded.from + 2)]).toEqual([0xff, 0xd8]);
    expect([...bytes.subarray(said.embedded.to - 2, said.embedded.to)]).toEqual([0xff, 0xd9]);
    // After a reload the bytes alone have to tell.
    expect(await describePhoto(bytes, { name })).toEqual(said);
  });

  test('a thumbnail is none', async () => {
    expect(await describeFile(new File([rawFiles.nef(1, 'thumbnail')], 'a.nef'))).toEqual({
      kind: 'other',
      what: 'raw',
    });
  });

  test('whoever cuts a raw file off anywhere gets an answer', async () => {
    const bytes = rawFiles.nef(6);
    for (let length = 0; length < bytes.length; length += 97) {
      await describeFile(new File([bytes.slice(0, length)], 'a.nef'));
    }
  });
});
