import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parsePostmortem } from '../document/parse.ts'
import { blankPostmortem } from '../document/template.ts'
import { DEFAULT_POLICY } from './policy.ts'
import { type Finding, GATES, type Gate } from './rule.ts'
import { checkPostmortem } from './run-rules.ts'

function findingsOf(source: string, gate: Gate): Finding[] {
  const postmortem = parsePostmortem(source)
  return checkPostmortem(
    { postmortem, record: null, evidence: null, policy: DEFAULT_POLICY, now: Date.UTC(2026, 10, 23) },
    { gate },
  )
}

const material = process.env.NEVERTWICE_MATERIAL ?? new URL('../../../shared', import.meta.url).pathname
const template = `${material}/format/template.md`

describe('the blank template', () => {
  const texts: [string, string | null][] = [
    ['as given', existsSync(template) ? readFileSync(template, 'utf8') : null],
    ['as written by new', blankPostmortem()],
  ]
  for (const [name, source] of texts) {
    it.skipIf(source === null)(`${name} breaks no rule but no-placeholders, at any gate`, () => {
      for (const ending of ['\n', '\r\n']) {
        for (const gate of GATES) {
          const findings = findingsOf(source!.replaceAll('\n', ending), gate)
          expect(findings.filter((each) => each.rule !== 'no-placeholders')).toEqual([])
          expect(findings.length).toBeGreaterThan(30)
        }
      }
    })
  }
})
