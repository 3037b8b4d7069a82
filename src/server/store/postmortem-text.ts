/** The text of a postmortem with its record and evidence: opened under a lock, changed, and written with all that follows, in one transaction. */
import { digest } from '../../base/digest.ts'
import type { Instant } from '../../base/instant.ts'
import { ok, type Result, refuse } from '../../base/result.ts'
import type { Postmortem } from '../../document/model.ts'
import { parsePostmortem } from '../../document/parse.ts'
import type { House } from '../house.ts'
import { moveAnchors } from './comment-anchors.ts'
import { writeDerived } from './derived.ts'
import { readEvidenceLines, writeEvidenceLines } from './evidence-lines.ts'
import { followVisibility } from './follow-visibility.ts'
import { appendRecordLines, readRecordText } from './record-lines.ts'
import { noteChange } from './search-changes.ts'
import { locked, type Reader, type Writer } from './store.ts'

/** A postmortem as it stands, with everything that a verb looks at. */
export interface OpenedPostmortem {
  readonly id: string
  readonly text: string
  readonly revision: number
  readonly postmortem: Postmortem
  readonly recordText: string
  readonly evidenceText: string
  readonly visibility: 'internal' | 'restricted'
}

/** What a change makes of it; what is left out stays. */
export interface ChangedTexts {
  readonly text?: string
  readonly recordText?: string
  readonly evidenceText?: string
}

/** Who changes which postmortem, when and why. */
export interface ChangeRequest {
  readonly id: string
  /** The name under which revisions and the record know who acts. */
  readonly actor: string
  readonly now: Instant
  /** `edited`, `live`, `signed`, `item`, ... */
  readonly cause: string
  /** Refuse (`revision-stale`) unless this is the revision. */
  readonly expected?: number | undefined
}

/** How it stands after a change. */
export interface ChangedPostmortem {
  readonly id: string
  readonly revision: number
  /** False where the change changed nothing, so that no revision was cut. */
  readonly changed: boolean
  readonly stage: string
  readonly visibility: 'internal' | 'restricted'
  readonly text: string
}

/** Reads a postmortem with all that lies beside it; null where there is none. */
export async function openPostmortem(house: House, db: Reader, id: string): Promise<OpenedPostmortem | null> {
  const row = await db.selectFrom('postmortems').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? openRow(house, db, row) : null
}

async function openRow(
  house: House,
  db: Reader,
  {
    id,
    text: stored,
    revision,
    visibility,
  }: { id: string; text: string; revision: number; visibility: 'internal' | 'restricted' },
): Promise<OpenedPostmortem> {
  const text = (await house.live?.liveText(db, id)) ?? stored
  return {
    id,
    text,
    revision,
    postmortem: parsePostmortem(text, { severityWords: house.rules.policy.severityWords }),
    recordText: await readRecordText(db, id),
    evidenceText: await readEvidenceLines(db, id),
    visibility,
  }
}

/**
 * Changes a postmortem. The row is locked, so that of two changes the second sees what the first made. A change that changes nothing cuts no
 * revision. Refused with `no-such-postmortem`, `revision-stale`, `text-unstorable`, or as the change refuses; then nothing is written.
 */
export async function changePostmortem(
  house: House,
  tx: Writer,
  request: ChangeRequest,
  change: (opened: OpenedPostmortem) => Result<ChangedTexts> | Promise<Result<ChangedTexts>>,
): Promise<Result<ChangedPostmortem>> {
  const { id, actor, now, cause, expected } = request
  const read = () =>
    locked(house.store.kind, tx.selectFrom('postmortems').selectAll().where('id', '=', id)).executeTakeFirst()
  let row = await read()
  if (row && house.live) {
    // What was typed is a revision of its own, so that history tells it from this change.
    await house.live.cutTyped(house, tx, id)
    row = await read()
  }
  if (!row) return refuse('no-such-postmortem', `There is no postmortem ${id}.`)
  if (expected !== undefined && expected !== row.revision)
    return refuse(
      'revision-stale',
      `This was asked for revision ${expected}, and the postmortem is at revision ${row.revision}; nothing was changed. Read it again, then decide anew.`,
    )
  const opened = await openRow(house, tx, row)
  const made = await change(opened)
  if (!made.ok) return made
  const text = made.value.text ?? opened.text
  const recordText = made.value.recordText ?? opened.recordText
  const evidenceText = made.value.evidenceText ?? opened.evidenceText
  const same = text === row.text && recordText === opened.recordText && evidenceText === opened.evidenceText
  if (same)
    return ok({ id, revision: row.revision, changed: false, stage: row.stage, visibility: row.visibility, text })
  const unfit = unstorable(text) ?? unstorable(recordText) ?? unstorable(evidenceText)
  if (unfit) return unfit
  const revision = row.revision + 1
  const sum = digest(text)
  await tx
    .updateTable('postmortems')
    .set({ text, digest: sum, revision, updated_at: now })
    .where('id', '=', id)
    .execute()
  await tx
    .insertInto('revisions')
    .values({ postmortem_id: id, number: revision, text, digest: sum, at: now, actor, cause })
    .execute()
  await appendRecordLines(tx, id, opened.recordText, recordText)
  await writeEvidenceLines(tx, id, opened.evidenceText, evidenceText)
  if (text !== row.text) await moveAnchors(tx, id, row.text, text, revision)
  const postmortem =
    text === opened.text
      ? opened.postmortem
      : parsePostmortem(text, { severityWords: house.rules.policy.severityWords })
  await followVisibility(tx, row.incident_id, opened.postmortem, postmortem)
  const { stage, restricted } = await writeDerived(house, tx, { id, postmortem, recordText })
  if (text !== opened.text) await house.live?.appendServerEdit(tx, id, text, actor, now)
  noteChange(house.store, id, revision)
  return ok({ id, revision, changed: true, stage, visibility: restricted ? 'restricted' : 'internal', text })
}

const UNSTORABLE = /\0|\p{Surrogate}/u

/** What no database can hold: a NUL, or half of a character. */
export function unstorable(text: string): Result<never> | null {
  return UNSTORABLE.test(text)
    ? refuse(
        'text-unstorable',
        'The text holds a NUL or half of a character, which cannot be kept. Take it out, and send it again.',
      )
    : null
}
