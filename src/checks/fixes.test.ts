import { describe, expect, it } from 'vitest'
import type { Edit } from '../base/edit.ts'
import { fixText, safeFixes } from './fixes.ts'
import type { Finding } from './rule.ts'

function finding(edits: Edit[], safe = true): Finding {
  return {
    rule: 'a-rule',
    group: 'clarity',
    severity: 'info',
    message: 'Found.',
    span: { from: 0, to: 0 },
    fix: { title: 'Mend', safe, edits },
  }
}
const edit = (from: number, to: number, text: string): Edit => ({ from, to, text })

describe('safeFixes', () => {
  it('takes safe fixes only, in order', () => {
    expect(
      safeFixes([finding([edit(5, 6, 'x')]), finding([edit(1, 2, 'y')]), finding([edit(3, 4, 'z')], false)]),
    ).toEqual([edit(1, 2, 'y'), edit(5, 6, 'x')])
  })

  it('leaves a fix that touches an earlier one for the next run, as a whole', () => {
    const both = finding([edit(3, 5, 'b'), edit(9, 9, 'b')])
    expect(safeFixes([finding([edit(1, 4, 'a')]), both, finding([edit(9, 10, 'c')])])).toEqual([
      edit(1, 4, 'a'),
      edit(9, 10, 'c'),
    ])
    expect(safeFixes([finding([edit(2, 2, 'a')]), finding([edit(2, 2, 'b')])])).toEqual([edit(2, 2, 'a')])
  })
})

describe('fixText', () => {
  const mend = (source: string) =>
    [...source.matchAll(/aa/g)].map((match) => finding([edit(match.index, match.index + 2, 'a')]))

  it('repeats until nothing is left, so that twice equals once', () => {
    const once = fixText('aaaaaaaa b', mend)
    expect(once).toMatchObject({ ok: true, value: { text: 'a b' } })
    expect(once.ok && fixText(once.value.text, mend)).toMatchObject({ ok: true, value: { text: 'a b', edits: 0 } })
  })

  it('lets a fix wait that touches one of another rule', () => {
    const check = (source: string) => [
      ...(source.includes('x') ? [finding([edit(source.indexOf('x'), source.length, 'y')])] : []),
      ...(source.includes('z') ? [{ ...finding([edit(0, source.length, 'ab')]), rule: 'b-rule' }] : []),
    ]
    expect(fixText('xz', check)).toMatchObject({ ok: true, value: { text: 'y' } })
    expect(fixText('zx', check)).toMatchObject({ ok: true, value: { text: 'ab' } })
  })

  it('takes back a fix that does not mend what it is for', () => {
    const grow = (source: string) => [finding([edit(source.length, source.length, '!')])]
    expect(fixText('a', grow)).toMatchObject({ ok: true, value: { text: 'a', edits: 0 } })
  })

  it('refuses edits that do not fit the text', () => {
    expect(fixText('a', () => [finding([edit(5, 9, '')])])).toMatchObject({ ok: false })
  })
})
