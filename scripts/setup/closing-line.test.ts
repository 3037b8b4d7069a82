import { describe, expect, it } from 'vitest'
import { closingLine } from './closing-line.mjs'

const file = (statuses: string[], status = statuses.includes('failed') ? 'failed' : 'passed') => ({
  name: 'a.test.ts',
  status,
  assertionResults: statuses.map((each, index) => ({ fullName: `test ${index}`, status: each })),
})
const calm = { runnerCode: 0, otherFailures: 0, skipsFail: false }

describe('the closing line', () => {
  it('counts what passed', () => {
    expect(closingLine({ testResults: [file(['passed', 'passed']), file(['passed'])] }, calm)).toEqual({
      line: '3 passed, 0 failed',
      code: 0,
      skipped: [],
      unexcused: [],
    })
  })

  it('counts failures and ends with 1', () => {
    const verdict = closingLine({ testResults: [file(['passed', 'failed'])] }, { ...calm, runnerCode: 1 })
    expect(verdict).toMatchObject({ line: '1 passed, 1 failed', code: 1 })
  })

  it('names skipped tests, which fail only where everything is expected to be there', () => {
    const result = { testResults: [file(['passed', 'pending', 'skipped', 'todo'])] }
    expect(closingLine(result, calm)).toEqual({
      line: '1 passed, 0 failed, 3 skipped',
      code: 0,
      skipped: ['test 1', 'test 2', 'test 3'],
      unexcused: ['test 1', 'test 2', 'test 3'],
    })
    expect(closingLine(result, { ...calm, skipsFail: true }).code).toBe(1)
    expect(closingLine(result, { ...calm, skipsFail: true, excused: /^test [12]$/ })).toMatchObject({
      code: 1,
      unexcused: ['test 3'],
    })
    expect(closingLine(result, { ...calm, skipsFail: true, excused: /^test/ }).code).toBe(0)
  })

  it('counts a file that could not be loaded', () => {
    const result = { testResults: [file(['passed']), file([], 'failed')] }
    expect(closingLine(result, { ...calm, runnerCode: 1 })).toMatchObject({ line: '1 passed, 1 failed', code: 1 })
  })

  it('counts an error outside of any test', () => {
    const result = { testResults: [file(['passed'])] }
    expect(closingLine(result, { ...calm, runnerCode: 1 })).toMatchObject({ line: '1 passed, 1 failed', code: 1 })
  })

  it('counts a runner that left no result, whatever its exit code', () => {
    expect(closingLine(null, calm)).toMatchObject({ line: '0 passed, 1 failed', code: 1 })
    expect(closingLine(null, { ...calm, runnerCode: 137 })).toMatchObject({ line: '0 passed, 1 failed', code: 1 })
  })

  it('counts the checks besides the tests only where they failed', () => {
    const result = { testResults: [file(['passed'])] }
    expect(closingLine(result, { ...calm, otherFailures: 2 })).toMatchObject({ line: '1 passed, 2 failed', code: 1 })
  })

  it('does not call a run of no tests a success', () => {
    expect(closingLine({ testResults: [] }, calm)).toMatchObject({ line: '0 passed, 0 failed', code: 1 })
  })
})
