/** The changes that `fix` makes: safe fixes only, and never two in one place. */
import { applyEdits, type Edit } from '../base/edit.ts'
import { ok, type Result } from '../base/result.ts'
import type { Finding } from './rule.ts'

/** The edits of the safe fixes, in order. Of fixes that touch each other the first wins; the rest wait for the next run. */
export function safeFixes(findings: readonly Finding[]): Edit[] {
  return chosen(findings).map(({ edit }) => edit)
}

function chosen(findings: readonly Finding[]): { edit: Edit; order: number }[] {
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
  return edits.filter(({ order }) => !refused.has(order))
}

const MOST_ROUNDS = 20

/**
 * The text with every safe fix applied, repeated until none is left (so that fixing twice equals once), and how many
 * edits that took. A fix that does not mend what it is for is taken back. Refused where edits do not fit the text.
 */
export function fixText(
  source: string,
  check: (source: string) => readonly Finding[],
): Result<{ text: string; edits: number }> {
  let text = source
  let count = 0
  const useless = new Set<string>()
  let findings = check(text)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const candidates = findings.filter((finding) => !useless.has(finding.rule))
    const edits = chosen(candidates)
    if (edits.length === 0) break
    const next = applyEdits(
      text,
      edits.map(({ edit }) => edit),
    )
    if (!next.ok) return next
    const left = check(next.value)
    const rules = new Set(edits.map(({ order }) => candidates[order]!.rule))
    const notMended = [...rules].filter((rule) => countOf(left, rule) >= countOf(findings, rule))
    if (notMended.length > 0) {
      for (const rule of notMended) useless.add(rule)
      continue
    }
    count += edits.length
    text = next.value
    findings = left
  }
  return ok({ text, edits: count })
}

function countOf(findings: readonly Finding[], rule: string): number {
  return findings.reduce((sum, finding) => sum + (finding.rule === rule ? 1 : 0), 0)
}
