import { describe, expect, test } from 'vitest';
import { labelsOfClasses } from '../../../../src/trace/core/classNames.ts';
import { readAnswers, rowsOf } from '../../../../src/trace/core/probeAnswers.ts';

const names = ['00aa.jpg', '11bb.jpg', '22cc.jpg'];

function said(text: string): Readonly<Record<string, string>> {
  const read = readAnswers(text, names);
  if (read.kind !== 'read') throw new Error(read.reason);
  return Object.fromEntries(read.said);
}

const all = { '00aa.jpg': 'cat', '11bb.jpg': 'dog', '22cc.jpg': 'cat' };

describe('answers in a CSV', () => {
  test.each([
    ['plain', '00aa.jpg,cat\n11bb.jpg,dog\n22cc.jpg,cat\n'],
    ['with a header', 'file,label\n00aa.jpg,cat\n11bb.jpg,dog\n22cc.jpg,cat'],
    [
      'of a spreadsheet',
      '\ufefffile;label;score\r\n00aa.jpg;cat;0,9\r\n11bb.jpg;dog;0,8\r\n22cc.jpg;cat;1\r\n',
    ],
    ['in quotes', '"00aa.jpg","cat"\r\n"11bb.jpg","dog"\r\n"22cc.jpg","cat"\r\n'],
    ['with tabs and empty lines', '\n00aa.jpg\tcat\n\n11bb.jpg\tdog\n22cc.jpg\tcat\n\n'],
    ['with whole paths', '/data/p/00aa.jpg,cat\nC:\\p\\11bb.jpg,dog\n./22cc.jpg,cat'],
    ['without extensions', '00aa,cat\n11BB,dog\n22cc,cat'],
    ['with an index before', ',image,prediction\n0,00aa.jpg,cat\n1,11bb.jpg,dog\n2,22cc.jpg,cat'],
    ['with the label first', 'class,file\ncat,00aa.jpg\ndog,11bb.jpg\ncat,22cc.jpg'],
    ['with a column between', 'file,score,label\n00aa.jpg,1,cat\n11bb.jpg,1,dog\n22cc.jpg,0.5,cat'],
    ['with the five best', '00aa.jpg,cat,0.9,dog,0.1\n11bb.jpg,dog,0.6,cat,0.4\n22cc.jpg,cat,0.7,dog,0.3'],
    [
      'with several lines a file',
      'file,label,score\n00aa.jpg,dog,0.1\n00aa.jpg,cat,0.9\n11bb.jpg,dog,70%\n11bb.jpg,cat,30%\n22cc.jpg,cat,1',
    ],
  ])('%s', (_, text) => {
    expect(said(text)).toEqual(all);
  });

  test('counts what is missing, unknown and contradicted', () => {
    const text = 'file,label\n00aa.jpg,cat\n00aa.jpg,dog\n11bb.jpg,\nsome/other.jpg,cat\nother.jpg,cat\n';
    expect(readAnswers(text, names)).toEqual({
      kind: 'read',
      said: new Map(),
      unknown: ['other.jpg'],
      missing: names,
      contradicted: ['00aa.jpg'],
    });
    expect(said('00aa.jpg,cat\n00aa.jpg,cat')).toEqual({ '00aa.jpg': 'cat' });
  });

  test('is refused where there is nothing in it', () => {
    const reason = (text: string) => {
      const read = readAnswers(text, names);
      return read.kind === 'refused' ? read.reason : null;
    };
    expect(reason('')).toBe('empty');
    expect(reason('\ufeff\n\n')).toBe('empty');
    expect(reason('file,label\nx.jpg,cat\n')).toBe('no-probes');
    expect(reason('00aa.jpg\n11bb.jpg\n')).toBe('no-labels');
  });

  test('keeps signs that mean something elsewhere', () => {
    expect(rowsOf('a,"b, ""c""\nd",e\n')).toEqual([['a', 'b, "c"\nd', 'e']]);
    expect(rowsOf('"x;y";z;1,5')).toEqual([['x;y', 'z', '1,5']]);
    expect(said('00aa.jpg,"cat, tabby"')).toEqual({ '00aa.jpg': 'cat, tabby' });
  });
});

test('classes are found by name, then but for case and spacing, else not', () => {
  const labels = ['cat', 'Cat', 'English springer', 'résumé'];
  expect(
    labelsOfClasses([' cat', 'Cat', 'CAT', 'english_springer', 'resume', 're\u0301sume\u0301', ''], labels),
  ).toEqual([0, 1, null, 2, null, 3, null]);
});
