/** What holds of every text that is parsed. For tests. */
import { expect } from 'vitest'
import type { Field, Postmortem } from './model.ts'
import { parsePostmortem } from './parse.ts'
import { plainWords } from './plain-words.ts'

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

/** Fails where a text is not kept as it is, or a field or span is not where it says. */
export function expectSound(source: string): void {
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
export function valuesOf(source: string): unknown {
  const { source: _, ...parsed } = parsePostmortem(source)
  return JSON.parse(
    JSON.stringify(parsed, (key, value) => (/span|extent|lead|blocks|lines/i.test(key) ? undefined : value)),
  )
}
