import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareArchive } from '../../../../src/core/archive/archiveCheck.ts';
import type { ReceiptFile } from '../../../../src/core/receipt.ts';

const listed = (path: string, sha256: string): ReceiptFile => ({
  path,
  sha256,
  sourceSha256: '',
  source: path,
  label: path.split('/')[0] ?? '',
  width: 1,
  height: 1,
});
const receipt = { files: [listed('cats/a.jpg', 'A'), listed('cats/b.jpg', 'B'), listed('dogs/a.jpg', 'C')] };

describe('an archive against its receipt', () => {
  it('is whole when every photo is as it was, in whatever folder the archive lies', () => {
    const found = receipt.files.map(({ path, sha256 }) => ({ path: `Downloads/holiday/${path}`, sha256 }));
    expect(compareArchive(receipt, found)).toEqual({ same: 3, changed: [], missing: [], extra: [] });
  });

  it('tells changed, unreadable, missing and extra photos apart', () => {
    const found = [
      { path: 'cats/a.jpg', sha256: 'X' },
      { path: 'cats/b.jpg', sha256: null },
      { path: 'cats/c.jpg', sha256: 'C' },
    ];
    expect(compareArchive(receipt, found)).toEqual({
      same: 0,
      changed: ['cats/a.jpg', 'cats/b.jpg'],
      missing: ['dogs/a.jpg'],
      extra: ['cats/c.jpg'],
    });
  });

  it('takes the good one of two at the same place, and names the other', () => {
    const found = [
      { path: 'x/cats/a.jpg', sha256: 'X' },
      { path: 'y/cats/a.jpg', sha256: 'A' },
    ];
    expect(compareArchive({ files: receipt.files.slice(0, 1) }, found)).toEqual({
      same: 1,
      changed: [],
      missing: [],
      extra: ['x/cats/a.jpg'],
    });
  });

  it('knows a name in another normal form', () => {
    const files = [listed('Zoë/Grüße.jpg'.normalize('NFC'), 'A')];
    const found = [{ path: 'Zoë/Grüße.jpg'.normalize('NFD'), sha256: 'A' }];
    expect(compareArchive({ files }, found).same).toBe(1);
  });

  it('counts every photo of the receipt exactly once', () => {
    const path = fc
      .tuple(fc.constantFrom('a', 'b'), fc.constantFrom('1', '2', '3'))
      .map(parts => parts.join('/'));
    const file = fc.record({ path, sha256: fc.constantFrom('A', 'B') });
    fc.assert(
      fc.property(fc.uniqueArray(file, { selector: f => f.path }), fc.array(file), (old, found) => {
        const files = old.map(({ path, sha256 }) => listed(path, sha256));
        const { same, changed, missing, extra } = compareArchive({ files }, found);
        expect(same + changed.length + missing.length).toBe(files.length);
        expect(extra.length).toBe(found.length - same - changed.length);
      }),
    );
  });
});
