import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseInstant } from '../base/instant.ts'
import { lineStarts, positionAt } from '../base/position.ts'
import { parsePostmortem } from '../document/parse.ts'
import type { Fact } from '../evidence/fact.ts'
import type { Entry } from '../record/entry.ts'
import { fixText } from './fixes.ts'
import { OWN_RULES } from './own-rules.ts'
import { DEFAULT_POLICY } from './policy.ts'
import { PROBLEM_RULES } from './problem-rules.ts'
import { readSamples, type Sample } from './read-samples.ts'
import { type CheckContext, type Finding, GATES, type Gate, GROUPS, type Rule } from './rule.ts'
import { severityAt } from './rule-info.ts'
import { RULES } from './rules.ts'
import { checkPostmortem } from './run-rules.ts'
import { ALL_RULES } from './selection.ts'

const folder = new URL('./rules/', import.meta.url)
const folders = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

function contextOf(sample: Sample, text = sample.text): CheckContext {
  const entries = sample.record?.map((entry, at) => ({ id: `e${at}`, text: '', previous: null, ...entry }))
  const facts = sample.evidence?.map((fact, at) => ({
    id: `notes:${at}`,
    source: 'notes',
    externalId: String(at),
    rawTime: '',
    type: 'note',
    ...fact,
    at: parseInstant((fact as { at: string }).at),
  }))
  return {
    postmortem: parsePostmortem(text),
    record: (entries as unknown as Entry[]) ?? null,
    evidence: (facts as unknown as Fact[]) ?? null,
    policy: { ...DEFAULT_POLICY, ...sample.policy },
    now: sample.now === null ? null : parseInstant(sample.now),
  }
}

function findingsOf(rule: Rule, sample: Sample, gate: Gate, text = sample.text): Finding[] {
  return checkPostmortem(contextOf(sample, text), { gate, rules: [rule] }).filter((each) => each.rule === rule.id)
}

function firstGate(rule: Rule): Gate {
  return GATES.find((gate) => severityAt(rule, gate) !== 'off') ?? 'close'
}

describe('the list of rules', () => {
  it('names every folder once, sorted', () => {
    expect(RULES.map((rule) => rule.id)).toEqual([...folders].sort())
  })

  it('gives every rule and problem a name of its own, in kebab-case, and a group', () => {
    const ids = ALL_RULES.map((rule) => rule.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const rule of ALL_RULES) {
      expect(rule.id).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
      expect(GROUPS).toContain(rule.group)
      expect(rule.holds).toMatch(/^[A-Z].*\.$/)
    }
    expect(ALL_RULES.length).toBe(RULES.length + PROBLEM_RULES.length + OWN_RULES.length)
  })
})

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const page = readSamples(readFileSync(new URL(`${id}/README.md`, folder), 'utf8'))

  it('is documented: its name, why, and samples both ways', () => {
    expect(page.title).toBe(id)
    expect(page.why.length).toBeGreaterThan(40)
    expect(page.bad.length).toBeGreaterThan(0)
    expect(page.good.length).toBeGreaterThan(0)
  })

  it.each(page.bad.map((sample) => [sample.at, sample] as const))(
    'finds the Bad sample at README line %i',
    (_, sample) => {
      const gate = sample.gate ?? firstGate(rule)
      const findings = findingsOf(rule, sample, gate)
      const starts = lineStarts(sample.text)
      const places = findings.map((each) => ({ line: positionAt(starts, each.span.from).line, message: each.message }))
      for (const line of sample.lines) {
        expect(
          places.map((place) => place.line),
          JSON.stringify(places),
        ).toContain(line)
        const there = findings.filter((each) => positionAt(starts, each.span.from).line === line)
        if (sample.message !== null) expect(there.map((each) => each.message).join('\n')).toContain(sample.message)
        if (sample.severity !== null) expect(there.map((each) => each.severity)).toContain(sample.severity)
      }
      for (const finding of findings) {
        expect(finding.span.from).toBeLessThanOrEqual(finding.span.to)
        expect(finding.span.to).toBeLessThanOrEqual(sample.text.length)
        expect(finding.message).toMatch(/[.?。]$/)
      }
      if (sample.fixed !== null) {
        const fixed = fixText(sample.text, (text) => findingsOf(rule, sample, gate, text))
        expect(fixed).toMatchObject({ ok: true, value: { text: sample.fixed } })
      }
    },
  )

  it.each(page.good.map((sample) => [sample.at, sample] as const))(
    'is silent on the Good sample at README line %i',
    (_, sample) => {
      for (const gate of GATES) expect(findingsOf(rule, sample, gate)).toEqual([])
    },
  )
})
