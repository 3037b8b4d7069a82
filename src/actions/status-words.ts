/** Writes a status where the author wrote another, in the author's way of writing. */
import type { ItemStatus } from '../base/item-status.ts'

const OURS = /\b(?:won['’]t do|in progress|verified|done|open)\b/i
const MARKS = /^([*_`~]*)(.*?)([*_`~]*)$/s

/**
 * The new content of a status cell. `**Open**` becomes `**Done**`, `OPEN` `DONE`, `[ ]` `[x]`; in a longer remark only our own word is
 * replaced; where that cannot be told, the whole content is.
 */
export function statusWords(old: string, to: ItemStatus): string {
  if (/^\[[ xX]\]$/.test(old)) return to === 'done' || to === 'verified' ? '[x]' : '[ ]'
  const [, open = '', words = '', close = ''] = MARKS.exec(old.trim()) ?? []
  if (/^[A-Za-z'’ -]{1,20}$/.test(words)) return open + inCase(words, to) + close
  const found = OURS.exec(old)
  return found ? old.slice(0, found.index) + inCase(found[0], to) + old.slice(found.index + found[0].length) : to
}

function inCase(old: string, to: ItemStatus): string {
  const letters = old.replace(/[^A-Za-z]/g, '')
  if (letters.length > 1 && letters === letters.toUpperCase()) return to.toUpperCase()
  return /^[A-Z]/.test(letters) ? to.slice(0, 1).toUpperCase() + to.slice(1) : to
}
