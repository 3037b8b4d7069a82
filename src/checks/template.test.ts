import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parsePostmortem } from '../document/parse.ts'
import { DEFAULT_POLICY } from './policy.ts'
import { GATES } from './rule.ts'
import { checkPostmortem } from './run-rules.ts'

const material = process.env.NEVERTWICE_MATERIAL ?? new URL('../../../shared', import.meta.url).pathname
const template = `${material}/format/template.md`

describe('the blank template', () => {
  it.skipIf(!existsSync(template))('breaks no rule but no-placeholders, at any gate', () => {
    const source = readFileSync(template, 'utf8')
    for (const ending of ['\n', '\r\n']) {
      const postmortem = parsePostmortem(source.replaceAll('\n', ending))
      for (const gate of GATES) {
        const context = {
          postmortem,
          record: null,
          evidence: null,
          policy: DEFAULT_POLICY,
          now: Date.UTC(2026, 10, 23),
        }
        const findings = checkPostmortem(context, { gate })
        expect(findings.filter((each) => each.rule !== 'no-placeholders')).toEqual([])
        expect(findings.length).toBeGreaterThan(40)
      }
    }
  })
})
