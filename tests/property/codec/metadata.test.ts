import fc from 'fast-check';
import { decode } from 'fast-png';
import { expect, test } from 'vitest';
import { markFile } from '../../../src/codec/metadata/markFile.ts';
import type { Marks } from '../../../src/codec/metadata/marks.ts';
import { readCredit } from '../../../src/codec/metadata/read.ts';
import { xmpPacket } from '../../../src/codec/metadata/xmp.ts';
import { drawPicture, toPng } from '../../fixtures/pictures.ts';
import { tinyFiles } from '../../fixtures/tinyFiles.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom('<', '>', '&', '"', "'", ']', '\0', '\ud800', '😀', ' '),
    maxLength: 40,
  }),
  fc.string({ maxLength: 3000, minLength: 1500 }),
);
const marks: fc.Arbitrary<Marks> = fc.record({
  optOut: fc.boolean(),
  rights: anyText,
  credit: fc.option(
    fc.record({
      captured: fc.option(fc.constant('2024:05:31 18:04:59')),
      offset: fc.option(fc.constant('-08:00')),
      author: fc.option(anyText),
      copyright: fc.option(anyText),
    }),
  ),
});

/** Lengths and names of all parts of a file add up to the file. */
function webpParts(bytes: Uint8Array): readonly { readonly name: string; readonly content: Uint8Array }[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  expect(view.getUint32(4, true)).toBe(bytes.length - 8);
  const parts = [];
  let at = 12;
  while (at < bytes.length) {
    const length = view.getUint32(at + 4, true);
    const name = String.fromCharCode(...bytes.subarray(at, at + 4));
    parts.push({ name, content: bytes.slice(at + 8, at + 8 + length) });
    at += 8 + length + (length % 2);
  }
  expect(at).toBe(bytes.length);
  return parts;
}

test('a JPEG with marks is the same JPEG behind its header', () => {
  fc.assert(
    fc.property(marks, given => {
      const plain = tinyFiles.jpeg();
      const made = markFile(plain, 'image/jpeg', given);
      let at = 2;
      while (made[at + 1] !== 0xdb) {
        expect(made[at]).toBe(0xff);
        expect([0xe0, 0xe1, 0xe2]).toContain(made[at + 1]);
        at += 2 + (made[at + 2] ?? 0) * 256 + (made[at + 3] ?? 0);
      }
      // The picture starts with its quantisation tables, right behind JFIF in the plain file.
      expect(made.subarray(at)).toEqual(plain.subarray(20));
    }),
  );
});

test('a PNG with marks decodes to the same pixels, all checksums right', () => {
  const plain = Uint8Array.from(toPng(drawPicture(17, 9, 3, 4)));
  const { data } = decode(plain);
  fc.assert(
    fc.property(marks, given => {
      const made = decode(markFile(plain, 'image/png', given), { checkCrc: true });
      expect([made.width, made.height]).toEqual([17, 9]);
      expect(made.data).toEqual(data);
    }),
  );
});

test.each(['webpLossy', 'webpLossless'] as const)('a %s with marks holds the same picture', which => {
  const plain = tinyFiles[which]();
  const [picture] = webpParts(plain);
  fc.assert(
    fc.property(marks, given => {
      const parts = webpParts(markFile(plain, 'image/webp', given));
      const header = parts[0]?.content;
      expect(parts[0]?.name).toBe('VP8X');
      expect([header?.[4], header?.[7]]).toEqual([5, 4]);
      expect(((header?.[0] ?? 0) & 0x10) !== 0).toBe(which === 'webpLossless');
      expect(parts.filter(({ name }) => name === picture?.name)).toEqual([picture]);
      // Every flag has its chunk, in the order of the specification.
      const flagged = [
        [0x20, 'ICCP'],
        [0x08, 'EXIF'],
        [0x04, 'XMP '],
      ] as const;
      const expected = flagged.filter(([flag]) => ((header?.[0] ?? 0) & flag) !== 0).map(([, name]) => name);
      expect(parts.map(({ name }) => name).filter(name => /ICCP|EXIF|XMP/.test(name))).toEqual(expected);
    }),
  );
});

test('no text breaks out of its element', () => {
  fc.assert(
    fc.property(marks, given => {
      const packet = xmpPacket(given);
      if (packet === null) return;
      expect(packet.length).toBeLessThan(65_000);
      const text = new TextDecoder('utf-8', { fatal: true }).decode(packet);
      const tags = [...text.matchAll(/<[^>]*>/g)].map(([tag]) => tag.replace(/[ >].*$/s, ''));
      const known =
        /^<[/?]?(?:xpacket|x:xmpmeta|rdf:(?:RDF|Description|Alt|Seq|li)|plus:DataMining|dc:(?:rights|creator)|exif:DateTimeOriginal|photoshop:DateCreated)$/;
      for (const tag of tags) expect(tag).toMatch(known);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may stand in XML
      expect(text).not.toMatch(/[\u0000-\u001f]|&(?!(?:amp|lt|gt|quot|apos);)/);
    }),
  );
});

test('reading strangers’ bytes ends, whatever they are', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async noise => {
      const jpeg = tinyFiles.jpeg();
      const exif = Uint8Array.from([0x49, 0x49, 42, 0, 8, 0, 0, 0, ...noise]);
      const length = exif.length + 8;
      const start = [0xff, 0xe1, length >> 8, length & 255, 0x45, 0x78, 0x69, 0x66, 0, 0];
      const file = Uint8Array.from([0xff, 0xd8, ...start, ...exif, ...jpeg.subarray(2)]);
      const credit = await readCredit(file, 'image/jpeg');
      if (credit?.captured) expect(credit.captured).toMatch(/^\d{4}:\d\d:\d\d \d\d:\d\d:\d\d$/);
    }),
    { numRuns: 200 },
  );
});
