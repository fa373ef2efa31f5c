/** Reads what Vitest and Playwright wrote about a run, and counts. */
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/** @returns {Tally} */
export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

export const nothing = { passed: 0, failed: 0, skipped: 0 };

/** A check without tests of its own counts as one test. */
export const one = ok => (ok ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 });

/** Vitest's JSON. A file that does not even load holds no tests and counts as one that failed. */
function vitest(report) {
  const unloadable = report.testResults.filter(f => f.status === 'failed' && f.assertionResults.length === 0);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloadable.length,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  };
}

/** Playwright's JSON. A test that passed only on a second try counts as failed. */
function playwright({ stats, errors }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + (errors?.length ?? 0),
    skipped: stats.skipped,
  };
}

const readers = { vitest, playwright };

/**
 * Counts one run. A run that ended badly without naming a failed test, or wrote no report, or ran nothing, counts
 * as one failure: silence is no success.
 * @param {'vitest' | 'playwright'} kind
 * @param {string} file where the report was to be written
 * @param {number} code the exit code
 * @returns {Tally}
 */
export function tallyOf(kind, file, code) {
  if (!existsSync(file)) return one(false);
  let tally;
  try {
    tally = readers[kind](JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return one(false);
  }
  const silent = tally.failed === 0 && (code !== 0 || tally.passed + tally.skipped === 0);
  return silent ? add(tally, one(false)) : tally;
}
