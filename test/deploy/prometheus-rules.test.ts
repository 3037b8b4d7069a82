/** The alert rules: fit for Prometheus, tested by its own tool, and about metrics that there are. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { findPromtool } from '../../scripts/setup/promtool.mjs'
import { metricsOf } from '../../src/server/metrics/metrics.ts'
import { sampleHouse } from '../../src/server/sample-house.ts'

const FOLDER = join(import.meta.dirname, '..', '..', 'deploy', 'prometheus')
const RULES = join(FOLDER, 'nevertwice.rules.yaml')
const TESTS = join(FOLDER, 'nevertwice.rules.test.yaml')
const promtool = findPromtool()

interface RuleFile {
  readonly groups: readonly { readonly rules: readonly { readonly alert: string; readonly expr: string }[] }[]
}
const rules = (parse(readFileSync(RULES, 'utf8')) as RuleFile).groups.flatMap((group) => group.rules)

describe('the alert rules', () => {
  it.skipIf(promtool === null)('are accepted by promtool', () => {
    expect(execFileSync(promtool!, ['check', 'rules', RULES], { encoding: 'utf8' })).toContain(`${rules.length} rules`)
  })

  it.skipIf(promtool === null)('fire when they should and not otherwise, as promtool says', () => {
    expect(execFileSync(promtool!, ['test', 'rules', TESTS], { encoding: 'utf8' })).toContain('SUCCESS')
  })

  it('are each tested', () => {
    const tests = readFileSync(TESTS, 'utf8')
    for (const { alert } of rules) {
      const cases = tests.split(`alertname: ${alert}\n`).slice(1)
      expect(cases.map((each) => /^\s*exp_alerts: \[\]/.test(each)).includes(true), `${alert} not firing`).toBe(true)
      expect(cases.map((each) => /^\s*exp_alerts:\n/.test(each)).includes(true), `${alert} firing`).toBe(true)
    }
  })

  it('are about metrics that the server tells', async () => {
    const world = await sampleHouse()
    const text = await metricsOf(world.house).text(world.house)
    await world.close()
    const named = new Set(rules.flatMap(({ expr }) => expr.match(/\bnevertwice_\w+/g) ?? []))
    expect(named.size).toBeGreaterThan(5)
    for (const name of named) expect(text).toContain(`# TYPE ${name} `)
  })
})
