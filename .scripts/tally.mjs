/** Counts tests in the runners' JSON reports. Whatever went wrong outside a test counts as one that failed. */

/** @typedef {{ passed: number, failed: number, again?: number }} Tally `again`: how many of those that passed did so only when tried again. */

/**
 * @typedef {object} VitestReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {{ status: string, assertionResults: { status: string }[] }[]} testResults
 */

/** @typedef {{ stats: { expected: number, unexpected: number, flaky: number }, errors: unknown[] }} PlaywrightReport */

/**
 * A file that cannot be loaded has no failed test in it, and counts as one.
 * @param {VitestReport} report
 * @returns {Tally}
 */
export function tallyVitest({ numPassedTests, numFailedTests, testResults }) {
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  );
  return { passed: numPassedTests, failed: numFailedTests + broken.length };
}

/**
 * A browser on a busy machine is now and then too late: a test that failed is tried once more, and said to have been.
 * @param {PlaywrightReport} report
 * @returns {Tally}
 */
export function tallyPlaywright({ stats, errors }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    ...(stats.flaky > 0 && { again: stats.flaky }),
  };
}

/**
 * What a runner's run counts for: its own tally, and one failure more when it failed, or ran nothing, without saying so.
 * @param {Tally | null} tally Null when it left no report.
 * @param {boolean} ok Whether the runner ended well.
 * @returns {Tally}
 */
export function settle(tally, ok) {
  if (tally === null) return { passed: 0, failed: 1 };
  const silent = tally.failed === 0 && (!ok || tally.passed === 0);
  return silent ? { ...tally, failed: 1 } : tally;
}
