import { givenFiles } from '../../src/state/model/givenFile.ts';
import '../../src/locales/later.ts';
import type { MethodSettings } from '../../src/core/settings.ts';
import type { PictureSettings } from '../../src/prove/core/experiment.ts';
import { browserLab } from '../../src/prove/state/browserLab.ts';
import type { LabRun, LabState, Series } from '../../src/prove/state/labModel.ts';
import type { RunGroup } from '../../src/prove/state/labPlan.ts';
import { hasEnded } from '../../src/prove/state/labQueue.ts';
import {
  originHere,
  type ReportKind,
  reportFile,
  reportKinds,
  reportOf,
} from '../../src/prove/state/labReports.ts';
import { createLabSession } from '../../src/prove/state/labSession.ts';
import { createProveSession } from '../../src/prove/state/proveSession.ts';
import { browserServices } from '../../src/state/browserServices.ts';
import { createKeyveil } from '../../src/state/createKeyveil.ts';
import { keyReady } from './keyReady.ts';

/** The training lab without its page: the app's own state and workers, driven by cli/lab. */

export interface LabWishes {
  readonly passphrase: string;
  readonly dataset: string;
  readonly settings: MethodSettings;
  readonly pictures: PictureSettings;
  readonly groups: readonly RunGroup[];
  /** Of the sources; null where that is not known. */
  readonly commit: string | null;
}

/** The runs, and what their pictures were made of. */
export interface LabRuns {
  readonly runs: readonly LabRun[];
  readonly series: readonly Pick<Series, 'id' | 'table' | 'made'>[];
  readonly machine: LabState['machine'];
}

/** Where the runs are; `trouble` when they cannot begin. */
export type LabNews =
  | ({ readonly kind: 'at-work' } & LabRuns)
  | { readonly kind: 'trouble'; readonly why: 'nothing-found' | 'no-key' }
  | ({ readonly kind: 'ended' } & LabRuns);

interface LabPage {
  /** Begins with the files of the page's file field. */
  begin(wishes: LabWishes): Promise<void>;
  news(): LabNews;
  /** Of the runs that have ended, by kind of file; null where no pictures were made. */
  report(kind: ReportKind): Promise<string | null>;
  readonly reportKinds: readonly ReportKind[];
}

declare global {
  interface Window {
    lab: LabPage;
  }
}

const keyveil = createKeyveil(browserServices());
const check = createProveSession(keyveil.store, keyveil.photoSetServices);
const lab = createLabSession(keyveil.store, keyveil.photoSetServices, browserLab());
let trouble: Extract<LabNews, { kind: 'trouble' }> | null = null;
let sources: string | null = null;

window.lab = {
  reportKinds,

  async begin({ passphrase, dataset, settings, pictures, groups, commit }) {
    sources = commit;
    const field = document.querySelector<HTMLInputElement>('#photos');
    keyveil.actions.setDataset(dataset);
    keyveil.actions.setSettings(settings);
    keyveil.actions.setPassphrase(passphrase);
    await check.take(Promise.resolve(givenFiles(field?.files ?? [])));
    const { source } = check.store.getState();
    if (source.kind !== 'dropped') trouble = { kind: 'trouble', why: 'nothing-found' };
    else if (!(await keyReady(keyveil.store))) trouble = { kind: 'trouble', why: 'no-key' };
    else {
      lab.change({ pictures });
      lab.train(source, groups);
    }
  },

  news() {
    if (trouble) return trouble;
    const { runs, machine, series: all } = lab.store.getState();
    const series = all.map(({ id, table, made }) => ({ id, table, made }));
    const ended = runs.length > 0 && runs.every(hasEnded);
    return { kind: ended ? 'ended' : 'at-work', runs, series, machine };
  },

  async report(kind) {
    const { series, runs } = lab.store.getState();
    const [one] = series;
    const origin = { ...originHere(navigator), commit: sources };
    const report = reportOf(series, runs, origin);
    return report && one ? reportFile(report, kind, one.basis.dataset).blob.text() : null;
  },
};
