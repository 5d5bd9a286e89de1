import { expect, test } from 'vitest';
import { settle, tallyPlaywright, tallyVitest } from '../../.scripts/tally.mjs';

test('a unit test file that cannot be loaded counts as one failure', () => {
  const report = {
    numPassedTests: 7,
    numFailedTests: 1,
    testResults: [
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'failed', assertionResults: [] },
    ],
  };
  expect(tallyVitest(report)).toEqual({ passed: 7, failed: 2 });
});

test('a browser test that passed at a second try is told apart; an error outside any test has failed', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1 };
  expect(tallyPlaywright({ stats, errors: [{}] })).toEqual({ passed: 6, failed: 2, again: 1 });
  expect(tallyPlaywright({ stats: { ...stats, flaky: 0 }, errors: [] })).toEqual({ passed: 5, failed: 1 });
});

test('a runner that failed without a failed test counts as one failure', () => {
  expect(settle({ passed: 5, failed: 0 }, false)).toEqual({ passed: 5, failed: 1 });
  expect(settle(null, false)).toEqual({ passed: 0, failed: 1 });
});

test('a runner that ran nothing has failed', () => {
  expect(settle({ passed: 0, failed: 0 }, true)).toEqual({ passed: 0, failed: 1 });
});

test('a runner that passed keeps its count', () => {
  expect(settle({ passed: 5, failed: 0 }, true)).toEqual({ passed: 5, failed: 0 });
});
