/** Holds that the timeline tells of the runbook, and which one it was. */
import type { Rule } from '../../rule.ts'
import { placeIfUntold, writtenRows } from '../../timeline-rows.ts'

/** A link, a file, code or a quotation names it. */
const EXACT = /`[^`]{1,200}`|\]\([^()]{1,300}\)|https?:\/\/|\.(?:md|adoc|rst|html?|ya?ml|sh)\b|["“「『]\S/
const RUNBOOK = /runbooks?|playbooks?|手順書|ランブック/giu
/** What stands next to it, where a name is looked for: at most this many characters. */
const NEAR = 60
const BEFORE = /(?:([\p{L}\p{N}_./-]{1,40})\s{1,3}|([\p{L}\p{N}]{2,20}?)の?)$/u
const AFTER = /^s?\s{0,3}(?:[:–—-]|\b(?:for|on|of|about|called|named|section|step)\b|#)\s{0,3}([\p{L}\p{N}]\S{0,40})/iu
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
      if (words.search(RUNBOOK) < 0 || EXACT.test(words) || namesOne(words)) continue
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
  for (const { 0: word, index } of words.matchAll(RUNBOOK)) {
    const before = BEFORE.exec(words.slice(Math.max(0, index - NEAR), index))
    const after = AFTER.exec(words.slice(index + word.length, index + word.length + NEAR))
    for (const beside of [before?.[1], before?.[2], after?.[1]])
      if (beside !== undefined && !NO_NAME.has(beside.toLowerCase())) return true
  }
  return false
}
