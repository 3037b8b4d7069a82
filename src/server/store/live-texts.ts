/** What the store asks of live editing: the text as people see it now, and a place in the log for edits of the server. */
import type { Instant } from '../../base/instant.ts'
import type { Reader, Writer } from './store.ts'

/** While anyone edits, the log of updates is authoritative; the row follows it. */
export interface LiveTexts {
  /** The text by the log; null where there is none. */
  readonly liveText: (tx: Reader, id: string) => Promise<string | null>
  /** Appends an edit that was made elsewhere, in the transaction that makes it. */
  readonly appendServerEdit: (tx: Writer, id: string, text: string, actor: string, now: Instant) => Promise<void>
}
