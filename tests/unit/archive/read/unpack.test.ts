import { spawnSync } from 'node:child_process';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { expandBzip2 } from '../../../../src/archive/read/bzip2.ts';
import { inflate } from '../../../../src/archive/read/inflate.ts';
import { BrokenData } from '../../../../src/archive/read/output.ts';
import { unpack } from '../../../../src/archive/read/unpack.ts';
import { crc32 } from '../../../../src/core/picture/crc32.ts';

const contents: Readonly<Record<string, Uint8Array>> = {
  noise: Uint8Array.from({ length: 300_000 }, (_, i) => Math.imul(i, 2654435761) >>> 13),
  zeros: new Uint8Array(1_500_000),
  text: new TextEncoder().encode('hello world, hello again '.repeat(20_000)),
  nothing: new Uint8Array(),
  byte: Uint8Array.of(7),
};

const same = (a: Uint8Array, b: Uint8Array | undefined) => Buffer.from(a).equals(b ?? new Uint8Array());

describe('our own inflate', () => {
  it.each(Object.keys(contents))('gives back %s, at every level', name => {
    const content = contents[name] ?? new Uint8Array();
    for (const level of [0, 1, 9]) {
      const { bytes, ended } = inflate(deflateRawSync(content, { level }), content.length, false);
      expect([ended, same(bytes, content)]).toEqual([true, true]);
    }
  });

  it('stops where there is no more room, and at what is broken', () => {
    const packed = deflateRawSync(contents.text ?? '');
    const part = inflate(packed, 1000, false);
    expect([part.ended, part.bytes.length]).toEqual([false, 1000]);
    expect(() => inflate(packed.subarray(0, 20), 1e6, false)).toThrow(BrokenData);
  });

  it('never does more than refuse whatever bytes it is given', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (bytes, large) => {
        for (const expand of [() => inflate(bytes, 10_000, large), () => expandBzip2(bytes, 10_000)]) {
          try {
            expect(expand().bytes.length).toBeLessThanOrEqual(10_000);
          } catch (error) {
            expect(error).toBeInstanceOf(BrokenData);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

const hasPython = spawnSync('python3', ['--version']).status === 0;
const bzip2 = 'import bz2, sys; sys.stdout.buffer.write(bz2.compress(sys.stdin.buffer.read()))';
const packBzip2 = (content: Uint8Array) =>
  new Uint8Array(spawnSync('python3', ['-c', bzip2], { input: content, maxBuffer: 1e8 }).stdout);

describe.skipIf(!hasPython)('bzip2 (skipped where python3 is missing)', () => {
  it.each(Object.keys(contents))('gives back %s', name => {
    const content = contents[name] ?? new Uint8Array();
    const { bytes, ended } = expandBzip2(packBzip2(content), content.length);
    expect([ended, same(bytes, content)]).toEqual([true, true]);
  });

  it('stops where there is no more room, and refuses what is spoilt', () => {
    const packed = packBzip2(contents.text ?? new Uint8Array());
    const part = expandBzip2(packed, 1000);
    expect([part.ended, part.bytes.length]).toEqual([false, 1000]);
    expect(() => expandBzip2(packed.subarray(0, 60), 1e6)).toThrow(BrokenData);
    for (let at = 4; at < packed.length; at += 3) {
      const spoilt = packed.slice();
      spoilt[at] = (spoilt[at] ?? 0) ^ 0xff;
      try {
        expandBzip2(spoilt, 1e6);
      } catch (error) {
        expect(error).toBeInstanceOf(BrokenData);
      }
    }
  });
});

describe('unpack', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('inflates by itself in browsers that cannot', async () => {
    const content = contents.text ?? new Uint8Array();
    const declared = { bytes: content.length, crc32: crc32(content) };
    const packed = new Blob([deflateRawSync(content)]);
    const byBrowser = await unpack(packed, 'deflate', declared);
    vi.stubGlobal('DecompressionStream', undefined);
    Reflect.deleteProperty(globalThis, 'DecompressionStream');
    expect(await unpack(packed, 'deflate', declared)).toEqual(byBrowser);
    expect(byBrowser.kind).toBe('unpacked');
  });
});
