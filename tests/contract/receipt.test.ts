import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { filtersText } from '../../src/core/filter/filtersFile.ts';
import { keyFileText, parseKeyFile } from '../../src/core/key/keyFile.ts';
import { commitment, parseReceipt, type Receipt, receiptText } from '../../src/core/receipt.ts';

const hash = 'ab'.repeat(32);
const file = {
  path: 'cats/a.jpg',
  sha256: hash,
  sourceSha256: 'cd'.repeat(32),
  source: 'A.JPG',
  label: 'cats',
  width: 640,
  height: 480,
};
const veil: Receipt = {
  dataset: 'demo',
  keyCheck: 'd14155ed83bc4bfc',
  commitment: hash,
  settings: { method: 'veil', veilSize: 160, strength: 0.3 },
  labels: ['cats', 'gone'],
  files: [file],
};
const cuda: Receipt = {
  ...veil,
  settings: { method: 'cuda', kernelSize: 9, strength: 0.06 },
  files: [{ ...file, peak: 301.25 }],
};

const cast: Receipt = {
  ...veil,
  settings: { method: 'cast', castLevel: 8, strength: 0.2, veilSize: 160 },
};
const light: Receipt = {
  ...veil,
  settings: { method: 'cast', castLevel: 6, strength: 0, veilSize: null },
};

/** The receipt's JSON with one thing changed. */
function changed(receipt: Receipt, change: (json: Record<string, unknown>) => void): string {
  const json: Record<string, unknown> = JSON.parse(receiptText(receipt));
  change(json);
  return JSON.stringify(json);
}

describe('paths in a receipt', () => {
  it.each([
    '../a.jpg',
    '../../a.jpg',
    '/a.jpg',
    'a.jpg',
    'cats/../a.jpg',
    'cats/../../a.jpg',
    'cats/..',
    './a.jpg',
    'C:/a.jpg',
    'cats\\..\\a.jpg',
    'cats/a\u0000.jpg',
    'CON/a.jpg',
    'cats/\u202egpj.exe',
  ])('may not lead out of the archive: %j', path => {
    const text = changed(veil, json => {
      json.files = [{ ...file, path }];
    });
    expect(parseReceipt(text)).toEqual({ kind: 'refused', reason: 'damaged', at: 'files.0.path' });
  });
});

describe('the receipt', () => {
  it('has the fields in the order that is written down, with veilSize for veil only', () => {
    const head = [
      'private',
      'format',
      'version',
      'dataset',
      'keyCheck',
      'commitment',
      'method',
      'strength',
      'kernelSize',
    ];
    const asVeil = JSON.parse(receiptText(veil));
    expect(Object.keys(asVeil)).toEqual([...head, 'veilSize', 'labels', 'files']);
    expect(asVeil).toMatchObject({
      format: 'keyveil-receipt',
      version: 1,
      kernelSize: 3,
      veilSize: 160,
      strength: 0.3,
    });
    const asCuda = JSON.parse(receiptText(cuda));
    expect(Object.keys(asCuda)).toEqual([...head, 'labels', 'files']);
    expect(asCuda).toMatchObject({ method: 'cuda', kernelSize: 9, strength: 0.06 });
  });

  it('is of version 2 for a cast, with a veil size where there is a veil', () => {
    const head = ['private', 'format', 'version', 'dataset', 'keyCheck', 'commitment'];
    const asCast = JSON.parse(receiptText(cast));
    const fields = [...head, 'method', 'castLevel', 'strength', 'veilSize', 'labels', 'files'];
    expect(Object.keys(asCast)).toEqual(fields);
    expect(asCast).toMatchObject({ version: 2, method: 'cast', castLevel: 8, strength: 0.2, veilSize: 160 });
    const asLight = JSON.parse(receiptText(light));
    expect(Object.keys(asLight)).toEqual(fields.filter(field => field !== 'veilSize'));
    expect(asLight).toMatchObject({ version: 2, castLevel: 6, strength: 0 });
  });

  it('has the fields of a file in the order that is written down, with peak for cuda only', () => {
    const fields = ['path', 'sha256', 'sourceSha256', 'source', 'label', 'width', 'height'];
    const peaked = { ...veil, files: [{ ...file, peak: 255 }] };
    expect(Object.keys(JSON.parse(receiptText(peaked)).files[0])).toEqual(fields);
    expect(Object.keys(JSON.parse(receiptText(cuda)).files[0])).toEqual([...fields, 'peak']);
    expect(JSON.parse(receiptText(cuda)).files[0].peak).toBe(301.25);
  });

  it.each([veil, cuda, cast, light])('comes back from its text as it was', receipt => {
    expect(parseReceipt(receiptText(receipt))).toEqual({ kind: 'read', value: receipt });
  });

  it.each([
    ['no JSON', 'PK\u0003\u0004', { reason: 'not-ours' }],
    ['other JSON', '{"format":"keyveil-filters","version":1}', { reason: 'not-ours' }],
    ['a list', '[]', { reason: 'not-ours' }],
    ['a later version', changed(veil, r => Object.assign(r, { version: 3 })), { reason: 'newer' }],
    [
      'a veil of version 2',
      changed(veil, r => Object.assign(r, { version: 2 })),
      { reason: 'damaged', at: 'version' },
    ],
    [
      'a cast of version 1',
      changed(cast, r => Object.assign(r, { version: 1 })),
      { reason: 'damaged', at: 'version' },
    ],
    [
      'a cast without its level',
      changed(cast, r => Reflect.deleteProperty(r, 'castLevel')),
      { reason: 'damaged', at: 'castLevel' },
    ],
    [
      'a cast of no bounds',
      changed(cast, r => Object.assign(r, { castLevel: 13 })),
      { reason: 'damaged', at: 'castLevel' },
    ],
    [
      'a veil without its size',
      changed(cast, r => Reflect.deleteProperty(r, 'veilSize')),
      { reason: 'damaged', at: 'veilSize' },
    ],
    [
      'a veil size without a veil',
      changed(light, r => Object.assign(r, { veilSize: 160 })),
      { reason: 'damaged', at: 'veilSize' },
    ],
    [
      'no version of ours',
      changed(veil, r => Object.assign(r, { version: 0 })),
      { reason: 'damaged', at: 'version' },
    ],
    [
      'a short hash',
      changed(veil, r => Object.assign(r, { commitment: 'ab' })),
      { reason: 'damaged', at: 'commitment' },
    ],
    [
      'an even kernel',
      changed(cuda, r => Object.assign(r, { kernelSize: 4 })),
      { reason: 'damaged', at: 'kernelSize' },
    ],
    [
      'a wide veil',
      changed(veil, r => Object.assign(r, { kernelSize: 5 })),
      { reason: 'damaged', at: 'kernelSize' },
    ],
    [
      'strength 0',
      changed(veil, r => Object.assign(r, { strength: 0 })),
      { reason: 'damaged', at: 'strength' },
    ],
    [
      'no veil size',
      changed(veil, r => Reflect.deleteProperty(r, 'veilSize')),
      { reason: 'damaged', at: 'veilSize' },
    ],
    [
      'labels twice',
      changed(veil, r => Object.assign(r, { labels: ['cats', 'cats'] })),
      { reason: 'damaged', at: 'labels' },
    ],
    [
      'an unknown label',
      changed(veil, r => Object.assign(r, { labels: ['dogs'] })),
      { reason: 'damaged', at: 'files.0.label' },
    ],
    [
      'a path twice',
      changed(veil, r => Object.assign(r, { files: [file, file] })),
      { reason: 'damaged', at: 'files.1.path' },
    ],
    [
      'half a pixel',
      changed(veil, r => Object.assign(r, { files: [{ ...file, width: 0.5 }] })),
      { reason: 'damaged', at: 'files.0.width' },
    ],
    [
      'cuda without peak',
      changed(cuda, r => Object.assign(r, { files: [file] })),
      { reason: 'damaged', at: 'files.0.peak' },
    ],
  ])('is refused with a reason: %s', (_, text, refusal) => {
    expect(parseReceipt(text)).toEqual({ kind: 'refused', ...refusal });
  });

  it('is read with a byte order mark and with fields that it does not know', () => {
    const text = `\ufeff${changed(veil, r => Object.assign(r, { note: 'later' }))}`;
    expect(parseReceipt(text)).toEqual({ kind: 'read', value: veil });
  });
});

describe('the commitment', () => {
  const a = {
    label: 'Café 猫',
    filter: { size: 3, weights: [0, 0.25, 1 / 3, 1, 0.1234567894, 0, 0, 0, 0.9999999996] },
    cast: null,
  };
  const b = { label: 'b', filter: { size: 3, weights: [1, 0, 0, 0, 0, 0, 0, 0, 0] }, cast: null };

  it('is the SHA-256 of the text that docs/method.md describes, to the byte', async () => {
    const text =
      'Café 猫\n0.000000000 0.250000000 0.333333333 1.000000000 0.123456789 0.000000000 0.000000000 0.000000000 1.000000000\n' +
      'b\n1.000000000 0.000000000 0.000000000 0.000000000 0.000000000 0.000000000 0.000000000 0.000000000 0.000000000\n';
    expect(await commitment([a, b])).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
  });

  it('binds the order and every label, those without photos too', async () => {
    const both = await commitment([a, b]);
    expect(await commitment([b, a])).not.toBe(both);
    expect(await commitment([a])).not.toBe(both);
  });
});

describe('the filters file', () => {
  const filters = ['10', '9', 'constructor', '__proto__', 'Café "猫"'].map((label, i) => ({
    label,
    filter: { size: 3, weights: [0.1, 0, 0, 0, 0.6, 0, 0, 0, 0.3].map(weight => weight / (i + 1)) },
  }));
  const { dataset, keyCheck, settings } = veil;
  const text = filtersText({
    dataset,
    keyCheck,
    settings,
    imprints: filters.map(each => ({ ...each, cast: null })),
  });

  it('is JSON with the settings and square rows for every label, whatever it is called', () => {
    const json = JSON.parse(text);
    expect(json).toMatchObject({ method: 'veil', strength: 0.3, kernelSize: 3, veilSize: 160 });
    expect(Object.keys(json.filters)).toHaveLength(filters.length);
    expect(json.filters['10']).toEqual([
      [0.1, 0, 0],
      [0, 0.6, 0],
      [0, 0, 0.3],
    ]);
  });

  it('has every weight to the last bit', () => {
    const json = JSON.parse(text);
    expect(json).toMatchObject({ format: 'keyveil-filters', version: 1, dataset, keyCheck });
    const written = Object.entries<number[][]>(json.filters);
    expect(new Map(written.map(([label, rows]) => [label, rows.flat()]))).toEqual(
      new Map(filters.map(({ label, filter }) => [label, filter.weights])),
    );
  });
});

describe('the filters file of casts', () => {
  const numbers = Array.from({ length: 21 }, (_, i) => (i - 10) / 16);
  const imprints = ['10', 'constructor'].map(label => ({
    label,
    filter: { size: 3, weights: [0, 0, 0, 0, 1, 0, 0, 0, 0] },
    cast: numbers,
  }));
  const { dataset, keyCheck, settings } = light;
  const text = filtersText({ dataset, keyCheck, settings, imprints });

  it('is of version 2 and has seven rows of three numbers for every label', () => {
    const json = JSON.parse(text);
    expect(json).toMatchObject({ version: 2, method: 'cast', castLevel: 6, strength: 0 });
    expect(json.casts['10']).toHaveLength(7);
    expect(json.casts.constructor.flat()).toEqual(numbers);
  });
});

describe('the key file', () => {
  it('says first that it is private, and gives back what went in', () => {
    const text = keyFileText({ passphrase: ' spaces kept ', dataset: ' Été ' });
    expect(Object.keys(JSON.parse(text))).toEqual(['private', 'format', 'version', 'dataset', 'passphrase']);
    expect(JSON.parse(text).private).toMatch(/^Private\./);
    expect(parseKeyFile(text)).toEqual({
      kind: 'read',
      value: { passphrase: ' spaces kept ', dataset: 'Été' },
    });
  });

  it.each([
    ['a receipt', receiptText(veil), { reason: 'not-ours' }],
    [
      'a later version',
      keyFileText({ passphrase: 'x', dataset: '' }).replace('1,', '7,'),
      { reason: 'newer' },
    ],
    ['no passphrase', keyFileText({ passphrase: '', dataset: 'd' }), { reason: 'damaged', at: 'passphrase' }],
    [
      'no dataset',
      '{"format":"keyveil-key","version":1,"passphrase":"hush"}',
      { reason: 'damaged', at: 'dataset' },
    ],
  ])('refuses %s and quotes nothing of it', (_, text, refusal) => {
    expect(parseKeyFile(text)).toEqual({ kind: 'refused', ...refusal });
  });
});
