/** Joins two changes of one text, where they do not touch each other. */
import { applyEdits, type Edit } from '../base/edit.ts'
import { editsBetween } from './edits-between.ts'

/** A place that both changed: the words that stood there, and what each side made of it. */
export interface TextConflict {
  readonly base: string
  readonly ours: string
  readonly theirs: string
}

/** The joined text, or every place where both changed the same words. */
export type TextMerge =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly conflicts: readonly TextConflict[] }

/** Three ways: what stood before, our text and theirs. The same change on both sides is made once. */
export function mergeTexts(base: string, ours: string, theirs: string): TextMerge {
  if (ours === theirs || base === theirs) return { ok: true, text: ours }
  if (base === ours) return { ok: true, text: theirs }
  const mine = editsBetween(base, ours)
  const other = editsBetween(base, theirs)
  const conflicts: TextConflict[] = []
  const added: Edit[] = []
  let next = 0
  for (const edit of other) {
    while (next < mine.length && mine[next]!.to < edit.from) next++
    const touching: Edit[] = []
    for (let at = next; at < mine.length && mine[at]!.from <= edit.to; at++) touching.push(mine[at]!)
    if (touching.length === 0) added.push(edit)
    else if (!(touching.length === 1 && same(touching[0]!, edit))) conflicts.push(conflictOf(base, edit, touching))
  }
  if (conflicts.length > 0) return { ok: false, conflicts }
  const merged = applyEdits(base, [...mine, ...added])
  return merged.ok ? { ok: true, text: merged.value } : { ok: false, conflicts: [{ base, ours, theirs }] }
}

function same(a: Edit, b: Edit): boolean {
  return a.from === b.from && a.to === b.to && a.text === b.text
}

function conflictOf(base: string, theirs: Edit, ours: readonly Edit[]): TextConflict {
  const from = Math.min(theirs.from, ...ours.map((edit) => edit.from))
  const to = Math.max(theirs.to, ...ours.map((edit) => edit.to))
  return {
    base: base.slice(from, to),
    ours: replaced(base, ours, from, to),
    theirs: replaced(base, [theirs], from, to),
  }
}

function replaced(base: string, edits: readonly Edit[], from: number, to: number): string {
  let text = ''
  let at = from
  for (const edit of edits) {
    text += base.slice(at, edit.from) + edit.text
    at = edit.to
  }
  return text + base.slice(at, to)
}
