import { describe, expect, it } from 'vitest'
import { parsePostmortem } from '../document/parse.ts'
import { DEFAULT_POLICY } from './policy.ts'
import { type CheckContext, GATES, type Gate, type Rule } from './rule.ts'
import { severityAt } from './rule-info.ts'
import { checkPostmortem } from './run-rules.ts'
import { readSelection } from './selection.ts'

function contextOf(source: string): CheckContext {
  return { postmortem: parsePostmortem(source), record: null, evidence: null, policy: DEFAULT_POLICY, now: null }
}

/** Finds every occurrence of a word. */
function finder(id: string, word: string, severity: Rule['severity']): Rule {
  return {
    id,
    group: 'clarity',
    holds: 'Holds.',
    severity,
    *check({ postmortem: { source } }) {
      for (let at = source.indexOf(word); at !== -1; at = source.indexOf(word, at + 1)) {
        yield { span: { from: at, to: at + word.length }, message: `Found ${word}.` }
      }
    },
  }
}

const thrower: Rule = {
  ...finder('breaks-here', 'x', { draft: 'info', sign: 'error' }),
  // biome-ignore lint/correctness/useYield: a rule that breaks
  *check() {
    throw new Error('no such thing')
  },
}

describe('severityAt', () => {
  it('inherits from the gate before', () => {
    const info = finder('a', 'a', { draft: 'off', sign: 'warning', close: 'error' })
    expect(GATES.map((gate) => severityAt(info, gate))).toEqual(['off', 'off', 'warning', 'warning', 'error'])
  })
})

describe('checkPostmortem', () => {
  const rules = [
    finder('find-b', 'bb', { draft: 'info', review: 'error' }),
    finder('find-a', 'aa', { draft: 'warning' }),
  ]
  const source = '# Title\n\naa bb\n\nbb aa\n'
  const run = (gate: Gate, only?: string) => {
    const selection = only === undefined ? undefined : readSelection(only)
    return checkPostmortem(contextOf(source), { gate, rules, only: selection?.ok ? selection.value : undefined })
  }

  it('gives findings in the order of the text with the severity of the gate', () => {
    expect(run('draft').map((each) => [each.rule, each.severity, each.span.from])).toEqual([
      ['find-a', 'warning', 9],
      ['find-b', 'info', 12],
      ['find-b', 'info', 16],
      ['find-a', 'warning', 19],
    ])
    expect(run('publish').map((each) => each.severity)).toEqual(['warning', 'error', 'error', 'warning'])
  })

  it('gives one finding for a rule that throws, names it, and runs the others (F12)', () => {
    const findings = checkPostmortem(contextOf(source), { gate: 'draft', rules: [thrower, ...rules] })
    const broken = findings.filter((each) => each.rule === 'breaks-here')
    expect(broken).toHaveLength(1)
    expect(broken[0]!.message).toContain('breaks-here')
    expect(broken[0]!.message).toContain('no such thing')
    expect(broken[0]!.severity).toBe('warning')
    expect(findings).toHaveLength(5)
    expect(checkPostmortem(contextOf(source), { gate: 'sign', rules: [thrower] })[0]!.severity).toBe('error')
  })

  it('makes findings of what the parser reports', () => {
    const findings = checkPostmortem(contextOf(`# T\n\n${'> '.repeat(200)}deep\n`), { gate: 'draft', rules: [] })
    expect(findings.map((each) => [each.rule, each.group])).toEqual([['too-deep', 'structure']])
  })

  it('survives any text (F01)', () => {
    for (const text of ['', '\ufeff', '---\na: b\n---\n', '# Title', '\0', '```\n# a']) {
      for (const gate of GATES) expect(() => checkPostmortem(contextOf(text), { gate })).not.toThrow()
    }
  })

  it('shows nothing else with only', () => {
    const only = readSelection('summary')
    if (!only.ok) throw new Error('no such group')
    const text = '# Postmortem\n\n## Summary\n\nTBD\n\nOne. Two. Three. Four. Five.\n'
    const all = checkPostmortem(contextOf(text), { gate: 'draft' })
    const some = checkPostmortem(contextOf(text), { gate: 'draft', only: only.value })
    expect(some).toEqual(all.filter((each) => each.group === 'summary'))
    expect(all.length).toBeGreaterThan(some.length)
  })
})

describe('readSelection', () => {
  it('knows rules and groups, those of the parser and of the engine too', () => {
    expect(readSelection('summary-length')).toMatchObject({ ok: true, value: { ids: new Set(['summary-length']) } })
    const group = readSelection('structure')
    expect(group.ok && [...group.value.ids]).toEqual(
      expect.arrayContaining(['too-deep', 'ignore-unused', 'title-present']),
    )
    expect(readSelection('blameless').ok).toBe(true)
  })

  it('refuses an unknown name with those that are near', () => {
    const answer = readSelection('sumary-lenght')
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'unknown-rule' } })
    expect(!answer.ok && answer.refusal.message).toContain('summary-length')
    const far = readSelection('zzzzzz')
    expect(!far.ok && far.refusal.message).toContain('blameless')
  })
})
