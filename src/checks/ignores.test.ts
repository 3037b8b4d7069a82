import { describe, expect, it } from 'vitest'
import { parsePostmortem } from '../document/parse.ts'
import { readIgnores } from './ignores.ts'
import { DEFAULT_POLICY } from './policy.ts'
import { checkPostmortem } from './run-rules.ts'
import { readSelection } from './selection.ts'

function rulesOf(source: string, only?: string): string[] {
  const selection = only === undefined ? undefined : readSelection(only)
  const context = {
    postmortem: parsePostmortem(source),
    record: null,
    evidence: null,
    policy: DEFAULT_POLICY,
    now: null,
  }
  return checkPostmortem(context, { gate: 'draft', only: selection?.ok ? selection.value : undefined }).map(
    (each) => each.rule,
  )
}

function coversOf(source: string): (string | null)[] {
  const whole = `# T\n\n${source}`
  return readIgnores(parsePostmortem(whole)).map(({ covers }) => covers && whole.slice(covers.from, covers.to))
}

const LONG = 'One. Two. Three. Four. Five.'

describe('ignores', () => {
  it('cover the next block, whatever it is', () => {
    expect(coversOf('<!-- nevertwice-ignore a: b -->\n\nfirst\n\nsecond\n')).toEqual(['first'])
    expect(coversOf('x\n\n<!-- nevertwice-ignore a: b -->\n## Heading\n\nwords\n')).toEqual(['## Heading'])
    expect(coversOf('<!-- nevertwice-ignore a: b -->\n| a | b |\n|---|---|\n| 1 | 2 |\n')).toEqual([
      '| a | b |\n|---|---|\n| 1 | 2 |',
    ])
    expect(coversOf('- one\n  <!-- nevertwice-ignore a: b -->\n- two\n')).toEqual(['- two'])
    expect(coversOf('<!-- nevertwice-ignore a: b -->\n<!-- nevertwice-ignore c: d -->\n\nwords\n')).toEqual([
      'words',
      'words',
    ])
    expect(coversOf('words\n\n<!-- nevertwice-ignore a: b -->\n')).toEqual([null])
  })

  it('are read from comments only, with several rules and lines', () => {
    expect(coversOf('```\n<!-- nevertwice-ignore a: b -->\n```\n\nwords `<!-- nevertwice-ignore a: b -->`\n')).toEqual(
      [],
    )
    const [ignore] = readIgnores(parsePostmortem('# T\n\n<!--\nnevertwice-ignore a, b: it is\nso\n-->\n\nwords\n'))
    expect(ignore!.rules.map((rule) => rule.name)).toEqual(['a', 'b'])
    expect(ignore!.reason).toBe('it is\nso')
    expect(readIgnores(parsePostmortem('# T\n\n<!-- nevertwice-ignored a: b -->\n\nwords\n'))).toEqual([])
  })

  it('take away the findings of the rules they name, there and nowhere else', () => {
    const ignore = '<!-- nevertwice-ignore summary-length: agreed with Ada Example -->\n'
    expect(rulesOf(`# T\n\n## Summary\n\n${LONG}\n`)).toContain('summary-length')
    const covered = rulesOf(`# T\n\n## Summary\n\n${ignore}${LONG}\n`)
    expect(covered).not.toContain('summary-length')
    expect(covered).not.toContain('ignore-unused')
    expect(covered).toContain('sections-present')
    expect(rulesOf(`# T\n\n${ignore}words\n\n## Summary\n\n${LONG}\n`)).toEqual(
      expect.arrayContaining(['summary-length', 'ignore-unused']),
    )
  })

  it('need a reason', () => {
    for (const comment of [
      '<!-- nevertwice-ignore summary-length -->',
      '<!-- nevertwice-ignore summary-length:  -->',
    ]) {
      const found = rulesOf(`# T\n\n## Summary\n\n${comment}\n${LONG}\n`)
      expect(found).toEqual(expect.arrayContaining(['summary-length', 'ignore-needs-reason']))
    }
  })

  it('must name rules that exist, and say which is near', () => {
    const source = '# T\n\n<!-- nevertwice-ignore sumary-length: because -->\nwords\n'
    const context = {
      postmortem: parsePostmortem(source),
      record: null,
      evidence: null,
      policy: DEFAULT_POLICY,
      now: null,
    }
    const unknown = checkPostmortem(context, { gate: 'draft' }).find((each) => each.rule === 'ignore-known-rule')!
    expect(source.slice(unknown.span.from, unknown.span.to)).toBe('sumary-length')
    expect(unknown.message).toContain('summary-length')
  })

  it('are not called unused where only some rules are shown', () => {
    const source = `# T\n\n## Summary\n\n<!-- nevertwice-ignore summary-length: agreed -->\n${LONG}\n`
    expect(rulesOf(source, 'title-present')).toEqual([])
    expect(rulesOf(source, 'ignore-unused')).toEqual([])
    expect(rulesOf(source.replace(LONG, 'One. Two.'), 'ignore-unused')).toEqual(['ignore-unused'])
  })
})
