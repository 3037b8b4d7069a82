import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits } from '../base/edit.ts'
import type { Field, Postmortem } from './model.ts'
import { parsePostmortem } from './parse.ts'
import { plainWords } from './plain-words.ts'
import { anyText, changes, withChanges } from './sample-text.ts'

const MATERIAL = join(process.env.NEVERTWICE_MATERIAL ?? '../shared', 'corpus/docs')
const RUNS = { seed: 20261123, numRuns: 400 }

function realTexts(): string[] {
  return readdirSync(MATERIAL)
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(join(MATERIAL, name), 'utf8'))
}

/** Fails where a span leaves the text, ends before it begins, or splits a line ending. */
function expectSpansInside(value: unknown, length: number, path = ''): void {
  if (typeof value !== 'object' || value === null) return
  const { from, to } = value as { from?: unknown; to?: unknown }
  if (typeof from === 'number' && typeof to === 'number' && (from < 0 || from > to || to > length))
    expect.fail(`span ${path} ${from}..${to} of a text of ${length}`)
  for (const [key, inner] of Object.entries(value)) expectSpansInside(inner, length, `${path}.${key}`)
}

/** Every field that people may edit by its span, by a name for the message. */
function* mainFields(parsed: Postmortem): Generator<readonly [string, Field<unknown>]> {
  if (parsed.title && parsed.titleFrom !== 'front-matter') yield ['title', parsed.title]
  for (const { label, value } of parsed.metadata.entries)
    if (!inFrontMatter(parsed, value)) yield [`metadata ${label}`, value]
  for (const { label, value } of parsed.impact) yield [`impact ${label}`, value]
  for (const item of parsed.actionItems) {
    yield ['description', item.description]
    for (const name of ['owner', 'ticket', 'due', 'priority', 'type', 'addresses', 'proof', 'effect'] as const) {
      const field = item[name]
      if (field) yield [name, field]
    }
    if (item.status && item.form === 'table') yield ['status', item.status]
  }
  for (const { label, value } of parsed.artefacts) yield [`artefact ${label}`, value]
  for (const row of parsed.timeline) {
    yield ['event', { value: row.text, text: row.text, span: row.textSpan }]
    if (row.source) yield ['source', row.source]
  }
  for (const { role, name, date } of parsed.signOff) {
    yield ['role', role]
    yield ['name', name]
    yield ['date', date]
  }
}

function inFrontMatter({ source }: Postmortem, { span }: Field<unknown>): boolean {
  return (
    /^\ufeff?---[ \t]*(?:\r|\n)/.test(source) &&
    span.from < source.slice(4).search(/[\r\n](?:---|\.\.\.)[ \t]*(?:[\r\n]|$)/) + 5
  )
}

function expectSound(source: string): void {
  const parsed = parsePostmortem(source)
  expect(parsed.source).toBe(source)
  expectSpansInside({ ...parsed, source: '' }, source.length)
  for (const [name, field] of mainFields(parsed))
    if (plainWords(source.slice(field.span.from, field.span.to)) !== field.text)
      expect.fail(
        `${name}: "${field.text}" is not at its span: ${JSON.stringify(source.slice(field.span.from, field.span.to))}`,
      )
}

/** All that was understood, without places. */
function values(source: string): unknown {
  const { source: _, ...parsed } = parsePostmortem(source)
  return JSON.parse(
    JSON.stringify(parsed, (key, value) => (/span|extent|lead|blocks|lines/i.test(key) ? undefined : value)),
  )
}

describe('any text', () => {
  it('is parsed without throwing, kept as it is, with every span in it', () => {
    fc.assert(fc.property(anyText, expectSound), RUNS)
  })

  it.skipIf(!existsSync(MATERIAL))('that a real postmortem was before somebody changed it, too', () => {
    const texts = realTexts()
    // The text is named by its number, so that a failure prints none of it.
    const which = fc.nat({ max: texts.length - 1 })
    fc.assert(
      fc.property(which, changes, (index, made) => expectSound(withChanges(texts[index]!, made))),
      { ...RUNS, numRuns: 300 },
    )
  })

  it('says the same with any line endings', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('\r\n', '\r'), (text, ending) => {
        const plain = text.replace(/\r\n?/g, '\n')
        expect(values(plain.replaceAll('\n', ending))).toEqual(values(plain))
      }),
      RUNS,
    )
  })

  it.skipIf(!existsSync(MATERIAL))('of real postmortems says the same with any line endings', () => {
    for (const text of realTexts()) {
      const plain = text.replace(/\r\n?/g, '\n')
      const wanted = values(plain)
      for (const ending of ['\r\n', '\r']) expect(values(plain.replaceAll('\n', ending))).toEqual(wanted)
    }
  })

  it('says the same after a byte order mark', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        fc.pre(!text.startsWith('\ufeff'))
        expect(values(`\ufeff${text}`)).toEqual(values(text))
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
