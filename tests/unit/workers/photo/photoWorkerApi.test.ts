import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sha256 } from '../../../../src/pipeline/digest.ts';
import { createPhotoWorkerApi } from '../../../../src/workers/photo/photoWorkerApi.ts';
import { root } from '../../../fixtures/places.ts';

const api = createPhotoWorkerApi();
const photo = new Blob([readFileSync(join(root, 'tests/fixtures/jpeg/even-420.jpg'))]);

/** How many files are being read, now and at most. */
class Reads {
  now = 0;
  most = 0;

  /** A file that is read when all others that are asked for beside it were, as those of a disk are. */
  file(size: number, content: string): Blob {
    const blob = new Blob([content]);
    const read = async () => {
      this.now += 1;
      this.most = Math.max(this.most, this.now);
      await new Promise(resolve => setTimeout(resolve));
      this.now -= 1;
      return new TextEncoder().encode(content).buffer;
    };
    Object.defineProperty(blob, 'size', { value: size });
    return Object.assign(blob, { arrayBuffer: read });
  }
}

test('files are described in order, those that cannot be read or say nothing with null', async () => {
  const gone = Object.assign(new Blob(['x']), {
    slice: () => {
      throw new DOMException('gone', 'NotFoundError');
    },
  });
  const found = await api.describe([photo, gone, new Blob(['text']), photo]);
  expect(found.map(one => one?.kind === 'photo' && [one.width, one.height])).toEqual([
    [96, 64],
    false,
    false,
    [96, 64],
  ]);
});

test('digests are in order, and many small files are read side by side', async () => {
  const reads = new Reads();
  const files = Array.from({ length: 100 }, (_, i) => reads.file(1000, `file ${i}`));
  const wanted = await Promise.all(files.map((_, i) => sha256(new TextEncoder().encode(`file ${i}`))));
  expect(await api.digests(files)).toEqual(wanted);
  expect(reads.most).toBe(16);
});

test('large files are read one after another', async () => {
  const reads = new Reads();
  await api.digests(Array.from({ length: 5 }, (_, i) => reads.file(12 * 1024 * 1024, `file ${i}`)));
  expect(reads.most).toBe(1);
});
