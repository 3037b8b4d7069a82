/** Turns the test runner's own JSON result into the closing line and the verdict of `npm test`. */

/**
 * The parts of vitest's JSON result that are read.
 * @typedef {object} RunnerResult
 * @property {{ name: string, status: string, message?: string, assertionResults: { fullName: string, status: string }[] }[]} testResults
 */

/**
 * @param {RunnerResult | null} result null where the runner left none
 * @param {{ runnerCode: number, otherFailures: number, skipsFail: boolean, excused?: RegExp }} circumstances the runner's
 *   exit code, how many checks besides the tests failed, whether a skipped test is a failure (in CI, where the material is expected),
 *   and the names of those that may be skipped even there
 * @returns {{ line: string, code: number, skipped: string[], unexcused: string[] }} the line, the exit code, and the full names of
 *   skipped tests, of all and of those without excuse
 */
export function closingLine(result, { runnerCode, otherFailures, skipsFail, excused }) {
  let passed = 0
  let failed = otherFailures
  const skipped = []
  let failedInRunner = 0
  for (const file of result?.testResults ?? []) {
    let failedInFile = 0
    for (const test of file.assertionResults) {
      if (test.status === 'passed') passed++
      else if (test.status === 'failed') failedInFile++
      else skipped.push(test.fullName)
    }
    // A file that could not be loaded has no tests to fail, yet it failed.
    if (file.status === 'failed' && failedInFile === 0) failedInFile = 1
    failedInRunner += failedInFile
  }
  // An error outside of any test, or a runner that died, shows in the exit code only.
  if (failedInRunner === 0 && (runnerCode !== 0 || result === null)) failedInRunner = 1
  failed += failedInRunner
  const line = `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`
  const unexcused = skipped.filter((name) => !excused?.test(name))
  return { line, code: failed > 0 || passed === 0 || (skipsFail && unexcused.length > 0) ? 1 : 0, skipped, unexcused }
}
