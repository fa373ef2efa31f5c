import { accuracy } from './confusion.ts';
import type { Answers } from './experiment.ts';
import type { LabReport, ReportedRun } from './labReport.ts';
import { wilsonInterval } from './wilson.ts';

/** Whether runs that were repeated came to what a report says. */

export type Agreement =
  /** Every answer is the same. */
  | 'same'
  /** Not every answer, but each accuracy lies in the other's interval: another machine, or another way to round. */
  | 'within'
  /** The accuracies do not agree. */
  | 'other'
  /** One of the two did not come to its end. */
  | 'not-ended';

export interface Repeated {
  readonly run: ReportedRun;
  readonly again: ReportedRun | null;
  readonly agreement: Agreement;
  /** Whether both were made of the same pictures; where not, photos, key or settings are others. */
  readonly samePictures: boolean;
}

/** Each run of a report beside the one of the repetition that has the same experiment and settings. */
export function repeatedRuns(report: LabReport, again: LabReport): readonly Repeated[] {
  return report.runs.map(run => {
    const other = again.runs.find(one => keyOf(one) === keyOf(run)) ?? null;
    return {
      run,
      again: other,
      agreement: agreementOf(run, other),
      samePictures: other !== null && JSON.stringify(other.hashes) === JSON.stringify(run.hashes),
    };
  });
}

function keyOf({ experiment, settings, column }: ReportedRun): string {
  return JSON.stringify([column, settings, Object.entries(experiment).sort()]);
}

function agreementOf({ end }: ReportedRun, again: ReportedRun | null): Agreement {
  if (end.kind !== 'trained' || again?.end.kind !== 'trained') return 'not-ended';
  const [first, second] = [end.result, again.end.result];
  const answers = ({ clean, own, other }: typeof first) => JSON.stringify([clean, own, other]);
  if (answers(first) === answers(second)) return 'same';
  return liesIn(first.clean, second.clean) && liesIn(second.clean, first.clean) ? 'within' : 'other';
}

/** Whether the accuracy of `answers` lies in the interval of `others`. */
function liesIn(answers: Answers, others: Answers): boolean {
  const tests = others.confusion.flat().reduce((sum, count) => sum + count, 0);
  const { low, high } = wilsonInterval(accuracy(others) * tests, tests);
  return accuracy(answers) >= low && accuracy(answers) <= high;
}
