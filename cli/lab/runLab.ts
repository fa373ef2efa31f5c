import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LabRun, LabState } from '../../src/prove/state/labModel.ts';
import { openPage } from '../browser/openPage.ts';
import type { Home } from '../home.ts';
import type { LabWishes } from '../pages/lab.ts';
import { refuse } from '../terminal/refusal.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { percent, trainingNames } from './words.ts';

export interface LabOutcome {
  readonly runs: readonly LabRun[];
  readonly machine: LabState['machine'];
  readonly seconds: number;
  /** Where the report lies. */
  readonly report: string;
}

const reports = { html: 'report.html', csv: 'runs.csv', epochs: 'epochs.csv', json: 'report.json' } as const;

/** Trains as `wishes` say on the photos of `folder`, and writes the reports into `out`. @throws Refusal */
export async function runLab(
  folder: string,
  wishes: LabWishes,
  out: string,
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
    let news = await page.evaluate(() => window.lab.news());
    while (news.kind === 'at-work') {
      terminal.show(news.runs.map(lineOf).join(' · '));
      await sleep(1000, undefined, { signal: terminal.signal });
      news = await page.evaluate(() => window.lab.news());
    }
    terminal.show('');
    if (news.kind === 'trouble')
      refuse(`In ${folder} there are no photos in folders of their own, one folder a label.`);
    mkdirSync(out, { recursive: true });
    for (const kind of Object.keys(reports) as (keyof typeof reports)[]) {
      const content = await page.evaluate(one => window.lab.report(one), kind);
      if (content !== null) writeFileSync(join(out, reports[kind]), content);
    }
    const seconds = (performance.now() - begun) / 1000;
    return { runs: news.runs, machine: news.machine, seconds, report: join(out, reports.html) };
  } finally {
    await close();
  }
}

function lineOf({ experiment: { training }, state, history }: LabRun): string {
  const last = history.at(-1);
  const at =
    state.kind === 'training' ? `${Math.floor((100 * state.step) / Math.max(1, state.steps))} %` : state.kind;
  return `${trainingNames[training]}: ${at}${last ? `, ${percent(last.testAccuracy)}` : ''}`;
}
