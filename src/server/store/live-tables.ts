/** The tables of live editing. */
import type { ColumnType } from 'kysely'

/** The log of live edits: authoritative while anyone edits. */
export interface LiveUpdatesTable {
  postmortem_id: string
  seq: number
  update: ColumnType<ArrayBuffer | Buffer, Buffer, Buffer>
  actor: string
  at: number
}

/** The live log of a postmortem as a whole: it begins when the postmortem is first opened for live editing, and stays. */
export interface LiveLogsTable {
  postmortem_id: string
  /** A random id; a log that is begun anew has another, and clients of the one before start over. */
  generation: string
  /** Up to where the text row has followed, and up to where a revision was cut. */
  text_seq: number
  revision_seq: number
}

/** Which Yjs client ids of a live log are whose: nobody writes under another's. */
export interface LiveClientsTable {
  postmortem_id: string
  client: number
  actor: string
}
