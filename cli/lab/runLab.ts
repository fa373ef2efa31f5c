import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LabRun, MadeOf } from '../../src/prove/state/labModel.ts';
import type { RunGroup } from '../../src/prove/state/labPlan.ts';
import { openPage } from '../browser/openPage.ts';
import type { Home } from '../home.ts';
import type { LabRuns, LabWishes } from '../pages/lab.ts';
import { refuse } from '../terminal/refusal.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { Cells } from './cells.ts';
import { percent, trainingNames } from './words.ts';

export interface LabOutcome extends LabRuns {
  readonly seconds: number;
  /** Where the reports lie: as a page, and as data. */
  readonly report: string;
  readonly data: string;
}

const reports = { html: 'report.html', csv: 'runs.csv', epochs: 'epochs.csv', json: 'report.json' } as const;

/**
 * Trains as `wishes` say on the photos of `folder`, and writes the reports into `out`.
 *
 * @param cells keeps each run as it ends; null where nothing is kept
 * @throws Refusal
 */
export async function runLab(
  folder: string,
  wishes: LabWishes,
  out: string,
  cells: Cells | null,
  terminal: Terminal,
  home: Home,
): Promise<LabOutcome> {
  const { page, close } = await openPage('lab.html', 'lab', terminal, home);
  try {
    await page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('#photos');
      if (field) field.webkitdirectory = true;
    });
    await page.locator('#photos').setInputFiles(folder);
    const begun = performance.now();
    await page.evaluate(given => window.lab.begin(given), wishes);
    const keeper = new Keeper(wishes, cells, terminal);
    let news = await page.evaluate(() => window.lab.news());
    while (news.kind === 'at-work') {
      keeper.look(news);
      terminal.show(lineOf(news.runs));
      await sleep(1000, undefined, { signal: terminal.signal });
      news = await page.evaluate(() => window.lab.news());
    }
    terminal.show('');
    if (news.kind === 'trouble')
      refuse(`In ${folder} there are no photos in folders of their own, one folder a label.`);
    keeper.look(news);
    mkdirSync(out, { recursive: true });
    for (const kind of Object.keys(reports) as (keyof typeof reports)[]) {
      const content = await page.evaluate(one => window.lab.report(one), kind);
      if (content !== null) writeFileSync(join(out, reports[kind]), content);
    }
    const seconds = (performance.now() - begun) / 1000;
    const { runs, series, machine } = news;
    return { runs, series, machine, seconds, report: join(out, reports.html), data: join(out, reports.json) };
  } finally {
    await close();
  }
}

/** Keeps each run as it ends, and says so. */
class Keeper {
  readonly #wishes: LabWishes;
  readonly #cells: Cells | null;
  readonly #terminal: Terminal;
  readonly #kept = new Set<number>();

  constructor(wishes: LabWishes, cells: Cells | null, terminal: Terminal) {
    this.#wishes = wishes;
    this.#cells = cells;
    this.#terminal = terminal;
  }

  look({ runs, series }: LabRuns): void {
    for (const [at, one] of series.entries()) {
      const group = this.#wishes.groups[at];
      if (!group || !one.made) continue;
      checkSame(group, one.made);
      // Those that were done before stand first.
      const own = runs.filter(run => run.series === one.id).slice(group.done.length);
      for (const run of own) this.#keep(run, group, one.made);
    }
  }

  #keep(run: LabRun, group: RunGroup, made: MadeOf): void {
    if (run.state.kind !== 'done' || this.#kept.has(run.id)) return;
    this.#kept.add(run.id);
    if (this.#cells === null) return;
    const { result } = run.state;
    this.#cells.add(group, this.#wishes.pictures, { experiment: run.experiment, result }, made);
    const last = result.history.at(-1)?.testAccuracy ?? 0;
    const of = `${group.column ?? run.experiment.training}, ${run.experiment.regime.kind}`;
    this.#terminal.say(`${of}: ${percent(last)}, ${Math.round(result.seconds)} s`);
  }
}

/** A table that goes on must go on with the same pictures. @throws Refusal */
function checkSame(group: RunGroup, made: MadeOf): void {
  if (group.made === null || JSON.stringify(group.made.hashes) === JSON.stringify(made.hashes)) return;
  refuse(
    'What was kept of this table is of other photos or another key. Give it another folder with --out, or begin anew with --anew.',
  );
}

function lineOf(runs: readonly LabRun[]): string {
  const ended = runs.filter(({ state }) => ['done', 'stopped', 'failed'].includes(state.kind)).length;
  const going = runs.flatMap(run => (run.state.kind === 'training' ? [goingOf(run)] : []));
  const few = runs.length <= 3 ? '' : `${ended} of ${runs.length} · `;
  return `${few}${going.join(' · ')}`;
}

function goingOf({ experiment: { training, regime }, state, history }: LabRun): string {
  const last = history.at(-1);
  const done = state.kind === 'training' ? Math.floor((100 * state.step) / Math.max(1, state.steps)) : 0;
  return `${trainingNames[training]}, ${regime.kind}: ${done} %${last ? `, ${percent(last.testAccuracy)}` : ''}`;
}
