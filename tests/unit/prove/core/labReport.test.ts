import { describe, expect, test } from 'vitest';
import '../../../../src/locales/later.ts';
import { accuracy, chance, recall, saidNext } from '../../../../src/prove/core/confusion.ts';
import {
  defaultExperiment,
  defaultPictures,
  type Epoch,
  type RunResult,
} from '../../../../src/prove/core/experiment.ts';
import {
  type LabReport,
  type RunEnd,
  readReport,
  veilSizeOf,
  writeReport,
} from '../../../../src/prove/core/labReport.ts';
import { epochsCsv, runsCsv } from '../../../../src/prove/core/labReportCsv.ts';
import { regimeDefaults, regimeKinds } from '../../../../src/prove/core/regimes.ts';
import { reportHtml } from '../../../../src/prove/state/labReportHtml.ts';
import { escaped, markup } from '../../../../src/report/markup.ts';

const history: readonly Epoch[] = [
  { epoch: 1, loss: 2.25, trainAccuracy: 0.25, testAccuracy: 0.125, seconds: 1.5 },
  { epoch: 2, loss: 1.125, trainAccuracy: 0.75, testAccuracy: 0.375, seconds: 1.25 },
];

/** Three labels, 8 test photos: 4, 3 and 1. */
const result: RunResult = {
  history,
  clean: {
    confusion: [
      [3, 1, 0],
      [1, 1, 1],
      [1, 0, 0],
    ],
  },
  own: {
    confusion: [
      [4, 0, 0],
      [0, 3, 0],
      [0, 0, 1],
    ],
  },
  other: {
    confusion: [
      [0, 4, 0],
      [0, 1, 2],
      [1, 0, 0],
    ],
  },
  backend: 'wasm',
  parameters: 145_578,
  seconds: 90.5,
};

const nasty = ['<img src=x onerror="alert(1)">', '=HYPERLINK("x"),1', 'two\nlines, "quoted"'];

const settings = { method: 'veil', veilSize: 160, strength: 0.3 } as const;
const hashes = { clean: 'a1'.repeat(32), protected: 'b2'.repeat(32), test: 'c3'.repeat(32) };

function reportOf(labels: readonly string[], ends: readonly RunEnd[]): LabReport {
  return {
    when: '2026-11-23T13:40:12.345Z',
    app: '0.1.0',
    machine: 'Some browser <b>1.0</b>, Linux, 2 cores',
    commit: 'd4'.repeat(20),
    dataset: 'some-photos',
    backend: 'wasm',
    counts: { labels, train: [12, 9, 3], test: [4, 3, 1] },
    pictures: { ...defaultPictures, mostOfLabel: 100, seed: 'a "seed"' },
    settings,
    runs: ends.map((end, i) => ({
      experiment: {
        ...defaultExperiment,
        training: (['clean', 'protected', 'common'] as const)[i % 3] ?? 'clean',
        onlyLabels: i === 1 ? labels.slice(1) : null,
      },
      settings,
      hashes,
      column: null,
      end,
    })),
  };
}

const report = reportOf(nasty, [
  { kind: 'trained', result },
  { kind: 'stopped', history: history.slice(0, 1) },
  { kind: 'diverged', epoch: 2, history },
  { kind: 'failed', history: [] },
]);

describe('what answers come to', () => {
  test('right, by label, and called by the next', () => {
    expect(accuracy(result.clean)).toBe(0.5);
    expect(recall(result.clean)).toEqual([3 / 4, 1 / 3, 0]);
    // Of the first label are half of all.
    expect(chance(result.clean)).toBe(0.5);
    // 4 of the first are called second, 2 of the second third, 1 of the third first.
    expect(saidNext(result.other)).toBe(7 / 8);
    expect(
      accuracy({
        confusion: [
          [0, 0],
          [0, 0],
        ],
      }),
    ).toBe(0);
    expect(
      recall({
        confusion: [
          [0, 0],
          [1, 1],
        ],
      }),
    ).toEqual([0, 0.5]);
  });
});

describe('the report as JSON', () => {
  test('parses back to the same', () => {
    expect(readReport(writeReport(report))).toEqual({ kind: 'read', value: report });
    for (const kind of regimeKinds) {
      const other: LabReport = {
        ...reportOf(['a', 'b', 'c'], []),
        backend: null,
        settings: { method: 'cuda', kernelSize: 9, strength: 0.06 },
        runs: [
          {
            experiment: { ...defaultExperiment, regime: regimeDefaults[kind], model: 'vgg-16' },
            settings: { method: 'cast', castLevel: 6, strength: 0, veilSize: null },
            hashes,
            column: 'light',
            end: { kind: 'trained', result: { ...result, backend: 'webgpu' } },
          },
        ],
      };
      expect(readReport(writeReport(other))).toEqual({ kind: 'read', value: other });
    }
  });

  test('keeps nothing that it does not know, and says where it is damaged', () => {
    const changed = (change: (content: Record<string, unknown>) => void) => {
      const content: Record<string, unknown> = JSON.parse(writeReport(report));
      change(content);
      return readReport(JSON.stringify(content));
    };
    const known = changed(content => {
      content.keyCheck = '0123456789abcdef';
    });
    expect(known).toEqual({ kind: 'read', value: report });
    expect(
      changed(content => {
        content.when = 'yesterday';
      }),
    ).toEqual({
      kind: 'refused',
      reason: 'damaged',
      at: 'when',
    });
    expect(
      changed(content => {
        content.runs = [{}];
      }),
    ).toMatchObject({ at: 'runs.0.experiment' });
    expect(
      changed(content => {
        content.version = 3;
      }),
    ).toEqual({ kind: 'refused', reason: 'newer' });
    expect(
      changed(content => {
        content.format = 'keyveil-receipt';
      }),
    ).toEqual({
      kind: 'refused',
      reason: 'not-ours',
    });
    expect(readReport('{')).toEqual({ kind: 'refused', reason: 'not-ours' });
  });
});

/** Reads RFC 4180, character by character. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const sign = text[i] ?? '';
    if (quoted && sign === '"' && text[i + 1] === '"') cell += text[++i];
    else if (sign === '"') quoted = !quoted;
    else if (quoted || !/[,\r\n]/.test(sign)) cell += sign;
    else if (sign === '\r') expect(text[i + 1]).toBe('\n');
    else {
      row.push(cell);
      cell = '';
      if (sign === '\n') {
        rows.push(row);
        row = [];
      }
    }
  }
  expect([quoted, cell, row]).toEqual([false, '', []]);
  return rows;
}

describe('the report as tables', () => {
  test('one row a run, by names', () => {
    const [heads = [], ...rows] = parseCsv(runsCsv(report));
    expect(rows.map(row => row.length)).toEqual(rows.map(() => heads.length));
    expect(new Set(heads).size).toBe(heads.length);
    const value = (row: number, name: string) => rows[row]?.[heads.indexOf(name)];
    expect(rows).toHaveLength(4);
    expect(value(0, 'run')).toBe('1');
    expect(value(0, 'outcome')).toBe('trained');
    expect(value(0, 'accuracy on clean photos')).toBe('0.5');
    expect(value(0, 'chance')).toBe('0.5');
    expect(value(0, 'accuracy under own filter')).toBe('1');
    expect(value(0, 'called by the next label')).toBe('0.875');
    expect(value(0, 'last loss')).toBe('1.125');
    expect(value(0, `recall of ${nasty[2]}`)).toBe('0');
    expect(value(0, 'only labels')).toBe('');
    // Small pictures have a veil of their own size.
    expect(value(0, 'veil size')).toBe('32');
    expect(value(0, 'kernel size')).toBe('');
    expect(value(0, 'training photos')).toBe('24');
    expect(value(1, 'outcome')).toBe('stopped');
    expect(value(1, 'accuracy on clean photos')).toBe('');
    expect(value(3, 'epochs done')).toBe('0');
    expect(value(0, 'deal seed')).toBe('a "seed"');
    // Begins with =: a spreadsheet would compute it.
    expect(value(1, 'only labels')).toBe(`'${nasty[1]}; ${nasty[2]}`);
  });

  test('the veil of real photos is as chosen, and the paper’s filter has none', () => {
    const real = {
      pictures: { ...report.pictures, protectedAt: 'real' as const },
      settings: report.settings,
    };
    expect(veilSizeOf(real)).toBe(160);
    expect(veilSizeOf({ ...real, settings: { method: 'cuda', kernelSize: 3, strength: 0.3 } })).toBeNull();
  });

  test('numbers of a regime stand in one cell', () => {
    const run = {
      experiment: { ...defaultExperiment, regime: regimeDefaults['fine-tuning'] },
      settings,
      hashes,
      column: null,
      end: report.runs[3]?.end,
    };
    const { end } = run;
    if (!end) throw new Error('No run.');
    const [heads = [], row = []] = parseCsv(runsCsv({ ...report, runs: [{ ...run, end }] }));
    expect(row[heads.indexOf('regime numbers')]).toBe('share=0.2 epochs=10 frozen=false');
  });

  test('one row an epoch', () => {
    const rows = parseCsv(epochsCsv(report));
    expect(rows).toEqual([
      ['run', 'training', 'epoch', 'loss', 'training accuracy', 'accuracy on clean photos', 'seconds'],
      ['1', 'clean', '1', '2.25', '0.25', '0.125', '1.5'],
      ['1', 'clean', '2', '1.125', '0.75', '0.375', '1.25'],
      ['2', 'protected', '1', '2.25', '0.25', '0.125', '1.5'],
      ['3', 'common', '1', '2.25', '0.25', '0.125', '1.5'],
      ['3', 'common', '2', '1.125', '0.75', '0.375', '1.25'],
    ]);
  });
});

describe('the report as HTML', () => {
  const html = reportHtml(report);

  test('runs nothing, fetches nothing, and forbids both', () => {
    expect(html).not.toMatch(/<script|<link|<img|<iframe|<object|<embed|<a\b|@import|url\(|javascript:/i);
    expect(html).not.toMatch(/<[a-z][^>]*\s(src|href|srcset|action|style|on\w+)=/i);
    expect(html).not.toMatch(/https?:|\/\/[a-z]/i);
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(html).toContain('prefers-color-scheme: dark');
  });

  test('escapes names of labels, seeds and machines', () => {
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;');
    expect(html).toContain('Some browser &lt;b&gt;1.0&lt;/b&gt;');
    expect(html).toContain('a &quot;seed&quot;');
    expect(escaped(`<&>"'`)).toBe('&lt;&amp;&gt;&quot;&#39;');
    const inner = markup`<i>${'<'}</i>`;
    expect(markup`<b title="${'"'}">${[inner, 1, '&']}</b>`.text).toBe(
      '<b title="&quot;"><i>&lt;</i>1&amp;</b>',
    );
  });

  test('is well formed: every element that opens is closed in its turn', () => {
    const open: string[] = [];
    const body = html.replace(/<style>.*<\/style>/s, '<style></style>');
    for (const [, close, name = '', selfClosed] of body.matchAll(/<(\/?)([a-z0-9]+)[^>]*?(\/?)>/g)) {
      if (selfClosed || ['meta', 'br'].includes(name)) continue;
      if (close) expect(open.pop()).toBe(name);
      else open.push(name);
    }
    expect(open).toEqual([]);
  });

  test('says what came of every run, and marks chance', () => {
    for (const said of [
      '50\u00a0%',
      '100\u00a0%',
      '87.5\u00a0%',
      'stopped by hand',
      'in epoch 2',
      '145,578',
    ]) {
      expect(html).toContain(said);
    }
    expect(html).toContain('ended by the browser');
    // Both curves of accuracy and chance, in words for those who do not see them.
    expect(html).toContain(
      'On clean test photos: 37.5\u00a0%, On the photos learnt from: 75\u00a0%, Chance: 50\u00a0%',
    );
    expect(html.match(/class="chance"/g)).toHaveLength(3);
    // Half of the way up is where a half lies; epochs 1 and 2 at either end.
    expect(html).toContain('points="44,156.75 464,114.25"');
    expect(html).toContain('2026-11-23 13:40');
    expect(html).not.toMatch(/labReport\.|lab\.regime|undefined|NaN|\{\{/);
  });

  test('confusion is shaded by the share of its row', () => {
    expect(html).toContain('<td class="heat-8">3</td><td class="heat-3">1</td><td class="heat-0">0</td>');
  });
});
