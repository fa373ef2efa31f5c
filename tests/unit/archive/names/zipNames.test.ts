import { describe, expect, it } from 'vitest';
import { decodeAnyhow } from '../../../../src/archive/names/encodings.ts';
import { nameReadings, zipNames } from '../../../../src/archive/names/zipNames.ts';
import { readZipPath } from '../../../../src/archive/names/zipPath.ts';

const bytes = (text: string) => Uint8Array.from(text, character => character.charCodeAt(0));
const utf8 = new TextEncoder();

function named(
  rawName: Uint8Array<ArrayBuffer>,
  more: { flags?: number; unicodeName?: string; host?: number } = {},
) {
  return { rawName, flags: 0, host: 0, unicodeName: null, ...more };
}

/** 小猫/照片一.jpg and 小狗 as Windows in China writes them. */
const gbk = [
  named(bytes('\xd0\xa1\xc3\xa8/\xd5\xd5\xc6\xac\xd2\xbb.jpg')),
  named(bytes('\xd0\xa1\xb9\xb7/a.jpg')),
];

describe('names in a zip', () => {
  it('are read as they declare it: ASCII, the UTF-8 flag, or the field of Info-ZIP', () => {
    const records = [
      named(bytes('Mia/a.jpg')),
      named(utf8.encode('猫/é.jpg'), { flags: 0x800 }),
      named(bytes('\x82.jpg'), { unicodeName: 'é.jpg' }),
    ];
    expect(nameReadings(records, ['en'])).toBeNull();
    expect(zipNames(records)).toEqual(['Mia/a.jpg', '猫/é.jpg', 'é.jpg']);
  });

  it('are UTF-8 without a word where they cannot well be anything else', () => {
    for (const host of [0, 3]) {
      const records = ['Zoë/猫.jpg', 'Ångström/b.jpg', 'Müller'].map(name =>
        named(utf8.encode(name), { host }),
      );
      expect(nameReadings(records, ['en'])).toBeNull();
      expect(zipNames(records)).toEqual(['Zoë/猫.jpg', 'Ångström/b.jpg', 'Müller']);
    }
  });

  it('are all read in one encoding, with others to choose from that give other names', () => {
    const readings = nameReadings(gbk, ['en']);
    expect(readings?.[0]).toEqual({ encoding: 'gbk', examples: ['小猫', '小狗', '照片一.jpg'] });
    const others = readings?.slice(1) ?? [];
    expect(others.length).toBeGreaterThan(3);
    expect(new Set(readings?.map(({ examples }) => examples.join()))).toHaveLength(others.length + 1);
    expect(zipNames(gbk)).toEqual(['小猫/照片一.jpg', '小狗/a.jpg']);
    expect(zipNames(gbk, { encoding: 'ibm437' })[1]).toBe('╨í╣╖/a.jpg');
  });

  it('are no less read for a name that is UTF-8 by accident', () => {
    // 小猫 in GBK is Сè in UTF-8.
    const alone = [named(bytes('\xd0\xa1\xc3\xa8/a.jpg'))];
    expect(nameReadings(alone, ['zh-CN'])?.[0].encoding).toBe('gbk');
    expect(zipNames(alone, { languages: ['zh-CN'] })).toEqual(['小猫/a.jpg']);
  });

  it('turn backslashes only once they are text: in Big5 they are halves of characters', () => {
    const records = [
      named(bytes('\xb1\x69/a.jpg')),
      named(bytes('\xa5\x5c/b.jpg')),
      named(bytes('\xa4\x70\xa9\xfa\\c.jpg')),
    ];
    const names = zipNames(records, { languages: ['zh-TW'] });
    expect(names.map(name => readZipPath(name))).toEqual([
      { kind: 'file', path: '張/a.jpg' },
      { kind: 'file', path: '功/b.jpg' },
      { kind: 'file', path: '小明/c.jpg' },
    ]);
  });

  it('are read somehow in an encoding that does not fit', () => {
    expect(decodeAnyhow(bytes('a\xff'), 'shift_jis')).toBe('a\ufffd');
    expect(decodeAnyhow(bytes('a\xff'), 'ibm857')).not.toBe('');
  });
});

describe('a path in a zip', () => {
  it('loses its root', () => {
    const roots = ['/a/b', '//a/b', 'C:/a/b', 'c:a/b', '/C:/a/b', 'C:\\a\\b', './a/./b', 'x/../a//b'];
    for (const name of roots) expect(readZipPath(name)).toEqual({ kind: 'file', path: 'a/b' });
  });

  it('leads out, or names nothing', () => {
    for (const name of ['../a', 'a/../../b', '..', '', '/', 'C:', '.', 'a/..', 'a/.'])
      expect(readZipPath(name).kind, name).toMatch(name === '/' ? 'folder' : 'leaves');
    expect(readZipPath('a..b/…').kind).toBe('file');
  });

  it('has no character that ends a text', () => {
    expect(readZipPath('a\0.jpg')).toEqual({ kind: 'file', path: 'a_.jpg' });
  });
});
