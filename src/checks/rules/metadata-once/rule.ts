/** Holds that no metadata stands twice with different values. */
import type { MetadataEntry, MetadataKey } from '../../../document/model.ts'
import { lineOf } from '../../places.ts'
import type { Rule } from '../../rule.ts'
import { isUnwritten } from '../../words/placeholder.ts'

/** Of these there can be one answer only; an author or a service may be named in several lines. */
const ONE_ANSWER: ReadonlySet<MetadataKey> = new Set([
  'start',
  'end',
  'duration',
  'severity',
  'visibility',
  'commander',
])

/** The rule. */
export const metadataOnce: Rule = {
  id: 'metadata-once',
  group: 'metadata',
  holds: 'No metadata stands twice with different values.',
  severity: { draft: 'warning', sign: 'error' },
  *check({ postmortem }) {
    const first = new Map<MetadataKey, MetadataEntry>()
    for (const entry of postmortem.metadata.entries) {
      if (!ONE_ANSWER.has(entry.key) || isUnwritten(entry.value.text)) continue
      const before = first.get(entry.key)
      if (!before) first.set(entry.key, entry)
      else if (normal(before.value.text) !== normal(entry.value.text) && sameLabel(before, entry)) {
        yield {
          span: entry.value.span,
          message:
            `${entry.label} is "${entry.value.text}" here and "${before.value.text}" in line ` +
            `${lineOf(postmortem, before.labelSpan.from)}. Keep the one that holds.`,
        }
      }
    }
  },
}

/** `Started` and `Date / Time` may say the same moment in two ways; the same label may not. Severity has one answer anyway. */
function sameLabel(a: MetadataEntry, b: MetadataEntry): boolean {
  return a.key === 'severity' || normal(a.label) === normal(b.label)
}

function normal(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
