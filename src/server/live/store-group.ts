/** Stores what waits in several documents in one transaction: looks at the rows, judges, appends; nothing is told before it is there. */

import type { canEditText } from '../../actions/can-edit-text.ts'
import type { Edit } from '../../base/edit.ts'
import type { Instant } from '../../base/instant.ts'
import { readRecord } from '../../record/read-record.ts'
import type { House } from '../house.ts'
import { claimClients } from '../store/live-clients.ts'
import { viewersOf } from '../store/live-rights.ts'
import { type LockedPostmortem, lockPostmortems } from '../store/live-text.ts'
import { appendLiveRows, findLiveLog, liveRowsAfter, type NewLiveRow } from '../store/live-updates.ts'
import { tell } from '../store/notices.ts'
import { readRecordText } from '../store/record-lines.ts'
import type { Writer } from '../store/store.ts'
import { extendSuggestion } from '../store/suggestions.ts'
import type { Connection } from './connection.ts'
import { cutLiveRevision } from './follow-text.ts'
import { type Judgement, judgeUpdates, type Refused } from './judge-updates.ts'
import { keepSuggestion } from './keep-suggestion.ts'
import { textOf } from './live-doc.ts'
import type { LiveDocument, Waiting } from './live-document.ts'
import { liveWriters } from './live-writers.ts'
import { isOut, type LiveRight, READ_ONLY, readStanding, rightOf } from './rights.ts'

/** A refused edit, and where it is kept. */
export interface Kept extends Refused {
  /** The text that its edits are made against. */
  readonly base: string
  readonly suggestion: string | null
}

/** What became of one document; `ended` where it is no more, its log was begun anew, or nothing can be done with it. */
export type GroupOutcome =
  | { readonly kind: 'ended'; readonly document: LiveDocument; readonly why: 'gone' | 'tryLater' }
  | {
      readonly kind: 'stored'
      readonly document: LiveDocument
      readonly waiting: readonly Waiting[]
      readonly unkept: ReadonlyMap<string, readonly Edit[]>
      readonly judgement: Judgement
      readonly updates: readonly Uint8Array[]
      readonly seq: number
      readonly kept: readonly Kept[]
      /** Connections whose right is another than it was. */
      readonly rights: ReadonlyMap<Connection, LiveRight>
      readonly revision: number | null
    }

/** What storing goes by. */
export interface GroupRules {
  readonly house: House
  readonly canEdit: typeof canEditText
  /** The name of this process, where there may be others that have to be told. */
  readonly process: string | null
}

/** Stores a group. The documents' scratch copies are then ahead of what they hold as stored. */
export async function storeGroup(
  tx: Writer,
  { house, canEdit, process }: GroupRules,
  documents: readonly LiveDocument[],
): Promise<GroupOutcome[]> {
  const now = house.now()
  const locked = await lockPostmortems(
    tx,
    house.store.kind,
    documents.map(({ id }) => id),
  )
  const holders = documents.flatMap(({ waiting }) => waiting.map(({ connection }) => connection.person))
  const standing = await readStanding(tx, holders, now)
  const rows: NewLiveRow[] = []
  const claims: { id: string; client: number; actor: string }[] = []
  const outcomes: GroupOutcome[] = []
  for (const document of documents) {
    const row = locked.get(document.id)
    const log = row && (await findLiveLog(tx, document.id))
    if (!row || !log || log.generation !== document.generation) {
      outcomes.push({ kind: 'ended', document, why: 'gone' })
      continue
    }
    const foreign = log.seq > document.seq ? await liveRowsAfter(tx, document.id, document.seq) : []
    document.catchUp(foreign.map(({ update }) => update))
    await readRecordOf(tx, document, row)
    const viewers = row.visibility === 'restricted' ? await viewersOf(tx, document.id) : 'all'
    const { waiting } = document
    const rights = new Map(
      waiting.map(({ connection }) => [connection, rightOf(connection.person, standing, viewers)] as const),
    )
    // Who may not even read any more is cut off, with what was not stored.
    const heard = waiting.filter(({ connection }) => !isOut(rights.get(connection)!))
    let judgement: Judgement
    try {
      judgement = judgeUpdates(
        document,
        heard,
        ({ connection }) => (rights.get(connection) === 'write' ? null : READ_ONLY),
        canEdit,
      )
    } catch (error) {
      // One document that breaks us may not hold up all others.
      house.log.error({ err: error, document: document.id }, 'live edits could not be judged')
      outcomes.push({ kind: 'ended', document, why: 'tryLater' })
      continue
    }
    let { seq } = log
    const updates: Uint8Array[] = []
    for (const {
      waiting: { connection },
      update,
      claims: clients,
    } of judgement.accepted) {
      for (const client of clients) claims.push({ id: document.id, client, actor: connection.person.id })
      if (update === null) continue
      updates.push(update)
      rows.push({ id: document.id, seq: ++seq, update, actor: connection.person.id })
    }
    outcomes.push({
      kind: 'stored',
      document,
      waiting: [...waiting],
      unkept: new Map(document.unkept),
      judgement,
      updates,
      seq,
      rights,
      kept: [],
      revision: null,
    })
  }
  await appendLiveRows(tx, rows, now)
  await claimClients(tx, claims)
  const done: GroupOutcome[] = []
  for (const outcome of outcomes) {
    if (outcome.kind === 'ended') {
      done.push(outcome)
      continue
    }
    if (process !== null && outcome.updates.length > 0) await tell(tx, 'live', `${process}/${outcome.document.id}`)
    await keepForks(tx, outcome.unkept, now)
    done.push({ ...outcome, ...(await keepRefused(tx, house, outcome, locked.get(outcome.document.id)!)) })
  }
  return done
}

async function readRecordOf(tx: Writer, document: LiveDocument, { entries: upTo }: LockedPostmortem): Promise<void> {
  if (document.record?.upTo === upTo) return
  const { entries } = readRecord(upTo === 0 ? '' : await readRecordText(tx, document.id))
  document.record = { upTo, entries }
}

/** Suggestions are made against a revision, so one is cut of the text as it stands. */
async function keepRefused(
  tx: Writer,
  house: House,
  { document, judgement }: Extract<GroupOutcome, { kind: 'stored' }>,
  { revision, visibility }: LockedPostmortem,
): Promise<{ kept: Kept[]; revision: number | null }> {
  if (judgement.refused.length === 0) return { kept: [], revision: null }
  const restricted = visibility === 'restricted'
  const base = textOf(document.scratch)
  const writers = await liveWriters(tx, document.id, document.writers)
  const cut = await cutLiveRevision(house, tx, document.id, writers, restricted)
  const place = { postmortemId: document.id, base, revision: cut ?? revision, restricted }
  const kept: Kept[] = []
  for (const refused of judgement.refused)
    kept.push({ ...refused, base, suggestion: await keepSuggestion(house, tx, place, refused) })
  return { kept, revision: cut }
}

/** What refused writers went on to type before they started over. */
async function keepForks(tx: Writer, unkept: ReadonlyMap<string, readonly Edit[]>, now: Instant): Promise<void> {
  for (const [suggestion, edits] of unkept) await extendSuggestion(tx, suggestion, edits, now)
}
