/** What the store asks of live editing: the text as people see it now, a place in the log for edits of the server, and revisions of what was typed. */
import type { Instant } from '../../base/instant.ts'
import type { House } from '../house.ts'
import type { Reader, Writer } from './store.ts'

/** While anyone edits, the log of updates is authoritative; the row follows it. */
export interface LiveTexts {
  /** The text by the log; null where there is none. */
  readonly liveText: (tx: Reader, id: string) => Promise<string | null>
  /** Appends an edit that was made elsewhere, in the transaction that makes it. */
  readonly appendServerEdit: (tx: Writer, id: string, text: string, actor: string, now: Instant) => Promise<unknown>
  /** Makes a revision of what was typed since the last one; the caller has locked the row. */
  readonly cutTyped: (house: House, tx: Writer, id: string) => Promise<unknown>
  /** The same in a transaction of its own, so that a revision names just the text that is read. */
  readonly settle: (house: House, id: string) => Promise<unknown>
}
