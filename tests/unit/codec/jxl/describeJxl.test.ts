import { expect, test } from 'vitest';
import { describeFile } from '../../../../src/codec/describe/describePhoto.ts';
import { casesFile } from '../../../fixtures/casesFile.ts';
import { jxls } from '../../../fixtures/jxls.ts';

const said = (bytes: Uint8Array<ArrayBuffer>) => describeFile(new File([bytes], 'a.bin'));
const bytesOf = (which: keyof typeof jxls) => new Uint8Array(Buffer.from(jxls[which], 'base64'));

test.each([
  ['bare', { orientation: 1, animated: false }],
  ['inBoxes', { orientation: 1, animated: false }],
  ['turned', { orientation: 6, turnedBy: 'browser' }],
  ['moving', { animated: true }],
] as const)('%s', async (which, expected) => {
  const whole = { kind: 'photo', type: 'image/jxl', width: 48, height: 32, ...expected };
  expect(await said(bytesOf(which))).toMatchObject(whole);
});

test('boxes without a picture are named', async () => {
  expect(await said(casesFile('photographers_formats/b.jxl'))).toEqual({ kind: 'other', what: 'jxl' });
});

test('one that is cut off anywhere is described or named', async () => {
  const bytes = bytesOf('inBoxes');
  for (let length = 12; length < bytes.length; length++) {
    expect((await said(bytes.slice(0, length)))?.kind).toMatch(/photo|other/);
  }
});
