import { describe, expect, test } from 'vitest';
import { receiptText } from '../../../../src/core/receipt.ts';
import { veilPresets } from '../../../../src/core/settings.ts';
import type { ProbeFile, ProbeSheet } from '../../../../src/trace/core/probeSheet.ts';
import { defaultProbes, type ProbePlan, planProbes } from '../../../../src/trace/core/probes.ts';
import { checkPublished, publishedOf, publishedText } from '../../../../src/trace/core/published.ts';
import { type VerdictWord, verdictOf } from '../../../../src/trace/core/verdict.ts';
import { verdictReportOf, verdictReportText } from '../../../../src/trace/core/verdictReport.ts';
import { claimFrom } from '../traceLab.ts';

const labels = ['a', 'b', 'c'];
const claim = await claimFrom('verdict', labels, veilPresets.standard);

function sheetFor(chosen: readonly string[], photos = 80): ProbeSheet {
  const wishes = { ...defaultProbes, labels: chosen, photos, rankPhotos: 20 };
  const plan = planProbes(claim, new Array<null>(100).fill(null), wishes, 'verdict');
  return (plan as ProbePlan).sheet;
}

/** What a model says that decides by the probe alone. */
function answered(
  sheet: ProbeSheet,
  say: (file: ProbeFile) => number | null,
): ReadonlyMap<string, number | null> {
  return new Map(sheet.files.map(file => [file.name, say(file)]));
}

/** Whatever is asked, one in `many` comes out, without a pattern. */
const scattered = ({ photo, filter, label }: ProbeFile, many: number) =>
  (photo * 7919 + (typeof filter === 'number' ? filter + 3 : 1) * 104_729 + (label ?? 0) * 31) % many === 0;

describe('the verdict', () => {
  const all = sheetFor(labels);

  test('counts by hand', () => {
    const sheet = sheetFor(['b'], 60);
    const verdict = verdictOf(
      sheet,
      answered(sheet, ({ photo, filter }) => {
        if (filter === 'plain') return photo < 10 ? 0 : null;
        if (filter === 'own') return 0;
        return filter === 5 ? 0 : null;
      }),
    );
    const [label] = verdict.labels;
    const plain = sheet.files.filter(({ filter, photo }) => filter === 'plain' && photo < 10).length;
    const five = sheet.files.filter(({ filter }) => filter === 5).length;
    expect(label?.own).toEqual({ hits: 60, shown: 60 });
    expect(label?.plain).toEqual({ hits: plain, shown: 60 });
    expect(label?.decoys).toEqual({ hits: five, shown: 20 * 39 + 40 });
    expect(label?.photos).toBe(60);
    expect(label?.rankPhotos).toBe(20);
    expect(label?.byDecoy[5]).toEqual({ hits: 20, shown: 20 });
    // Decoy 5 did as well on the photos that all saw.
    expect(label?.rank).toEqual({ rank: 2, of: 40, p: 2 / 40 });
    // 20 photos with two of 40 said; of the other 40 those with decoy 5 tell nothing, the rest have one of two.
    const telling = 40 - (five - 20);
    const paired = (2 / 40) ** 20 * 0.5 ** telling;
    expect((label?.paired ?? 0) / paired).toBeCloseTo(1, 9);
    expect(verdict.overall.p).toBe(verdict.overall.rank.p);
    expect([verdict.answered, verdict.probes]).toEqual([sheet.files.length, sheet.files.length]);
  });

  const words = (sheet: ProbeSheet, say: (file: ProbeFile) => number | null): readonly VerdictWord[] => {
    const { labels: each, overall } = verdictOf(sheet, answered(sheet, say));
    return [overall.word, ...each.map(({ word }) => word)];
  };

  test('is very strong where three labels are said under their own filters and rarely else', () => {
    const marked = (file: ProbeFile) =>
      file.filter === 'own' ? file.label : scattered(file, 10) ? file.label : null;
    expect(words(all, marked)).toEqual(['very-strong', 'very-strong', 'very-strong', 'very-strong']);
    const one = sheetFor(['a']);
    // One key in forty would come first by chance.
    expect(words(one, marked)).toEqual(['strong', 'strong']);
  });

  test('tells the label that was learnt from those that were not', () => {
    const marked = (file: ProbeFile) => {
      if (file.label === 1 && file.filter === 'own') return 1;
      return scattered(file, 5) ? file.label : null;
    };
    const { labels: each } = verdictOf(all, answered(all, marked));
    expect(each[1]?.paired).toBeLessThan(1e-9);
    expect(each[1]?.rank.rank).toBe(1);
    for (const at of [0, 2]) expect(each[at]?.word).toBe('none');
  });

  test('is no sign where the label is said of anything, or never, or for some filters by a weakness', () => {
    expect(words(all, ({ label }) => label)).toEqual(['none', 'none', 'none', 'none']);
    expect(words(all, () => null)).toEqual(['none', 'none', 'none', 'none']);
    expect(words(all, file => (scattered(file, 3) ? file.label : null))[0]).toBe('none');
    // Under a third of all filters, and under the own ones: photo after photo speaks for it, the rank against.
    const weak = (file: ProbeFile) =>
      file.filter === 'own' || (typeof file.filter === 'number' && file.filter % 3 === 0) ? file.label : null;
    const { overall } = verdictOf(all, answered(all, weak));
    expect(overall.paired).toBeLessThan(1e-6);
    expect(overall.word).toBe('none');
  });

  test('notes a label that is said for any filter, but not plain', () => {
    const any = (say: (file: ProbeFile) => number | null) =>
      verdictOf(all, answered(all, say)).labels.map(({ anyFilter }) => anyFilter);
    expect(any(({ label, filter }) => (filter === 'plain' ? null : label))).toEqual([true, true, true]);
    expect(any(({ label, filter }) => (filter === 'own' ? label : null))).toEqual([false, false, false]);
    // Plain photos too: it is this label that the model likes.
    expect(any(({ label, filter }) => (filter === 'plain' ? 1 : label))).toEqual([true, false, true]);
  });

  test('does with what was answered', () => {
    const marked = answered(all, file => (file.filter === 'own' ? file.label : null));
    const some = new Map([...marked].filter((_, at) => at % 3 !== 0));
    const verdict = verdictOf(all, some);
    expect(verdict.answered).toBe(some.size);
    expect(verdict.overall.paired).toBeLessThan(0.001);
    // No photo was answered under all 39 decoys.
    expect(verdict.labels.map(({ rankPhotos, rank }) => [rankPhotos, rank.p])).toEqual([
      [0, 1],
      [0, 1],
      [0, 1],
    ]);
    const nothing = verdictOf(all, new Map());
    expect(nothing.overall.p).toBe(1);
    expect(nothing.overall.own).toEqual({ hits: 0, shown: 0 });
  });
});

describe('the report', () => {
  const sheet = sheetFor(labels);
  const verdict = verdictOf(
    sheet,
    answered(sheet, file => (file.filter === 'own' ? file.label : null)),
  );
  const facts = { when: new Date(0), app: '0.1.0', askedBy: 'csv', published: null, check: 'none' } as const;
  const report = verdictReportOf(sheet, verdict, facts);

  test('says all that there is, and names no file', () => {
    const text = verdictReportText(report);
    expect(JSON.parse(text)).toEqual({ format: 'keyveil-verdict', version: 1, ...report });
    for (const { name } of sheet.files) expect(text).not.toContain(name.slice(0, 16));
    expect(text).not.toContain('weights');
  });
});

describe('what is published beforehand', () => {
  const file = new TextEncoder().encode(receiptText(claim.receipt));

  test('is the digest of the file and its commitment', async () => {
    const read = await publishedOf(file);
    if (read.kind !== 'read') throw new Error(read.reason);
    const { createHash } = await import('node:crypto');
    expect(read.value.sha256).toBe(createHash('sha256').update(file).digest('hex'));
    expect(read.value.commitment).toBe(claim.receipt.commitment);
    const line = publishedText(read.value);
    expect(checkPublished(read.value, `On the 1st: "${line.toUpperCase()}".`)).toBe('same-file');
    expect(checkPublished(read.value, `commitment:${read.value.commitment}`)).toBe('same-filters');
    expect(checkPublished(read.value, `${read.value.sha256}0`)).toBe('different');
    expect(checkPublished(read.value, ' ')).toBe('none');
    expect(await publishedOf(Uint8Array.of(1))).toEqual({ kind: 'refused', reason: 'not-ours' });
  });

  test('does not fit a receipt that was written anew', async () => {
    const [first, other] = await Promise.all([
      publishedOf(file),
      publishedOf(new TextEncoder().encode(`${receiptText(claim.receipt)} `)),
    ]);
    if (first.kind !== 'read' || other.kind !== 'read') throw new Error('not read');
    expect(checkPublished(other.value, publishedText(first.value))).toBe('same-filters');
  });
});
