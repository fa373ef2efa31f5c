import '../../../../src/locales/trace.ts';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Broken } from '../../../../src/core/faults/failure.ts';
import { LabelFilters } from '../../../../src/core/filter/labelFilters.ts';
import { keyCheck, type MasterKey } from '../../../../src/core/key/key.ts';
import { type Receipt, receiptText } from '../../../../src/core/receipt.ts';
import type { ModelInput } from '../../../../src/models/modelInput.ts';
import { scaledAs } from '../../../../src/models/typedInput.ts';
import type { GivenFile } from '../../../../src/state/model/givenFile.ts';
import type { SampleNumbers } from '../../../../src/state/services/intake.ts';
import { planProbes } from '../../../../src/trace/core/probes.ts';
import { ownReportFile, ownReportOf } from '../../../../src/trace/state/ownReport.ts';
import type { TraceServices, ZipEntry } from '../../../../src/trace/state/traceServices.ts';
import { createTraceSession, type TraceSession } from '../../../../src/trace/state/traceSession.ts';
import { modelReportOf, verdictFile } from '../../../../src/trace/state/verdictFiles.ts';
import type { ModelFile, ModelOutcome, QuestionOutcome } from '../../../../src/trace/worker/askClient.ts';
import type {
  KeepProbe,
  ProbesOutcome,
  ProbesProgress,
  ProbesTask,
} from '../../../../src/trace/worker/probesClient.ts';
import type { RestoreOutcome, RestoreTask } from '../../../../src/trace/worker/restoreClient.ts';
import type { OwnOutcome, OwnProgress, OwnTask } from '../../../../src/trace/worker/traceClient.ts';
import { until } from '../../../fixtures/until.ts';
import { found, stretched } from '../../state/fakeServices.ts';
import { Visit } from '../../state/visit.ts';
import { lostWorker } from '../../threads/onThisThread.ts';

/** The tab's state with true keys and receipts; what workers would answer is written down by each test. */

interface Answering {
  readonly tasks: readonly RestoreTask[];
  readonly signal: AbortSignal;
  tell(done: number): void;
  say(at: number, outcome: RestoreOutcome): void;
  end(): void;
}

/** Patience for a machine that has other work to do. */

interface Searching {
  readonly task: OwnTask;
  readonly signal: AbortSignal;
  tell(progress: OwnProgress): void;
  end(outcome: OwnOutcome): void;
}

interface ProbeMaking {
  readonly task: ProbesTask;
  readonly keep: KeepProbe;
  readonly signal: AbortSignal;
  tell(progress: ProbesProgress): void;
  end(outcome: ProbesOutcome): void;
}

interface ScriptedModel {
  readonly files: readonly string[];
  closed: boolean;
  asked: {
    readonly task: ProbesTask;
    readonly input: ModelInput;
    end(outcome: QuestionOutcome): void;
  } | null;
}

class Bench {
  readonly visit: Visit;
  readonly session: TraceSession;
  readonly restores: Answering[] = [];
  readonly searches: Searching[] = [];
  readonly probes: ProbeMaking[] = [];
  readonly models: ScriptedModel[] = [];
  opening: ModelOutcome | Broken = {
    kind: 'opened',
    model: 'onnx',
    shape: [null, 3, 64, 64],
  };
  readonly zips: (readonly ZipEntry[])[] = [];
  /** Keys that were opened, and those of them that were let go of. */
  readonly keys = { opened: 0, disposed: 0 };
  time = 0;
  readonly room = 40_000_000;
  derive: (...typed: Parameters<typeof stretched>) => Promise<MasterKey | null> = stretched;
  drawing: (numbers?: SampleNumbers) => Promise<readonly GivenFile[] | Broken> = async () => [];

  constructor() {
    this.visit = new Visit({
      // The page's own key plays no part.
      keys: {
        derive: async () => ({ kind: 'ready', keyCheck: '0123456789abcdef' }),
        imprints: async () => ({ kind: 'made', imprints: [] }),
        forget: async () => {},
      },
      intake: {
        read: async files => ({
          photos: files
            .filter(({ path }) => !path.endsWith('.txt'))
            .map(({ file, path }) => {
              return { ...found(path), file: new File([file], path.split('/').at(-1) ?? path) };
            }),
          leftOut: [],
          questions: [],
        }),
        samplePhotos: async () => [],
        drawSamples: numbers => this.drawing(numbers),
      },
    });
    const { store, photoSetServices } = this.visit.keyveil;
    this.session = createTraceSession(store, photoSetServices, this.#services());
  }

  get claim() {
    return this.session.claim.store.getState();
  }
  get restore() {
    return this.session.restore.store.getState();
  }
  get own() {
    return this.session.own.store.getState();
  }
  get model() {
    return this.session.model.store.getState();
  }
  get rows() {
    return this.restore.photos.map(({ row }) => row.kind);
  }

  type(passphrase: string): void {
    this.visit.actions.setPassphrase(passphrase);
    // As Enter does it: without waiting for more to be typed.
    this.visit.actions.deriveKey();
  }
  async standing(kind: string): Promise<void> {
    await until(() => expect(this.claim.standing.kind).toBe(kind));
  }
  /** Presses the button and waits for the workers to be asked. */
  async start(): Promise<{ readonly asked: Answering; readonly ended: Promise<void> }> {
    const before = this.restores.length;
    const ended = this.session.restore.run();
    await until(() => expect(this.restores.length).toBe(before + 1));
    return { asked: this.restores.at(-1) as Answering, ended };
  }

  async search(): Promise<{ readonly asked: Searching; readonly ended: Promise<void> }> {
    const before = this.searches.length;
    const ended = this.session.own.run();
    await until(() => expect(this.searches.length).toBe(before + 1));
    return { asked: this.searches.at(-1) as Searching, ended };
  }

  #services(): TraceServices {
    return {
      openKey: () => {
        this.keys.opened++;
        let filters: LabelFilters | null = null;
        return {
          derive: async (passphrase, dataset) => {
            const master = await this.derive(passphrase, dataset);
            if (master === null) return { kind: 'failed', broken: lostWorker };
            filters = new LabelFilters(master);
            return { kind: 'ready', keyCheck: await keyCheck(master) };
          },
          imprints: async (names, settings) =>
            filters
              ? { kind: 'made', imprints: await filters.imprints(names, settings) }
              : { kind: 'no-key' },
          dispose: () => {
            this.keys.disposed++;
          },
        };
      },
      restore: (tasks, signal, say, tell) =>
        new Promise(resolve => {
          signal.addEventListener('abort', () => resolve());
          this.restores.push({ tasks, signal, tell, say, end: () => resolve() });
        }),
      recognise: (task, signal, tell) =>
        new Promise(resolve => {
          signal.addEventListener('abort', () => resolve({ kind: 'cancelled' }));
          this.searches.push({ task, signal, tell, end: resolve });
        }),
      planProbes: async (claim, labelOf, wishes) => planProbes(claim, labelOf, wishes),
      makeProbes: (task, keep, signal, tell) =>
        new Promise(resolve => {
          signal.addEventListener('abort', () => resolve({ kind: 'cancelled' }));
          this.probes.push({ task, keep, signal, tell, end: resolve });
        }),
      openModel: () => {
        const handle = {
          open: async (files: readonly ModelFile[]) => {
            this.models.push({ files: files.map(({ name }) => name), closed: false, asked: null });
            return this.opening;
          },
          question: (task: ProbesTask, input: ModelInput, signal: AbortSignal) =>
            new Promise<QuestionOutcome>(resolve => {
              signal.addEventListener('abort', () => resolve({ kind: 'cancelled' }));
              const model = this.models.at(-1);
              if (model) model.asked = { task, input, end: resolve };
            }),
          close: () => {
            const model = this.models.at(-1);
            if (model) model.closed = true;
          },
        };
        return handle;
      },
      zip: async entries => {
        this.zips.push(entries);
        return new Blob(['zip']);
      },
      room: this.room,
      now: () => this.time,
    };
  }
}

const bitmap = () => ({ width: 4, height: 4, close: vi.fn() });
function restored(label: string, bytes = 3): RestoreOutcome {
  return {
    kind: 'restored',
    label,
    milliseconds: 5,
    width: 640,
    height: 480,
    bytes: new Uint8Array(bytes),
    before: bitmap(),
    after: bitmap(),
    psnr: null,
  };
}

let receipt: Receipt;
let b: Bench;
const fileOf = (content: Receipt | string, name = 'holiday.keyveil.json') =>
  new File([typeof content === 'string' ? content : receiptText(content)], name);
const photo = (name: string, content = name) => new File([content], name);
/** Folders lie in the names of these files, parted by a colon. */
const handed = async (files: readonly File[]): Promise<readonly GivenFile[]> =>
  files.map(file => ({ file, path: file.name.replace(':', '/') }));
/** As `Visit` protects it. */
const protectedPhoto = (name: string, source: string) => photo(name, `protected ${source}`);

beforeAll(async () => {
  const visit = new Visit();
  visit.actions.setDataset('holiday');
  await visit.give([found('ants/a.jpg'), found('bats/b.jpg'), found('cats/c.jpg')]);
  await visit.key('the key');
  await visit.actions.protect();
  receipt = await visit.receipt();
});
beforeEach(() => {
  b = new Bench();
});

describe('receipt and key', () => {
  test('one after the other, whatever dataset lies on the page, which stays as it is', async () => {
    b.visit.actions.setDataset('something else');
    expect(b.claim.standing.kind).toBe('no-receipt');
    await b.session.claim.openFile(fileOf(receipt));
    expect(b.claim.standing.kind).toBe('no-key');
    b.type('the key');
    expect(b.claim.standing.kind).toBe('checking');
    await b.standing('ok');
    const { standing, opened } = b.claim;
    expect(standing.kind === 'ok' && standing.claim.filters.map(({ label }) => label)).toEqual(
      receipt.labels,
    );
    expect(opened?.published?.commitment).toBe(receipt.commitment);
    expect(b.visit.state.dataset).toBe('something else');
    expect(b.visit.state.arrangement.labels).toEqual([]);
    expect(b.keys.disposed).toBe(b.keys.opened);
  });

  test('a wrong key is told from a changed receipt, and clearing the key forgets the filters', async () => {
    await b.session.claim.openFile(fileOf(receipt));
    b.type('the kez');
    await b.standing('wrong-key');
    b.type('the key');
    await b.standing('ok');
    await b.session.claim.openFile(fileOf({ ...receipt, labels: [...receipt.labels].reverse() }));
    await b.standing('other-filters');
    b.type('');
    expect(b.claim.standing.kind).toBe('no-key');
    expect(b.keys.disposed).toBe(b.keys.opened);
  });

  test('an answer that comes late says nothing about the receipt that is open by then', async () => {
    b.type('the key');
    let finish = () => {};
    b.derive = async (passphrase, dataset) => {
      await new Promise<void>(resolve => {
        finish = resolve;
      });
      return stretched(passphrase, dataset);
    };
    await b.session.claim.openFile(fileOf(receipt));
    await until(() => expect(b.keys.opened).toBe(1));
    b.session.claim.close();
    finish();
    await until(() => expect(b.keys.disposed).toBe(1));
    expect(b.claim.standing.kind).toBe('no-receipt');
  });

  test.each([
    ['not-a-receipt', '{"format":"something"}'],
    ['not-a-receipt', 'no JSON at all'],
    ['newer', '{"format":"keyveil-receipt","version":3}'],
    ['damaged', '{"format":"keyveil-receipt","version":1}'],
  ])('what is no receipt is refused as %s, and the one before stays', async (reason, content) => {
    await b.session.claim.openFile(fileOf(receipt));
    await b.session.claim.openFile(fileOf(content, 'other.keyveil.json'));
    expect(b.claim.trouble).toEqual({ name: 'other.keyveil.json', reason });
    expect(b.claim.opened?.receipt).toEqual(receipt);
  });

  test('a key that cannot be worked out is said, and its worker ended', async () => {
    b.derive = async () => null;
    b.type('the key');
    await b.session.claim.openFile(fileOf(receipt));
    await b.standing('failed');
    expect(b.keys.disposed).toBe(1);
  });

  test('the receipt of what was protected on the page, and one that was opened there', async () => {
    await b.visit.give([]);
    await b.visit.actions.openReceipt(fileOf(receipt));
    await b.session.claim.openPages();
    expect(b.claim.opened?.receipt).toEqual(receipt);
    expect(b.claim.opened?.name).toBe('holiday.keyveil.json');
  });

  test('what is dropped is told apart: a receipt, and photos', async () => {
    b.session.show('restore');
    await b.session.take(handed([photo('a.png'), fileOf(receipt), photo('notes.txt')]));
    expect(b.claim.opened?.receipt).toEqual(receipt);
    expect(b.restore.photos.map(({ file }) => file.name)).toEqual(['a.png']);
    await b.session.take(handed([fileOf(receipt, 'renamed.json')]));
    expect(b.claim.opened?.name).toBe('renamed.json');
    await b.session.take(Promise.reject(new Error('the folder is gone')));
    expect(b.restore.photos).toHaveLength(1);
    b.session.show('own');
    await b.session.take(handed([photo('found.png')]));
    expect(b.own.photos.map(({ file }) => file.name)).toEqual(['found.png']);
    expect(b.restore.photos).toHaveLength(1);
  });
});

describe('restoring', () => {
  beforeEach(async () => {
    b.type('the key');
    await b.session.claim.openFile(fileOf(receipt));
    await b.standing('ok');
  });

  test('photos are given with their receipt, its filters, and the originals that belong to them', async () => {
    const { restore } = b.session;
    await restore.add(
      handed([
        protectedPhoto('x.png', 'c.jpg'),
        photo('bats:copy.jpg'),
        photo('nobody:b.png', 'other bytes'),
      ]),
    );
    await restore.setOriginals(handed([photo('b.jpg'), photo('renamed.jpg', 'c.jpg')]));
    const { asked, ended } = await b.start();
    expect(asked.tasks.map(({ given }) => given)).toEqual([null, { label: 'bats' }, null]);
    // By its digest, by nothing, by its name.
    expect(asked.tasks.map(({ original }) => original && (original as File).name)).toEqual([
      'renamed.jpg',
      null,
      'b.jpg',
    ]);
    expect(asked.tasks[0]?.filters.map(({ label }) => label)).toEqual(receipt.labels);
    b.time = 10_000;
    asked.tell(0.25);
    expect(b.restore.run).toEqual({ kind: 'running', photos: 3, done: 0.25, secondsLeft: 30 });
    asked.say(0, restored('cats'));
    asked.say(1, restored('bats'));
    asked.say(2, { kind: 'not-listed' });
    asked.end();
    await ended;
    expect(b.rows).toEqual(['done', 'done', 'refused']);
    const [first, second] = b.restore.photos.map(({ row }) => row);
    expect(first?.kind === 'done' && first.listed).toBe(true);
    expect(second?.kind === 'done' && second.listed).toBe(false);
    expect(b.restore.run.kind).toBe('idle');
  });

  test('a photo that is not listed waits for its label; only it is done again', async () => {
    const { restore } = b.session;
    await restore.add(handed([photo('a.png'), photo('b.png')]));
    const first = await b.start();
    first.asked.say(0, { kind: 'not-listed' });
    first.asked.say(1, { kind: 'failed', reason: { kind: 'unreadable' } });
    first.asked.end();
    await first.ended;
    restore.setLabel(b.restore.photos[0]?.id ?? 0, 'cats');
    expect(b.rows).toEqual(['waiting', 'refused']);
    const second = await b.start();
    expect(second.asked.tasks.map(({ given }) => given)).toEqual([{ label: 'cats' }]);
    second.asked.say(0, restored('cats'));
    second.asked.end();
    await second.ended;
    expect(b.rows).toEqual(['done', 'refused']);
  });

  test('a photo whose worker was lost is done again with the next press', async () => {
    const { restore } = b.session;
    await restore.add(handed([photo('a.png'), photo('b.png')]));
    const first = await b.start();
    first.asked.say(0, lostWorker);
    first.asked.say(1, restored('cats'));
    first.asked.end();
    await first.ended;
    expect(b.rows).toEqual(['refused', 'done']);
    const second = await b.start();
    expect(second.asked.tasks).toHaveLength(1);
    second.asked.say(0, restored('cats'));
    second.asked.end();
    await second.ended;
    expect(b.rows).toEqual(['done', 'done']);
  });

  test('cancelled, what is done stays and the rest waits', async () => {
    const { restore } = b.session;
    await restore.add(handed([photo('a.png'), photo('b.png')]));
    const { asked, ended } = await b.start();
    asked.say(0, restored('cats'));
    restore.cancel();
    const late = restored('cats');
    asked.say(1, late);
    asked.tell(1);
    await ended;
    expect(asked.signal.aborted).toBe(true);
    expect(b.rows).toEqual(['done', 'waiting']);
    expect(b.restore.run.kind).toBe('idle');
    expect(late.kind === 'restored' && vi.mocked(late.after.close).mock.calls).toHaveLength(1);
  });

  test('another receipt, or none, takes back what was made of the photos', async () => {
    await b.session.restore.add(handed([photo('a.png')]));
    const { asked, ended } = await b.start();
    const outcome = restored('cats');
    asked.say(0, outcome);
    asked.end();
    await ended;
    b.session.claim.close();
    expect(b.rows).toEqual(['waiting']);
    expect(outcome.kind === 'restored' && vi.mocked(outcome.before.close).mock.calls).toHaveLength(1);
    await b.session.restore.run();
    expect(b.restores).toHaveLength(1);
  });

  test('ends before the browser runs out of memory, and says so', async () => {
    await b.session.restore.add(handed([photo('a.png'), photo('b.png'), photo('c.png')]));
    const { asked, ended } = await b.start();
    asked.say(0, restored('cats', b.room + 1));
    await ended;
    expect(asked.signal.aborted).toBe(true);
    expect(b.rows).toEqual(['done', 'waiting', 'waiting']);
    expect(b.restore.run.kind).toBe('full');
  });

  test('saves one by its name, and all in one zip with no name twice', async () => {
    const { restore } = b.session;
    await restore.add(handed([photo('one:a.jpg'), photo('two:a.jpg'), photo('c.png')]));
    const { asked, ended } = await b.start();
    asked.say(0, restored('cats'));
    asked.say(1, restored('cats'));
    asked.say(2, { kind: 'no-peak' });
    asked.end();
    await ended;
    restore.save(b.restore.photos[0]?.id ?? 0);
    expect([...b.visit.saved.keys()]).toEqual(['a.restored.png']);
    await restore.saveAll();
    expect(b.zips[0]?.map(({ path }) => path)).toEqual(['cats/a.restored.png', 'cats/a (2).restored.png']);
    expect([...b.visit.saved.keys()].at(-1)).toBe('holiday.restored.zip');
    restore.clear();
    expect(b.restore.photos).toEqual([]);
  });
});

describe('looking for the mark in found photos', () => {
  const alone = { cast: 0.001, filter: null };
  const glimpse = { width: 1, height: 1, data: new Uint8ClampedArray(4) };
  const mark = { label: 'cats', p: 0.001, words: 'very-strong', listed: null, alone, glimpse } as const;
  const outcome: OwnOutcome = {
    kind: 'recognised',
    originals: 1,
    groups: [
      {
        group: 'secret folder',
        photos: 2,
        label: 'cats',
        p: 0.002,
        words: 'strong',
        alone: { cast: null, filter: 0.002 },
      },
    ],
    rows: [
      { kind: 'with-original', name: 'a<b>.png', original: 0, likeness: 0.99, unfiltered: false, ...mark },
      { kind: 'untested', name: 'b.png', listed: 'bats', glimpse },
      { kind: 'blind', name: 'c.png', ...mark, label: null, p: 0.4, words: 'none' },
      { kind: 'failed', name: 'd.png', reason: { kind: 'unreadable' } },
    ],
  };
  const given = ['a<b>.png', 'secret folder:b.png', 'secret folder:c.png', 'd.png'];

  beforeEach(async () => {
    b.type('the key');
    await b.session.claim.openFile(fileOf(receipt));
    await b.standing('ok');
    await b.session.own.add(handed(given.map(name => photo(name))));
  });

  test('asks with the key\u2019s filters, fresh decoys, and nobody\u2019s word for the labels', async () => {
    const { own } = b.session;
    await own.setOriginals(handed([photo('original.jpg')]));
    own.setOthers(true);
    const { asked, ended } = await b.search();
    expect(asked.task.claim.receipt).toEqual(receipt);
    expect(asked.task.claim.filters.map(({ label }) => label)).toEqual(receipt.labels);
    expect(asked.task.found.map(({ name, group, label }) => [name, group, label])).toEqual([
      ['a<b>.png', null, null],
      ['b.png', 'secret folder', null],
      ['c.png', 'secret folder', null],
      ['d.png', null, null],
    ]);
    expect(asked.task.originals).toMatchObject({ others: true });
    expect(asked.task.decoys).toBe(999);
    expect(asked.task.seed).toMatch(/^[0-9a-f]{32}$/);
    asked.tell({ step: 'decoys', done: 0, total: 999 });
    b.time = 2000;
    asked.tell({ step: 'decoys', done: 333, total: 999 });
    expect(b.own.run).toMatchObject({ kind: 'running', secondsLeft: 4 });
    // Another step costs another time.
    asked.tell({ step: 'photos', done: 0, total: 4 });
    expect(b.own.run).toMatchObject({ secondsLeft: null });
    asked.end(outcome);
    await ended;
    expect(b.own.run.kind).toBe('idle');
    expect(b.own.finding?.outcome).toBe(outcome);
  });

  test('the same decoys for the same receipt, so that nobody draws until the answer pleases', async () => {
    const first = await b.search();
    first.asked.end(outcome);
    await first.ended;
    await b.session.own.add(handed([photo('e.png')]));
    expect(b.own.finding).toBeNull();
    const second = await b.search();
    expect(second.asked.task.seed).toBe(first.asked.task.seed);
    b.session.own.cancel();
    await second.ended;
    await b.session.claim.openFile(fileOf(receipt));
    await b.standing('ok');
    const third = await b.search();
    expect(third.asked.task.seed).not.toBe(first.asked.task.seed);
    b.session.own.clear();
    await third.ended;
  });

  test('cancelled, or with its worker lost, it finds nothing and says which', async () => {
    const first = await b.search();
    b.session.own.cancel();
    await first.ended;
    expect(first.asked.signal.aborted).toBe(true);
    expect(b.own.run.kind).toBe('idle');
    const second = await b.search();
    second.asked.end(lostWorker);
    await second.ended;
    expect(b.own.run).toEqual(lostWorker);
    expect(b.own.finding).toBeNull();
    b.type('');
    await b.session.own.run();
    expect(b.searches).toHaveLength(2);
  });

  test('the report holds what was found, and no name, no folder, no key and no filter', async () => {
    const { asked, ended } = await b.search();
    asked.end(outcome);
    await ended;
    const finding = b.own.finding;
    if (!finding) throw new Error('nothing was found');
    const report = ownReportOf(finding);
    expect(report.photos.map(({ result }) => result.kind)).toEqual([
      'with-original',
      'untested',
      'blind',
      'failed',
    ]);
    expect(report.photos[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(report.receipt).toMatchObject({ commitment: receipt.commitment, photos: 3, labels: 3 });
    expect(report.seed).toBe(asked.task.seed);

    const json = ownReportFile(finding, 'json');
    const html = ownReportFile(finding, 'html');
    expect([json.name, html.name]).toEqual(['holiday.found.json', 'holiday.found.html']);
    const texts = [await json.blob.text(), await html.blob.text()];
    expect(JSON.parse(texts[0] ?? '')).toMatchObject({
      format: 'keyveil-own-photos',
      version: 1,
      decoys: 999,
    });
    expect(texts[1]).toContain('Very strong sign of your mark');
    expect(texts[1]).toContain(receipt.commitment);
    const weights = asked.task.claim.filters.flatMap(({ filter }) => [...filter.weights].map(String));
    for (const text of texts) {
      for (const secret of [...given, 'secret folder', 'a&lt;b', ...weights])
        expect(text).not.toContain(secret);
    }
    expect(texts[1]).not.toMatch(/trace\.own|ownReport\./);
  });
});

describe('asking a model', () => {
  const many = (count: number, folder = '') =>
    Array.from({ length: count }, (_, i) => photo(`${folder}${folder && ':'}p${i}.png`));
  const making = async () => {
    const before = b.probes.length;
    const ended = b.session.model.make();
    await until(() => expect(b.probes.length).toBe(before + 1));
    return { asked: b.probes.at(-1) as ProbeMaking, ended };
  };
  /** Makes probes as the workers would, but for what is in them. */
  const made = async () => {
    const { asked, ended } = await making();
    for (const { name } of asked.task.plan.sheet.files) await asked.keep(name, new Uint8Array(1));
    asked.end({ kind: 'made', sheet: asked.task.plan.sheet, failed: 0 });
    await ended;
    return asked.task.plan.sheet;
  };
  const csv = (lines: readonly string[]) => new File([['file,label', ...lines].join('\n')], 'answers.csv');

  beforeEach(async () => {
    b.type('the key');
    await b.session.claim.openFile(fileOf(receipt));
    await b.standing('ok');
  });

  test('makes probes of photos that are not of a label, in an order that says nothing', async () => {
    const { model } = b.session;
    await model.add(handed([...many(60), ...many(5, 'cats'), protectedPhoto('x.png', 'b.jpg')]));
    model.wish({ photos: 400, side: 64 });
    const { asked, ended } = await making();
    const { plan } = asked.task;
    expect(plan.sheet).toMatchObject({
      labels: ['ants', 'bats', 'cats'],
      side: 64,
      commitment: receipt.commitment,
    });
    const askedOf = (label: number) =>
      new Set(plan.sheet.files.filter(file => file.label === label).map(file => file.photo));
    // Five are of cats by their folder, and one of bats by the receipt.
    expect([0, 1, 2].map(label => askedOf(label).size)).toEqual([66, 65, 61]);
    asked.tell({ done: 0, total: 66 });
    b.time = 10_000;
    asked.tell({ done: 11, total: 66 });
    expect(b.model.making).toEqual({ kind: 'running', done: 11, total: 66, secondsLeft: 50 });
    for (const { name } of [...plan.sheet.files].reverse()) await asked.keep(name, new Uint8Array(1));
    asked.end({ kind: 'made', sheet: plan.sheet, failed: 1 });
    await ended;
    expect(b.model.making).toMatchObject({ kind: 'made', probes: plan.sheet.files.length, failed: 1 });
    expect(b.zips[0]?.map(({ path }) => path)).toEqual(plan.sheet.files.map(({ name }) => name));
    model.saveZip();
    model.saveSheet();
    expect([...b.visit.saved.keys()]).toEqual(['probes.zip', 'holiday.probes.json']);
  });

  test('says why not: too few photos, too many probes, a lost worker; and it can be cancelled', async () => {
    const { model } = b.session;
    await model.add(handed(many(49)));
    await model.make();
    expect(b.model.making).toEqual({ kind: 'too-few', label: 'ants', photos: 49 });
    await model.add(handed(many(1_000)));
    model.wish({ photos: 1_049 });
    await model.make();
    expect(b.model.making.kind).toBe('too-many');
    model.wish({ photos: 50, labels: ['cats'] });
    const first = await making();
    expect(first.asked.task.plan.sheet.labels).toEqual(['cats']);
    first.asked.end(lostWorker);
    await first.ended;
    expect(b.model.making).toEqual(lostWorker);
    const second = await making();
    model.cancel();
    await second.ended;
    expect(second.asked.signal.aborted).toBe(true);
    expect(b.model.making.kind).toBe('idle');
  });

  test('answers that know the filters are a very strong sign, and answers that do not are none', async () => {
    const { model } = b.session;
    await model.add(handed(many(60)));
    const sheet = await made();
    const knowing = sheet.files.map(({ name, label, filter }) =>
      filter === 'own' && label !== null ? `${name},${sheet.labels[label]?.toUpperCase()}` : `${name},other`,
    );
    await model.takeBack([csv(knowing)]);
    expect(b.model.answers?.classOf).toEqual(['ANTS', 'BATS', 'CATS']);
    expect(b.model.verdict?.overall.word).toBe('very-strong');
    // CheckRates that this answer means nothing, it counts for nothing.
    model.setClass(0, null);
    expect(b.model.verdict?.labels[0]?.own.hits).toBe(0);
    await model.takeBack([csv(sheet.files.map(({ name }) => `${name},cats`))]);
    expect(b.model.verdict?.overall.word).toBe('none');
    expect(b.model.verdict?.labels.map(({ anyFilter }) => anyFilter)).toEqual([false, false, false]);
    const forAny = sheet.files.map(({ name, filter }) => `${name},${filter === 'plain' ? 'other' : 'cats'}`);
    await model.takeBack([csv(forAny)]);
    expect(b.model.verdict?.labels.map(({ anyFilter }) => anyFilter)).toEqual([false, false, true]);
  });

  test('a sheet and its answers from an earlier day; sheets of others, and what is neither', async () => {
    const { model } = b.session;
    await model.add(handed(many(60)));
    const sheet = await made();
    model.saveSheet();
    const saved = new File([b.visit.saved.get('holiday.probes.json') ?? ''], 'holiday.probes.json');
    const answers = csv(sheet.files.map(({ name }) => `${name},cats`));
    await b.session.claim.openFile(fileOf(receipt));
    await b.standing('ok');
    expect(b.model.sheet).toBeNull();
    await model.takeBack([answers]);
    expect(b.model.trouble).toBe('no-sheet');
    b.session.show('model');
    await b.session.take(handed([answers, saved]));
    expect(b.model.trouble).toBeNull();
    expect(b.model.sheet).toEqual(sheet);
    expect(b.model.verdict?.answered).toBe(sheet.files.length);
    await model.takeBack([csv(['elsewhere.jpg,cats'])]);
    expect(b.model.trouble).toBe('answers-no-probes');
    await model.takeBack([new File(['{}'], 'x.probes.json')]);
    expect(b.model.trouble).toBe('sheet-not-ours');
    const foreign = (await saved.text()).replace(receipt.commitment, 'f'.repeat(64));
    await model.takeBack([new File([foreign], 'x.probes.json')]);
    expect(b.model.trouble).toBe('other-receipt');
  });

  test('asks a model\u2019s own files: its size, its classes by name, and what it said', async () => {
    const { ask, model } = b.session;
    await model.add(handed(many(60)));
    await ask.open([new File(['x'], 'net.onnx')]);
    expect(ask.store.getState()).toMatchObject({
      model: { name: 'net.onnx', kind: 'onnx', layout: 'nchw' },
      side: 64,
      scaling: 'imagenet',
    });
    ask.change({ classNames: 'other\nCats\n\nants' });
    ask.change(scaledAs('unit'));
    const ended = ask.ask();
    await until(() => expect(b.models[0]?.asked).not.toBeNull());
    const { task, input, end } = b.models[0]?.asked ?? { task: null, input: null, end: () => {} };
    expect(input).toMatchObject({ side: 64, layout: 'nchw', mean: [0, 0, 0] });
    const sheet = task?.plan.sheet;
    if (!sheet) throw new Error('nothing was asked');
    expect([sheet.side, sheet.shape]).toEqual([64, 'square']);
    const place = [3, 2, 1];
    const said = new Map(
      sheet.files.map(({ name, label, filter }) => [name, filter === 'own' ? (place[label ?? 0] ?? 0) : 0]),
    );
    end({ kind: 'answered', sheet, failed: 0, said, classes: 4 });
    await ended;
    expect(b.model.answers).toMatchObject({
      name: 'net.onnx',
      askedBy: 'onnx',
      classes: ['other', 'Cats', '2', 'ants'],
      classOf: ['ants', null, 'Cats'],
    });
    model.setClass(1, '2');
    expect(b.model.verdict?.overall.word).toBe('very-strong');
    const { opened } = b.claim;
    expect(opened && modelReportOf(b.model, opened, 0)?.askedBy).toBe('onnx');
  });

  test('gives a model its colours as they were typed, and asks nothing while those are no numbers', async () => {
    const { ask, model } = b.session;
    await model.add(handed(many(60)));
    await ask.open([new File(['x'], 'net.onnx')]);
    expect(ask.store.getState().colours).toEqual({
      channels: 'rgb',
      mean: '0.485, 0.456, 0.406',
      std: '0.229, 0.224, 0.225',
    });
    ask.change({ scaling: 'custom', colours: { ...ask.store.getState().colours, std: '0.5, 0' } });
    await ask.ask();
    ask.change({ scaling: 'custom', colours: { ...ask.store.getState().colours, std: '0' } });
    await ask.ask();
    ask.change({ side: 0 });
    ask.change({ scaling: 'custom', colours: { ...ask.store.getState().colours, std: '0.25' } });
    await ask.ask();
    expect(b.models[0]?.asked).toBeNull();
    ask.change({ side: 48 });
    ask.change({
      scaling: 'custom',
      colours: { ...ask.store.getState().colours, channels: 'bgr', mean: '[0.1 0.2 0.3]' },
    });
    expect(ask.store.getState().scaling).toBe('custom');
    const ended = ask.ask();
    await until(() => expect(b.models[0]?.asked).not.toBeNull());
    expect(b.models[0]?.asked?.input).toEqual({
      side: 48,
      layout: 'nchw',
      channels: 'bgr',
      mean: [0.1, 0.2, 0.3],
      std: [0.25, 0.25, 0.25],
    });
    ask.cancel();
    await ended;
    ask.change(scaledAs('caffe'));
    expect(ask.store.getState().colours.mean).toBe('0.407604, 0.457957, 0.48502');
  });

  test('draws photos for probes, other ones than the newcomer\u2019s, and says when it cannot', async () => {
    const { model } = b.session;
    await model.addSamples();
    expect(b.model).toMatchObject({ samples: 'noisy-canvas', photos: [] });
    b.drawing = async () => lostWorker;
    await model.addSamples();
    expect(b.model).toMatchObject({ samples: lostWorker, photos: [] });
    const wanted: (SampleNumbers | undefined)[] = [];
    b.drawing = async numbers => {
      wanted.push(numbers);
      return handed(many(60));
    };
    await model.addSamples();
    expect(b.model).toMatchObject({ samples: 'drawn', reading: null, nothing: false });
    expect(b.model.photos).toHaveLength(60);
    expect(wanted[0]?.first).toBeGreaterThan(12);
    model.clear();
    expect(b.model).toMatchObject({ samples: 'none', photos: [] });
  });

  test('says why a model cannot be asked, and lets go of the one before', async () => {
    const { ask, model } = b.session;
    const trouble = () => ask.store.getState().trouble;
    await ask.open([new File(['x'], 'net.onnx')]);
    b.opening = { kind: 'refused', reason: 'missing-files', names: ['w.bin'] };
    await ask.open([new File(['{}'], 'model.json')]);
    expect(b.models[0]?.closed).toBe(true);
    expect(trouble()).toEqual({ kind: 'missing-files', detail: 'w.bin' });
    expect(ask.store.getState().model).toBeNull();
    b.opening = { kind: 'opened', model: 'tfjs', shape: [null, 10] };
    await ask.open([new File(['{}'], 'model.json')]);
    expect(trouble()).toEqual({ kind: 'not-pictures' });
    b.opening = { kind: 'opened', model: 'tfjs', shape: [null, null, null, 3] };
    await ask.open([new File(['{}'], 'model.json')]);
    expect(ask.store.getState()).toMatchObject({ side: 224, scaling: 'unit', trouble: null });
    await model.add(handed(many(3)));
    await ask.ask();
    expect(trouble()).toMatchObject({ kind: 'probes', refusal: { kind: 'too-few', photos: 3 } });
    await model.add(handed(many(60)));
    const first = ask.ask();
    await until(() => expect(b.models.at(-1)?.asked).not.toBeNull());
    ask.cancel();
    await first;
    expect(ask.store.getState().run.kind).toBe('idle');
    const second = ask.ask();
    await until(() => expect(ask.store.getState().run.kind).toBe('running'));
    await until(() => {
      b.models.at(-1)?.asked?.end({ kind: 'failed', detail: 'a shape' });
      expect(ask.store.getState().run.kind).toBe('idle');
    });
    await second;
    expect(trouble()).toEqual({ kind: 'failed', detail: 'a shape' });
    expect(b.model.verdict).toBeNull();
  });

  test('the report checks the receipt against what was published, and names no file', async () => {
    const { model } = b.session;
    await model.add(handed(many(60)));
    const sheet = await made();
    await model.takeBack([csv(sheet.files.map(({ name }) => `${name},cats`))]);
    const { opened } = b.claim;
    if (!opened) throw new Error('no receipt');
    const check = () => modelReportOf(b.model, opened, 0)?.published;
    expect(check()).toBe('none');
    model.setPublished(`on that day: commitment:${receipt.commitment}`);
    expect(check()).toBe('same-filters');
    model.setPublished(`sha256:${opened.published?.sha256}`);
    expect(check()).toBe('same-file');
    model.setPublished('f'.repeat(64));
    expect(check()).toBe('different');
    const report = modelReportOf(b.model, opened, 0);
    if (!report) throw new Error('no report');
    const files = (['html', 'json'] as const).map(kind => verdictFile(report, kind, 'holiday'));
    expect(files.map(({ name }) => name)).toEqual(['holiday.verdict.html', 'holiday.verdict.json']);
    for (const { blob } of files) {
      const content = await blob.text();
      expect(content).toContain(receipt.commitment);
      for (const secret of ['p1.png', 'answers.csv', 'the key']) expect(content).not.toContain(secret);
      expect(content).not.toMatch(/trace\.model|verdictReport\./);
    }
  });
});
