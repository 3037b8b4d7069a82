/** What a translator declares: a name, how it knows its own input, and how it reads it. */
import type { Instant } from '../../base/instant.ts'
import type { Result } from '../../base/result.ts'
import type { EvidenceBatch } from '../../evidence/fact.ts'

/** What a reader may know beside the input itself; every value optional. */
export interface ReadContext {
  /** The file's name, for messages only. */
  readonly file?: string
  /** The day (`YYYY-MM-DD`) of times that carry none; read by `notes`. */
  readonly day?: string
  /** The zone of times that carry none: `UTC`, `+09:00`, `PST` or `Europe/Berlin`; read by `notes`. UTC where absent. */
  readonly zone?: string
  /** Names by the source's user id; read by `slack`. */
  readonly users?: ReadonlyMap<string, string>
  /** Name or id of the one channel to read from an export that holds several; read by `slack`. */
  readonly channel?: string
  /** The channel's own address (`https://example.slack.com/archives/C01`), from which links to messages follow. */
  readonly channelUrl?: string
  /** The source's own web address, where its answers carry none; read by `grafana`. */
  readonly baseUrl?: string
  /** Id, number or name of the one incident to read from an input that holds several. */
  readonly incident?: string
  /** Facts before this moment are left out. */
  readonly from?: Instant
  /** Facts after this moment are left out. */
  readonly to?: Instant
}

/** One translator. Pure: the same input and context give the same facts, with the same ids. */
export interface EvidenceSource {
  /** The folder's name, and the first part of its facts' ids. */
  readonly name: string
  /** What people call the source and its export. */
  readonly title: string
  /** Whether a parsed value has this source's shape. Never true for another source's input. */
  recognises(value: unknown): boolean
  /** All that the value tells. Refused only where nothing in it can be used. */
  read(value: unknown, context?: ReadContext): Result<EvidenceBatch>
}
