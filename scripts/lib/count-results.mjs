/**
 * What vitest's JSON reporter writes, as far as it is read here.
 * @typedef {{ status: string, message?: string, assertionResults: unknown[] }} FileResult
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests?: number, success: boolean, testResults: FileResult[] }} Report
 * @typedef {{ passed: number, failed: number, skipped: number }} Count
 */

/**
 * Counts tests. A file that could not be loaded is one failure; so is a run without a report, and one that
 * says it failed although every test passed (an error outside of any test).
 * @param {Report | null} report
 * @param {number} exitCode of vitest
 * @returns {Count}
 */
export function countResults(report, exitCode) {
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + unloaded;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  };
}
