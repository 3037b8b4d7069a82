/** Holds that the postmortem has one incident id: the same in title, metadata and record. */
import { findIncidentId } from '../../../base/incident-id.ts'
import type { Span } from '../../../base/span.ts'
import type { Entry } from '../../../record/entry.ts'
import { lineOf } from '../../places.ts'
import type { CheckContext, Rule } from '../../rule.ts'

/** The rule. */
export const incidentIdOnce: Rule = {
  id: 'incident-id-once',
  group: 'metadata',
  holds: 'The postmortem has one incident id, the same everywhere.',
  severity: { draft: 'error' },
  *check(context) {
    const { postmortem, record } = context
    const [first, ...others] = idsOf(context)
    if (!first) return
    const known = new Set([first.id])
    for (const other of others) {
      if (known.has(other.id)) continue
      known.add(other.id)
      yield {
        span: other.span,
        message:
          `${other.id} stands here and ${first.id} in line ${lineOf(postmortem, first.span.from)}; a postmortem has one id. ` +
          'Keep its own, and name other incidents in the text.',
      }
    }
    const current = record === null ? null : idInRecord(record)
    if (current !== null && current !== first.id) {
      yield {
        span: first.span,
        message: `The text says ${first.id}, the record says ${current}. Write ${current}, or renumber before signing.`,
      }
    }
  },
}

/** Every id in the id fields and in brackets after the title, the fields first. */
function idsOf({ postmortem }: CheckContext): { id: string; span: Span }[] {
  const { metadata, title, titleFrom, source } = postmortem
  const spans = metadata.entries.filter((entry) => entry.key === 'incident-id').map((entry) => entry.value.span)
  const found = spans.flatMap((span) => idsIn(source, span))
  if (titleFrom !== 'heading' || !title) return found
  const bracket = /[([（]\s*(INC-[\w-]+)\s*[)\]）]\s*$/.exec(source.slice(title.span.from, title.span.to))
  if (!bracket) return found
  const from = title.span.from + bracket.index
  return [...found, ...idsIn(source, { from, to: title.span.to })]
}

function idsIn(source: string, span: Span): { id: string; span: Span }[] {
  const ids: { id: string; span: Span }[] = []
  for (let from = span.from; from < span.to; ) {
    const id = findIncidentId(source.slice(from, span.to))
    if (!id) break
    ids.push({ id: id.text, span: { from: from + id.from, to: from + id.to } })
    from += id.to
  }
  return ids
}

function idInRecord(record: readonly Entry[]): string | null {
  let current: string | null = null
  for (const entry of record) if (entry.verb === 'renumbered') current = entry.data.to
  return current
}
