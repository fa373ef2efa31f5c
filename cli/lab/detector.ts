import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { presetOf } from '../../src/core/settings.ts';
import type { Hits } from '../../src/prove/core/crossValidation.ts';
import type { Auc } from '../../src/prove/core/detector/auc.ts';
import { type Told, toldBy } from '../../src/prove/core/detector/detect.ts';
import { editNames } from '../../src/prove/core/detector/edits.ts';
import { wilsonInterval } from '../../src/prove/core/wilson.ts';
import type { Detected } from '../../src/prove/worker/detectorClient.ts';
import { openPage } from '../browser/openPage.ts';
import type { Home } from '../home.ts';
import type { DetectorNews } from '../pages/detector.ts';
import { type Exit, exits } from '../terminal/exit.ts';
import { refuse } from '../terminal/refusal.ts';
import { table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { commitOfSources } from './commit.ts';

/** Tries whether a scraper could tell photos of `folder` under each preset, and writes figures into `out`. @throws Refusal */
export async function runDetector(
  folder: string,
  out: string,
  terminal: Terminal,
  home: Home,
): Promise<Exit> {
  const { page, close } = await openPage('detector.html', 'detector', terminal, home);
  try {
    await page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('#photos');
      if (field) field.webkitdirectory = true;
    });
    await page.locator('#photos').setInputFiles(folder);
    await page.evaluate(() => window.detector.begin());
    let news = await page.evaluate(() => window.detector.news());
    while (news.kind === 'at-work') {
      terminal.show(lineOf(news));
      await sleep(1000, undefined, { signal: terminal.signal });
      news = await page.evaluate(() => window.detector.news());
    }
    terminal.show('');
    if (news.kind === 'nothing-found')
      refuse(`In ${folder} there are not two folders of five photos each, one folder a label.`);
    if (news.kind === 'came-to-nothing') refuse(`It came to nothing: ${JSON.stringify(news.check)}.`);
    const { detected } = news.finding;
    printDetected(detected, terminal);
    mkdirSync(out, { recursive: true });
    const path = join(out, 'detector.json');
    writeFileSync(path, `${JSON.stringify({ commit: commitOfSources(), ...news.finding }, null, 1)}\n`);
    terminal.print(`\nFigures: ${path}`);
    return detected.failed > 0 ? exits.partly : exits.done;
  } finally {
    await close();
  }
}

function lineOf({ check }: Extract<DetectorNews, { kind: 'at-work' }>): string {
  if (check.kind !== 'running' || check.progress === null) return 'reading';
  const { step, done, total } = check.progress;
  return `${step}: ${done} of ${total}`;
}

const verdicts: Readonly<Record<Told, string>> = {
  easily: 'easily told',
  partly: 'told in part',
  hardly: 'hardly told',
  unsure: 'too few to say',
};

const head = [
  'protected with',
  'told',
  'AUC (95 %)',
  'found',
  ...editNames.map(edit => `${edit} taken for it`),
];

/** The table of all presets, and what its columns say. */
export function printDetected({ rows, photos, labels, failed }: Detected, terminal: Terminal): void {
  terminal.print('Whether a scraper can tell protected photos of labels and keys that it has not met:\n');
  const lines = rows.map(({ settings, detection }) => {
    const { auc, found, edits } = detection;
    const name = presetOf(settings) ?? '';
    return [
      settings.method === 'cuda' ? `cuda (${settings.kernelSize}, ${settings.strength})` : name,
      verdicts[toldBy(auc)],
      aucText(auc),
      shareText(found),
      ...editNames.map(edit => shareText(edits[edit].taken)),
    ];
  });
  terminal.print(table(head, lines));
  terminal.print(
    `\nAUC: how often a protected photo scores higher than a clean one; guessing gives 0.500. Found, and taken for it: per cent of
protected and of ordinarily edited photos that are called protected where 5 in 100 clean ones are. ${photos} photos of ${labels} labels, each
under two keys of its own${failed > 0 ? `; ${failed} could not be looked at` : ''}. A scraper with more photos to learn from tells more.`,
  );
}

const aucText = ({ area, low, high }: Auc): string =>
  `${area.toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`;

function shareText({ right, total }: Hits): string {
  const { low, high } = wilsonInterval(right, total);
  const percent = (share: number) => (100 * share).toFixed(0);
  return `${percent(right / Math.max(1, total))} (${percent(low)}–${percent(high)})`;
}
