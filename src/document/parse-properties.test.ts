import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits } from '../base/edit.ts'
import { sampleRuns } from '../base/sample-runs.ts'
import { parsePostmortem } from './parse.ts'
import { expectSound, valuesOf } from './sample-expectations.ts'
import { anyText } from './sample-text.ts'

const RUNS = { seed: 20261123, numRuns: sampleRuns(400) }

describe('any text', () => {
  it('is parsed without throwing, kept as it is, with every span in it', () => {
    fc.assert(fc.property(anyText, expectSound), RUNS)
  })

  it('says the same with any line endings', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('\r\n', '\r'), (text, ending) => {
        const plain = text.replace(/\r\n?/g, '\n')
        expect(valuesOf(plain.replaceAll('\n', ending))).toEqual(valuesOf(plain))
      }),
      RUNS,
    )
  })

  it('says the same after a byte order mark', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        fc.pre(!text.startsWith('\ufeff'))
        expect(valuesOf(`\ufeff${text}`)).toEqual(valuesOf(text))
      }),
      RUNS,
    )
  })
})

const statuses = fc.array(
  fc.constantFrom(
    '| Add `a\\|b` | Ada Example | open |\n',
    '|Tell| Bo Sample|**in progress**|\n',
    'Test \\| run | | done\n',
  ),
  { minLength: 1, maxLength: 4 },
)

describe('an edit', () => {
  it('of one cell of one action item changes that value, and no other byte or value', () => {
    fc.assert(
      fc.property(anyText, statuses, anyText, fc.nat(), (before, rows, after, pick) => {
        const text = `${before}\n\n## Action items\n\n| Description | Owner | Status |\n|---|---|---|\n${rows.join('')}\n${after}`
        const parsed = parsePostmortem(text)
        const items = parsed.actionItems.filter(
          (item) => item.form === 'table' && item.status && item.status.span.to > item.status.span.from,
        )
        fc.pre(items.length > 0)
        const item = items[pick % items.length]!
        const { from, to } = item.status!.span
        const edited = applyEdits(text, [{ from, to, text: 'verified' }])
        if (!edited.ok) throw new Error(edited.refusal.message)
        expect(edited.value.slice(0, from)).toBe(text.slice(0, from))
        expect(edited.value.slice(from + 8)).toBe(text.slice(to))
        const again = parsePostmortem(edited.value).actionItems
        expect(again.map(({ description, owner }) => [description.text, owner?.text])).toEqual(
          parsed.actionItems.map(({ description, owner }) => [description.text, owner?.text]),
        )
        const index = parsed.actionItems.indexOf(item)
        expect(again.map(({ status }) => status?.value)).toEqual(
          parsed.actionItems.map(({ status }, at) => (at === index ? 'verified' : status?.value)),
        )
      }),
      RUNS,
    )
  })
})
