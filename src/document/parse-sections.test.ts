import { describe, expect, it } from 'vitest'
import { parsePostmortem } from './parse.ts'

/** `heading=kind` of each section with a heading. */
function kinds(source: string): string[] {
  return parsePostmortem(source)
    .sections.filter(({ heading }) => heading !== '')
    .map(({ heading, kind }) => `${heading}=${kind}`)
}

describe('folded parts', () => {
  it('the words that open one are its heading', () => {
    const folded = (words: string) =>
      parsePostmortem(`# T\n\n<details>\n<summary>${words}</summary>\n\n- 2026-05-03 14:03 UTC alert\n\n</details>\n`)
    expect(folded('Timeline').timeline.map(({ text }) => text)).toEqual(['alert'])
    expect(folded('A picture').timeline).toEqual([])
  })
})

describe('sections', () => {
  it('reads the template, the five-whys variant and Japanese', () => {
    expect(
      kinds(
        '# T\n\n## Summary\n\nx\n\n## Impact\n\nx\n\n## Timeline\n\n## Root cause\n\n## Action items\n\n## Sign-off\n',
      ),
    ).toEqual([
      'T=title',
      'Summary=summary',
      'Impact=impact',
      'Timeline=timeline',
      'Root cause=root-cause',
      'Action items=action-items',
      'Sign-off=sign-off',
    ])
    const whys = parsePostmortem('# T\n\n## Five whys\n\n1. **Why?** Because A.\n2. **Why?** Because B.\n')
    expect(whys.causes.map(({ id, kind }) => `${id} ${kind}`)).toEqual(['W1 why', 'W2 why'])
    expect(kinds('# 障害\n\n## 概要\n\n## 影響\n\n## タイムライン\n\n## 再発防止策\n')).toEqual([
      '障害=title',
      '概要=summary',
      '影響=impact',
      'タイムライン=timeline',
      '再発防止策=action-items',
    ])
  })

  it('reads bold lines and labelled bullets as headings', () => {
    expect(kinds('# T\n\n**Summary**\n\nx\n\n**Timeline:**\n\n- 14:03 alert\n')).toEqual([
      'T=title',
      'Summary=summary',
      'Timeline=timeline',
    ])
    expect(kinds('# T\n\n- **Impact**: none\n- **Timeline**:\n  - 14:03 alert\n')).toEqual([
      'T=title',
      'Impact=impact',
      'Timeline=timeline',
    ])
  })

  it('lists what fits nowhere, and loses nothing', () => {
    const source = '# T\n\n## Colophon\n\nSet in Example Sans.\n\n## Summary\n\nWords.\n'
    const { sections, unmapped } = parsePostmortem(source)
    expect(unmapped.map((index) => sections[index]!.heading)).toEqual(['Colophon'])
    expect(sections.map(({ span }) => source.slice(span.from, span.to)).join('')).toBe(source)
  })

  it('keeps sub-headings within the timeline and the action items', () => {
    expect(
      kinds(
        '# T\n\n## Timeline\n\n### Detection\n\n- 14:03 alert\n\n## Action items\n\n### Detection\n\n- Add alert\n',
      ),
    ).toEqual([
      'T=title',
      'Timeline=timeline',
      'Detection=timeline',
      'Action items=action-items',
      'Detection=action-items',
    ])
  })
})
