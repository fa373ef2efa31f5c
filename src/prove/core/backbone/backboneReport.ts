import type { MethodSettings } from '../../../core/settings.ts';
import type { PictureSettings } from '../experiment.ts';
import { type BackboneFinding, backboneFigures } from './backbone.ts';

/** What a network was asked and what came of it, as a file. It holds no key and no file's name but the network's. */

const format = 'keyveil-backbone';
const version = 1;

export interface BackboneReport {
  /** When it was written: ISO 8601, UTC. */
  readonly when: string;
  /** Version of Keyveil. */
  readonly app: string;
  /** Browser, system and processor as far as the browser tells, for people. */
  readonly machine: string;
  /** Of the sources, as Git names it; null where that is not known. */
  readonly commit: string | null;
  /** The public name that went into the key. */
  readonly dataset: string;
  readonly dealing: Pick<PictureSettings, 'holdOut' | 'mostOfLabel' | 'seed'>;
  /** Of the column `chosen`, whether or not there is one. */
  readonly settings: MethodSettings;
  readonly finding: BackboneFinding;
}

/** The file's text: the report, and with each column what its answers come to. */
export function writeBackboneReport(report: BackboneReport): string {
  const { chance, entries } = backboneFigures(report.finding);
  const figures = entries.map(({ column, entry: { mean, low, high } }) => ({
    column,
    right: mean,
    low,
    high,
  }));
  return `${JSON.stringify({ format, version, ...report, chance, figures }, null, 2)}\n`;
}
