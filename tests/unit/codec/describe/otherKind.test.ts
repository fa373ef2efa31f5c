import { describe, expect, test } from 'vitest';
import { describeFile } from '../../../../src/codec/describe/describePhoto.ts';
import { isHidden } from '../../../../src/core/intake.ts';
import { casesFile } from '../../../fixtures/casesFile.ts';

const bytesOf = (text: string) => Uint8Array.from(text, character => character.charCodeAt(0));
const ftyp = (brand: string) => `\0\0\0\x18ftyp${brand}\0\0\0\0${brand}mp41`;
const said = (content: Uint8Array<ArrayBuffer> | string, name = 'IMG_1.jpg') => {
  const bytes = typeof content === 'string' ? bytesOf(content) : content;
  return describeFile(new File([bytes], name));
};

describe('what a file is that is no photo here, whatever it is called', () => {
  test.each([
    ['', 'empty'],
    ['\0'.repeat(70_000), 'empty'],
    ['bplist00\xd1\x01\x02_\x10NSURLNameKey', 'icloud'],
    [ftyp('crx '), 'raw'],
    ['FUJIFILMCCD-RAW 0201', 'raw'],
    ['II\x1a\0\0\0HEAPCCDR', 'raw'],
    ['IIRO\x08\0\0\0', 'raw'],
    ['IIU\0\x18\0\0\0', 'raw'],
    ['II*\0\x10\0\0\0CR\x02\0', 'raw'],
    ['II*\0\x08\0\0\0', 'tiff'],
    ['MM\0*\0\0\0\x08', 'tiff'],
    ['\0\0\0\x0cJXL \r\n\x87\n', 'jxl'],
    ['\0\0\0\x0cjP  \r\n\x87\n', 'jpeg-2000'],
    ['\xff\x4f\xff\x51\0', 'jpeg-2000'],
    ['8BPS\0\x01', 'layers'],
    ['gimp xcf v011', 'layers'],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'drawing'],
    ['\xef\xbb\xbf<?xml version="1.0"?>\n<!-- made by hand -->\n<svg >', 'drawing'],
    ['%!PS-Adobe-3.0 EPSF-3.0', 'drawing'],
    ['\0\0\x01\0\x01\0', 'picture'],
    ['P6\n640 480\n255\n', 'picture'],
    [ftyp('qt  '), 'film'],
    [ftyp('isom'), 'film'],
    ['\0\0\0\x08wide\0\0\x01\0mdat', 'film'],
    ['RIFF\0\0\x01\0AVI LIST', 'film'],
    ['\x1a\x45\xdf\xa3\x9f', 'film'],
    [`G${'\0'.repeat(187)}G${'\0'.repeat(187)}G`, 'film'],
    ['%PDF-1.7', 'pdf'],
    ['Rar!\x1a\x07\x01\0', 'archive'],
    ['7z\xbc\xaf\x27\x1c\0\x04', 'archive'],
    ['\x1f\x8b\x08\0', 'archive'],
    [`Mia/a.jpg${'\0'.repeat(248)}ustar`, 'archive'],
    ['PK\x03\x04\x14\0', 'archive'],
    ['\r\n<!DOCTYPE html><html><body>404 <svg ></body>', 'web-page'],
    ['\n<html><head><title>Sign in</title>', 'web-page'],
    ['<!-- saved from elsewhere -->\n<html lang="en">', 'web-page'],
    ['<?xml version="1.0"?>\n<!DOCTYPE html><html>', 'web-page'],
  ])('%j', async (content, what) => {
    expect(await said(content)).toEqual({ kind: 'other', what });
  });

  test('what is packed otherwise and only called a zip', async () => {
    expect(await said('Rar!\x1a\x07\x01\0', 'Mia.zip')).toEqual({ kind: 'other', what: 'archive' });
  });

  test('a page that shows a drawing is a page', async () => {
    expect(await said('<!doctype html><html><body><svg width="1"/></body></html>')).toEqual({
      kind: 'other',
      what: 'web-page',
    });
  });

  test.each([
    ['a.NEF', 'raw'],
    ['a.heic.iCloud', 'icloud'],
    ['a.PSD', 'layers'],
    ['film.MOV', 'film'],
    ['song.mp3', 'film'],
    ['scan.SGI', 'picture'],
    ['Mia.tar', 'archive'],
  ])('%s: by its name where its bytes tell nothing', async (name, what) => {
    expect(await said('\x01\x02\x03\x04 nothing known', name)).toEqual({ kind: 'other', what });
  });

  test.each([
    ['a.jpg', '\x01\x02\x03\x04 nothing known'],
    ['notes.txt', 'P6 is the name of a road'],
    ['letter.docx', 'PK\x03\x04\x14\0'],
    ['damaged.zip', 'PK\x03\x04\x14\0'],
    ['Info.plist', 'bplist00\xd1\x01'],
    ['page.xml', '<?xml version="1.0"?><plist/>'],
    ['BMX.txt', 'BMX is a bicycle sport, and this is a text of some length, long enough'],
  ])('%s is none of them', async (name, content) => {
    expect(await said(content, name)).toBeNull();
  });
});

test.each([
  ['DSC_1.dng', 'raw'],
  ['DSC_2.CR3', 'raw'],
  ['DSC_3.NEF', 'raw'],
  ['b.jxl', 'jxl'],
  ['c.svg', 'drawing'],
  ['d.psd', 'layers'],
  ['.IMG_2.HEIC.icloud', 'icloud'],
])('%s is known', async (name, what) => {
  expect(await said(casesFile(`photographers_formats/${name}`), name)).toEqual({ kind: 'other', what });
});

test.each(['IMG_1.tif', 'tif_called.jpg'])('%s is a photo', async name => {
  expect(await said(casesFile(`photographers_formats/${name}`), name)).toMatchObject({
    kind: 'photo',
    type: 'image/tiff',
    width: 64,
    height: 48,
  });
});

test('the stand-ins of iCloud are not hidden, other hidden files are', () => {
  expect(isHidden('Mia/.IMG_2.HEIC.icloud')).toBe(false);
  expect(isHidden('.trash/.IMG_2.HEIC.icloud')).toBe(true);
  expect(isHidden('Mia/.hidden.jpg')).toBe(true);
});
