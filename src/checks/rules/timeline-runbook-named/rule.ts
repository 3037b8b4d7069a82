/** Holds that the timeline tells of the runbook, and which one it was. */
import type { Rule } from '../../rule.ts'
import { placeIfUntold, writtenRows } from '../../timeline-rows.ts'

/** A link, a file, code or a quotation names it. */
const EXACT = /`[^`]+`|\]\([^)]+\)|https?:\/\/|\.(?:md|adoc|rst|html?|ya?ml|sh)\b|["“「『]\S/
/** The word next to `runbook` that tells which one. */
const BESIDE =
  /(?<before>[\p{L}\p{N}_./-]+)\s+(?:runbooks?|playbooks?)\b|(?:runbooks?|playbooks?)\s*(?:[:–—-]|\b(?:for|on|of|about|called|named|section|step)\b|#)\s*(?<after>[\p{L}\p{N}]\S*)|(?<ja>[\p{L}\p{N}]{2,})(?:の)?(?:手順書|ランブック)/giu
const NO_NAME = new Set(
  'a an and any by existing found followed following from in no of on open opened opens our per ran read run searched started standard starts that the their then this to use used uses using via was with wrong correct right'.split(
    ' ',
  ),
)

/** The rule. */
export const timelineRunbookNamed: Rule = {
  id: 'timeline-runbook-named',
  group: 'timeline',
  holds: 'The timeline tells which runbook was opened.',
  severity: { draft: 'info', review: 'warning' },
  *check({ postmortem }) {
    const span = placeIfUntold(postmortem, ['runbook'], /\brunbook|\bplaybook|手順書|ランブック/i)
    if (span)
      yield {
        span,
        message:
          'No entry tells of a runbook. Add which one was opened and when; where there was none, say so, for that is a gap to close.',
      }
    for (const row of writtenRows(postmortem)) {
      if (row.kind !== 'runbook') continue
      const words = postmortem.source.slice(row.textSpan.from, row.textSpan.to)
      if (!/runbook|playbook|手順書|ランブック/i.test(words) || EXACT.test(words) || namesOne(words)) continue
      // "There was no runbook" names the gap.
      if (/\b(?:no|without|missing|lack\w*)\b/i.test(words)) continue
      yield {
        span: row.textSpan,
        message: 'This entry does not say which runbook. Give its name or a link, and the step where it matters.',
      }
    }
  },
}

function namesOne(words: string): boolean {
  for (const { groups } of words.matchAll(BESIDE)) {
    const beside = groups?.before ?? groups?.after ?? groups?.ja
    if (beside && !NO_NAME.has(beside.toLowerCase())) return true
  }
  return false
}
