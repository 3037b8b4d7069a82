/** Ticks under Publication for which the record has no receipt. */
import type { Span } from '../base/span.ts'
import type { Postmortem } from '../document/model.ts'
import type { Entry } from '../record/entry.ts'
import { publicationEntries } from './publication-entries.ts'
import { receiptsFor } from './receipts.ts'
import { neededTargets } from './targets.ts'

/** One tick that is only claimed. */
export interface PublicationClaim {
  readonly words: string
  readonly span: Span
  /** The places that have no receipt; empty where the words name no place that we know. */
  readonly missing: readonly string[]
  readonly message: string
}

/** All ticked entries that lack a receipt of any place that they must have one of, in the order of the text. */
export function publicationClaims(
  postmortem: Postmortem,
  entries: readonly Entry[],
  configured: readonly string[],
): PublicationClaim[] {
  return publicationEntries(postmortem).flatMap(({ ticked, words, span }) => {
    if (!ticked) return []
    const needed = neededTargets(words, configured)
    const held = new Set(receiptsFor(words, entries).map((receipt) => receipt.data.target))
    const missing = needed.filter((target) => !held.has(target))
    if (needed.length > 0 && missing.length === 0) return []
    const what =
      missing.length > 0 ? `no receipt for: ${missing.join(', ')}` : 'no receipt, and its words name no known place'
    return [
      {
        words,
        span,
        missing,
        message: `"${words}" is ticked, but the record holds ${what}. Untick it, or publish so that the receipt is written.`,
      },
    ]
  })
}
