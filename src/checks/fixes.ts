/** The changes that `fix` makes: safe fixes only, and never two in one place. */
import { applyEdits, type Edit } from '../base/edit.ts'
import { ok, type Result } from '../base/result.ts'
import type { Finding } from './rule.ts'

/** The edits of the safe fixes, in order. Of fixes that touch each other the first wins; the rest wait for the next run. */
export function safeFixes(findings: readonly Finding[]): Edit[] {
  const edits = findings
    .flatMap(({ fix }, order) => (fix?.safe ? fix.edits.map((edit) => ({ edit, order })) : []))
    .sort((a, b) => a.edit.from - b.edit.from || a.edit.to - b.edit.to || a.order - b.order)
  const refused = new Set<number>()
  let last: Edit = { from: -1, to: -1, text: '' }
  let owner = -1
  for (const { edit, order } of edits) {
    if (refused.has(order)) continue
    const touches = edit.from < last.to || (edit.from === last.from && order !== owner)
    if (touches) refused.add(order)
    else {
      last = edit
      owner = order
    }
  }
  return edits.filter(({ order }) => !refused.has(order)).map(({ edit }) => edit)
}

/**
 * The text with every safe fix applied, repeated until none is left (so that fixing twice equals once), and how many
 * edits that took. Refused where a rule gives edits that do not fit the text.
 */
export function fixText(
  source: string,
  check: (source: string) => readonly Finding[],
): Result<{ text: string; edits: number }> {
  let text = source
  let count = 0
  // Each round mends at least one finding; a rule whose fix brings its finding back ends here rather than never.
  for (let round = 0; round < 20; round++) {
    const edits = safeFixes(check(text))
    if (edits.length === 0) break
    const next = applyEdits(text, edits)
    if (!next.ok) return next
    if (next.value === text) break
    count += edits.length
    text = next.value
  }
  return ok({ text, edits: count })
}
