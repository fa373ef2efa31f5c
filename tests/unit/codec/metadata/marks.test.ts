import { describe, expect, test } from 'vitest';
import { withJpegSegments } from '../../../../src/codec/metadata/jpegSegments.ts';
import { markFile } from '../../../../src/codec/metadata/markFile.ts';
import { type Credit, cleanText, longestMark, type Marks } from '../../../../src/codec/metadata/marks.ts';
import { readCredit } from '../../../../src/codec/metadata/read.ts';
import { srgbProfile } from '../../../../src/codec/metadata/srgbProfile.ts';
import { xmpPacket } from '../../../../src/codec/metadata/xmp.ts';
import type { OutputType } from '../../../../src/core/settings.ts';
import { casesFile } from '../../../fixtures/casesFile.ts';
import { hasExiftool, tagged, tagsOf } from '../../../fixtures/exiftool.ts';
import { box } from '../../../fixtures/isoProperties.ts';
import { drawPicture, toPng } from '../../../fixtures/pictures.ts';
import { quartersFile } from '../../../fixtures/quarters.ts';
import { tiffs } from '../../../fixtures/tiffs.ts';
import { tinyFiles } from '../../../fixtures/tinyFiles.ts';

const nothing: Marks = { optOut: false, rights: '', credit: null };
const credit: Credit = {
  captured: '2024:05:31 18:04:59',
  offset: '+02:00',
  author: 'Zoë Ångström',
  copyright: '© 2024 Zoë',
};
const vocabulary = 'http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-AIMLTRAINING';

const png = (): Uint8Array<ArrayBuffer> => Uint8Array.from(toPng(drawPicture(6, 5, 1)));
const files: readonly (readonly [name: string, type: OutputType, make: () => Uint8Array<ArrayBuffer>])[] = [
  ['JPEG', 'image/jpeg', tinyFiles.jpeg],
  ['PNG', 'image/png', png],
  ['lossy WebP', 'image/webp', tinyFiles.webpLossy],
  ['lossless WebP', 'image/webp', tinyFiles.webpLossless],
];

const textOf = (bytes: Uint8Array | null): string => new TextDecoder().decode(bytes ?? new Uint8Array());

describe('the XMP packet', () => {
  test('says nothing when there is nothing to say', () => {
    expect(xmpPacket(nothing)).toBeNull();
    expect(xmpPacket({ ...nothing, rights: ' \u0000 ' })).toBeNull();
  });

  test('opts out in the words of PLUS', () => {
    const text = textOf(xmpPacket({ ...nothing, optOut: true }));
    expect(text).toContain('xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/"');
    expect(text).toContain(`<plus:DataMining>${vocabulary}</plus:DataMining>`);
    expect(text).not.toContain('dc:');
  });

  test('escapes whatever is given as rights', () => {
    const hostile = '</rdf:li><evil a="1" b=\'2\'>&amp;]]><?xpacket end="w"?>\u0000\ud800';
    const text = textOf(xmpPacket({ ...nothing, rights: hostile }));
    expect(text).not.toContain('<evil');
    expect(text.match(/<\?xpacket end=/g)).toHaveLength(1);
    expect(text).toContain('&lt;/rdf:li&gt;&lt;evil a=&quot;1&quot; b=&apos;2&apos;&gt;&amp;amp;]]&gt;');
  });
});

test('texts are cleaned, and cut by whole characters', () => {
  expect(cleanText(' a\u0000\u0007b\n ')).toBe('a b');
  expect([...cleanText('😀'.repeat(longestMark + 5))]).toHaveLength(longestMark);
});

test('the profile is well-formed: sizes add up, and the curves share their place', () => {
  const profile = srgbProfile();
  const view = new DataView(profile.buffer);
  expect(view.getUint32(0)).toBe(profile.length);
  expect(textOf(profile.subarray(36, 40))).toBe('acsp');
  const tags = view.getUint32(128);
  for (let i = 0; i < tags; i++) {
    const at = view.getUint32(132 + 12 * i + 4);
    expect(at % 4).toBe(0);
    expect(at + view.getUint32(132 + 12 * i + 8)).toBeLessThanOrEqual(profile.length);
  }
});

describe.each(files)('%s', (_, type, make) => {
  test('is read back by ourselves', async () => {
    const made = markFile(make(), type, { optOut: true, rights: '', credit });
    expect(await readCredit(made, type)).toEqual(credit);
    expect(await readCredit(make(), type)).toBeNull();
  });

  test.skipIf(!hasExiftool)('carries marks that exiftool reads, and tags sRGB', () => {
    const rights = 'Rights & <reserved> "日本"';
    const tags = tagsOf(markFile(make(), type, { optOut: true, rights, credit }));
    expect(tags).toMatchObject({
      'XMP-plus:DataMining': vocabulary,
      'XMP-dc:Rights': rights,
      'XMP-dc:Creator': 'Zoë Ångström',
      'XMP-exif:DateTimeOriginal': '2024:05:31 18:04:59+02:00',
      'ExifIFD:DateTimeOriginal': '2024:05:31 18:04:59',
      'IFD0:Artist': 'Zoë Ångström',
      'IFD0:Copyright': rights,
    });
    expect(type === 'image/png' ? tags['PNG:SRGBRendering'] : tags['ICC_Profile:ProfileDescription']).toBe(
      type === 'image/png' ? 0 : 'sRGB',
    );
    expect(Object.keys(tags).filter(name => name.endsWith('Warning') || name.endsWith('Error'))).toEqual([]);
    expect(tags['File:ImageWidth'] ?? tags['PNG:ImageWidth'] ?? tags['RIFF:ImageWidth']).toBe(6);
  });

  test.skipIf(!hasExiftool)('says nothing else when only the opt-out is on', () => {
    const tags = tagsOf(markFile(make(), type, { ...nothing, optOut: true }));
    const personal = Object.keys(tags).filter(name => /^(?:IFD|ExifIFD|GPS|XMP|IPTC)/.test(name));
    expect(personal.filter(name => !/XMPToolkit/.test(name))).toEqual(['XMP-plus:DataMining']);
  });
});

describe('what others wrote', () => {
  test('holds nobody up: a HEIC whose boxes lead nowhere has nothing to say', async () => {
    const brand = box('ftyp', [...Buffer.from('heic'), 0, 0, 0, 0, ...Buffer.from('mif1')]);
    // A box of size 0 goes on to the end; whoever adds sizes up stands still there.
    const open = [0, 0, 0, 0, ...Buffer.from('free'), ...Array.from({ length: 40 }, () => 0x11)];
    expect(await readCredit(Uint8Array.from([...brand, ...open]), 'image/heic')).toBeNull();
  });

  const jpegWith = (args: readonly string[]) => tagged(tinyFiles.jpeg(), args);

  test.skipIf(!hasExiftool)('is read from XMP, with the place left behind', async () => {
    const file = jpegWith([
      '-XMP-dc:creator=One',
      '-XMP-dc:creator=Two',
      '-XMP-dc:rights=Mine',
      '-XMP-photoshop:DateCreated=2020:01:02 03:04:05+01:00',
      '-XMP-exif:GPSLatitude=52.5',
    ]);
    expect(await readCredit(file, 'image/jpeg')).toEqual({
      captured: '2020:01:02 03:04:05',
      offset: '+01:00',
      author: 'One, Two',
      copyright: 'Mine',
    });
  });

  test.skipIf(!hasExiftool)('is read from IPTC', async () => {
    const file = jpegWith([
      '-IPTC:By-line=A Person',
      '-IPTC:CopyrightNotice=Theirs',
      '-IPTC:DateCreated=2019:02:03',
      '-IPTC:TimeCreated=10:11:12+00:00',
    ]);
    expect(await readCredit(file, 'image/jpeg')).toEqual({
      captured: '2019:02:03 10:11:12',
      offset: '+00:00',
      author: 'A Person',
      copyright: 'Theirs',
    });
  });

  const said = {
    captured: '2024:05:31 18:04:59',
    offset: '+02:00',
    author: 'Zoë Ångström',
    copyright: '© Zoë',
  };
  const byExif = [
    '-Artist=Zoë Ångström',
    '-Copyright=© Zoë',
    '-DateTimeOriginal=2024:05:31 18:04:59',
    '-OffsetTimeOriginal=+02:00',
  ];

  test.skipIf(!hasExiftool).each([
    ['image/jpeg', tinyFiles.jpeg()],
    ['image/png', png()],
    ['image/heic', casesFile('good.heic')],
    ['image/tiff', new Uint8Array(Buffer.from(tiffs.lzw, 'base64'))],
    ['image/avif', quartersFile('avif')],
  ] as const)('is read from the EXIF of a %s', async (type, file) => {
    expect(await readCredit(tagged(file, byExif), type)).toEqual(said);
  });

  test.skipIf(!hasExiftool)('Latin-1 is read as such where it is no UTF-8', async () => {
    const file = tagged(tinyFiles.jpeg(), ['-Artist=Zo_ M_ller']);
    const at = Buffer.from(file).indexOf('Zo_ M_ller');
    file[at + 2] = 0xeb;
    file[at + 5] = 0xfc;
    expect((await readCredit(file, 'image/jpeg'))?.author).toBe('Zoë Müller');
  });

  test('XMP with other prefixes, quotes and entities', async () => {
    const packet = `<x:xmpmeta><rdf:Description xmlns:d='http://purl.org/dc/elements/1.1/' xmlns:ps="http://ns.adobe.com/photoshop/1.0/" ps:DateCreated="2020-01-02T03:04:05.7Z"><d:creator><r:Seq><r:li>A &amp; B</r:li><r:li>&#x65e5;&#26412;</r:li></r:Seq></d:creator><d:rights><r:Alt><r:li xml:lang="x-default">&lt;mine&gt;</r:li><r:li xml:lang="de">meins</r:li></r:Alt></d:rights></rdf:Description></x:xmpmeta>`;
    const file = withJpegSegments(tinyFiles.jpeg(), { exif: null, xmp: Buffer.from(packet), icc: null });
    expect(await readCredit(file, 'image/jpeg')).toEqual({
      captured: '2020:01:02 03:04:05',
      offset: '+00:00',
      author: 'A & B, 日本',
      copyright: '<mine>',
    });
  });

  test('is nothing where it is damaged', async () => {
    const broken = Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x49]);
    expect(await readCredit(broken, 'image/jpeg')).toBeNull();
    expect(await readCredit(new Uint8Array(40), 'image/heic')).toBeNull();
    expect(await readCredit(tinyFiles.webpLossy().subarray(0, 21), 'image/webp')).toBeNull();
  });
});
