import { describe, expect, test } from 'vitest';
import { layOnWhite } from '../../../src/codec/encode.ts';
import { PhotoError } from '../../../src/codec/photoError.ts';
import { alphasOf } from '../../../src/codec/readback/alphas.ts';
import { partOf } from '../../../src/pipeline/previews.ts';
import { readBytes, reasonOf } from '../../../src/pipeline/reason.ts';

describe('partOf', () => {
  const photo = { width: 100, height: 60 };
  test.each([
    [{ x: 0.5, y: 0.5 }, 20, 10, { x: 40, y: 25, width: 20, height: 10 }],
    [{ x: 0, y: 1 }, 20, 10, { x: 0, y: 50, width: 20, height: 10 }],
    [{ x: 1, y: 0 }, 500, 500, { x: 0, y: 0, width: 100, height: 60 }],
    [{ x: 0.5, y: 0.5 }, 0, 10.4, { x: 50, y: 25, width: 1, height: 10 }],
  ])('case %#', (centre, width, height, part) => {
    expect(partOf(photo, centre, width, height)).toEqual(part);
  });
});

test('alpha goes on white, rounded to the nearest level', () => {
  const data = Uint8ClampedArray.of(10, 20, 30, 255, 200, 100, 0, 0, 0, 100, 255, 128);
  layOnWhite(data);
  expect([...data]).toEqual([10, 20, 30, 255, 255, 255, 255, 255, 127, 177, 255, 255]);
});

test.each([
  [[255, 255], 'opaque'],
  [[255, 0], 'binary'],
  [[0, 254], 'some'],
])('alphasOf %j', (alphas, expected) => {
  expect(alphasOf(Uint8ClampedArray.from(alphas.flatMap(a => [1, 2, 3, a])))).toBe(expected);
});

describe('reasonOf', () => {
  test.each([
    [new PhotoError({ kind: 'unreadable' }), { kind: 'unreadable' }],
    [new DOMException('full', 'QuotaExceededError'), { kind: 'storage-full' }],
    [new TypeError('x is not a function'), { kind: 'unexpected', detail: 'TypeError: x is not a function' }],
    // Of the store, not of the photo: it has not vanished.
    [new DOMException('no', 'NotFoundError'), { kind: 'unexpected', detail: 'NotFoundError: no' }],
    ['text', { kind: 'unexpected', detail: 'string: text' }],
  ])('case %#', (error, reason) => {
    expect(reasonOf(error)).toEqual(reason);
  });

  test('a file that cannot be read has vanished', async () => {
    const gone = new Blob(['x']);
    gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    const reason = await readBytes(gone).catch(reasonOf);
    expect(reason).toEqual({ kind: 'vanished' });
  });
});
