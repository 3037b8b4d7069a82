/** The live log of a postmortem, for whoever changes its text in a transaction of their own. */
import { randomUUID } from 'node:crypto'
import type { Doc } from 'yjs'
import * as Y from 'yjs'
import { applyEdits } from '../../base/edit.ts'
import type { Instant } from '../../base/instant.ts'
import { claimClients } from '../store/live-clients.ts'
import { textRow } from '../store/live-text.ts'
import {
  appendLiveRows,
  countLiveRows,
  findLiveLog,
  insertLiveLog,
  type LiveLog,
  liveRowsAfter,
  markFollowed,
  replaceLiveRows,
} from '../store/live-updates.ts'
import { tell } from '../store/notices.ts'
import type { Reader, Writer } from '../store/store.ts'
import { applyNew, docOf, SERVER_CLIENT, textOf } from './live-doc.ts'
import { TEXT } from './read-update.ts'
import { textEdits } from './text-edits.ts'

/** Texts of logs as they were read last; a log's generation and number say which, so it is never wrong. */
const READ = new Map<string, string>()
const MOST_READ = 50

/** The name under which the server's own updates are kept. */
const SERVER = 'system'

/** The text by the live log, the one that holds while anybody edits; null where there is none. */
export async function liveText(tx: Reader, id: string): Promise<string | null> {
  const log = await findLiveLog(tx, id)
  if (log === null) return null
  const kept = READ.get(keyOf(log))
  if (kept !== undefined) return kept
  const text = textOf(await readDoc(tx, id))
  // What a transaction sees may never come to be.
  if (!tx.isTransaction) rememberText(log, text)
  return text
}

/** Notes the text of a log at a number, so that nobody has to read the log for it. */
export function rememberText(log: Pick<LiveLog, 'generation' | 'seq'>, text: string): void {
  READ.set(keyOf(log), text)
  if (READ.size > MOST_READ) READ.delete(READ.keys().next().value!)
}

function keyOf({ generation, seq }: Pick<LiveLog, 'generation' | 'seq'>): string {
  return `${generation} ${seq}`
}

/**
 * Lets the live log follow a text that was changed by another way than typing (an API edit, a signature): as small edits in one Yjs
 * transaction, appended in the caller's transaction and passed on to who edits once that is there. The caller has locked the postmortem's
 * row and writes the text row itself. Answers the number of the update, or null where there is no log or nothing to change.
 */
export async function appendServerEdit(
  tx: Writer,
  id: string,
  newText: string,
  actor: string,
  now: Instant,
): Promise<number | null> {
  const log = await findLiveLog(tx, id)
  if (log === null) return null
  const doc = await readDoc(tx, id)
  const update = editTo(doc, newText)
  const seq = update ? log.seq + 1 : log.seq
  if (update) {
    await appendLiveRows(tx, [{ id, seq, update, actor }], now)
    await claimClients(tx, [{ id, client: SERVER_CLIENT, actor: SERVER }])
    await tell(tx, 'live', `/${id}`)
  }
  await markFollowed(tx, id, { text_seq: seq, revision_seq: seq })
  return update ? seq : null
}

/** An opened log: its document, and where it stands. */
export interface OpenedLog {
  readonly log: LiveLog
  readonly doc: Doc
}

/**
 * Opens the log of a postmortem whose row the caller has locked, and begins it where there is none; null where there is no postmortem. A text
 * row that was changed past its log is followed.
 */
export async function openLog(tx: Writer, id: string, now: Instant): Promise<OpenedLog | null> {
  const text = await textRow(tx, id)
  if (text === null) return null
  const found = await findLiveLog(tx, id)
  if (found === null) {
    const doc = docOf([])
    const update = editTo(doc, text) ?? Y.encodeStateAsUpdate(doc)
    const generation = randomUUID()
    await insertLiveLog(tx, id, generation)
    await appendLiveRows(tx, [{ id, seq: 1, update, actor: SERVER }], now)
    await claimClients(tx, [{ id, client: SERVER_CLIENT, actor: SERVER }])
    await markFollowed(tx, id, { text_seq: 1, revision_seq: 1 })
    // Not the one that was written in, which has the server's client id.
    return { log: { generation, seq: 1, textSeq: 1, revisionSeq: 1 }, doc: docOf([update]) }
  }
  const doc = await readDoc(tx, id)
  if (found.textSeq < found.seq || textOf(doc) === text) return { log: found, doc }
  const seq = await appendServerEdit(tx, id, text, SERVER, now)
  if (seq === null) return { log: found, doc }
  return { log: { ...found, seq, textSeq: seq, revisionSeq: seq }, doc: await readDoc(tx, id) }
}

/**
 * Puts the state of a log in the place of its updates, without loss, where it holds more of them than a number. The caller has locked the
 * row. Answers whether it did.
 */
export async function compactLog(tx: Writer, id: string, moreThan: number, now: Instant): Promise<boolean> {
  if ((await countLiveRows(tx, id)) <= moreThan) return false
  const log = await findLiveLog(tx, id)
  if (log === null) return false
  // Merging many updates takes time that grows with their square; the state of a document that holds them does not.
  const update = Y.encodeStateAsUpdate(await readDoc(tx, id))
  await replaceLiveRows(tx, { id, seq: log.seq, update, actor: SERVER }, now)
  return true
}

async function readDoc(tx: Reader, id: string): Promise<Doc> {
  return docOf((await liveRowsAfter(tx, id, 0)).map(({ update }) => update))
}

/** The update that turns the text of a document into another; null where it says so already. */
function editTo(doc: Doc, newText: string): Uint8Array | null {
  const text = doc.getText(TEXT)
  const before = text.toString()
  if (before === newText) return null
  doc.clientID = SERVER_CLIENT
  const edits = textEdits(before, newText)
  const checked = applyEdits(before, edits)
  // Where a difference would split a character, the whole text is replaced.
  const safe = checked.ok && checked.value === newText ? edits : [{ from: 0, to: before.length, text: newText }]
  return applyNew(doc, () => {
    for (const { from, to, text: words } of safe.toReversed()) {
      if (to > from) text.delete(from, to - from)
      if (words !== '') text.insert(from, words)
    }
  })
}
