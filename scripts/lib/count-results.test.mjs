import { describe, expect, it } from 'vitest';
import { countResults } from './count-results.mjs';

const report = {
  numPassedTests: 7,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  success: true,
  testResults: [{ status: 'passed', assertionResults: [{}] }],
};

describe('countResults', () => {
  it('counts what passed, failed and was skipped', () => {
    expect(countResults(report, 0)).toEqual({ passed: 7, failed: 0, skipped: 0 });
    const mixed = { ...report, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 };
    expect(countResults(mixed, 1)).toEqual({ passed: 7, failed: 2, skipped: 2 });
  });

  it('counts a file that could not be loaded', () => {
    const broken = { ...report, testResults: [{ status: 'failed', assertionResults: [] }] };
    expect(countResults(broken, 1).failed).toBe(1);
  });

  it('counts an error outside of any test', () => {
    expect(countResults(report, 1).failed).toBe(1);
  });

  it('counts a run without a report as failed', () => {
    expect(countResults(null, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});
