/** Writes the record's receipts into the Publication section: ticks what every place has confirmed. */
import { type Edit, lineEndingAt } from '../base/edit.ts'
import type { Postmortem } from '../document/model.ts'
import type { Entry } from '../record/entry.ts'
import { type EditableEntry, publicationEntries } from './publication-entries.ts'
import { neededTargets, targetsIn } from './targets.ts'

type Receipt = Entry<'receipt'>

/**
 * The edits that bring the section in step with the record: each receipt as a bullet below the entry that its target belongs to, and a tick
 * where every configured target of the entry has one. Nothing is unticked or taken away. The same record gives no edits a second time.
 */
export function receiptEdits(postmortem: Postmortem, entries: readonly Entry[], configured: readonly string[]): Edit[] {
  const receipts = entries.filter((entry): entry is Receipt => entry.verb === 'receipt')
  return publicationEntries(postmortem).flatMap((entry) => entryEdits(postmortem.source, entry, receipts, configured))
}

/** The receipts of the record that belong to an entry with these words, in the order of the record. */
export function receiptsFor(words: string, entries: readonly Entry[]): Receipt[] {
  const targets: readonly string[] = targetsIn(words)
  return entries.filter((entry): entry is Receipt => entry.verb === 'receipt' && targets.includes(entry.data.target))
}

/** How a receipt is written: `Receipt (git, 2026-11-24): c0ffee1`. */
function receiptWords(receipt: Receipt): string {
  const { target, reference, note } = receipt.data
  return oneLine(`Receipt (${target}, ${receipt.at.slice(0, 10)}): ${reference}${note ? `, ${note}` : ''}`)
}

function entryEdits(
  source: string,
  entry: EditableEntry,
  receipts: readonly Receipt[],
  configured: readonly string[],
): Edit[] {
  const mine = receiptsFor(entry.words, receipts)
  if (mine.length === 0) return []
  const edits: Edit[] = []
  const needed = neededTargets(entry.words, configured)
  if (!entry.ticked && needed.every((target) => mine.some((receipt) => receipt.data.target === target))) {
    if (entry.box) edits.push({ ...entry.box, text: '[x]' })
    else edits.push({ from: entry.start, to: entry.start, text: '[x] ' })
  }
  const written = new Set<string>()
  for (const receipt of mine) {
    const reference = oneLine(receipt.data.reference)
    if (written.has(reference) || entry.receipts.some((words) => holds(words, reference))) continue
    written.add(reference)
    const text = `${lineEndingAt(source, entry.end)}${entry.indent}- ${receiptWords(receipt)}`
    edits.push({ from: entry.end, to: entry.end, text })
  }
  return edits
}

/** Whether a reference stands in the words as a whole, not as the beginning of a longer one. */
function holds(words: string, reference: string): boolean {
  const plain = words.replace(/\s+/g, ' ')
  for (let at = plain.indexOf(reference); at >= 0; at = plain.indexOf(reference, at + 1)) {
    const after = plain[at + reference.length] ?? ' '
    if (!/[\p{L}\p{N}/]/u.test(after)) return true
  }
  return false
}

function oneLine(words: string): string {
  return words.replace(/[\s\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim()
}
