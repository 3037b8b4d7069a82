/** Tries updates on a scratch copy and says which may be: for all of them at once, and one by one only where something may not be. */
import type { Doc } from 'yjs'
import * as Y from 'yjs'
import type { canEditText } from '../../actions/can-edit-text.ts'
import type { Refusal } from '../../base/result.ts'
import type { Postmortem } from '../../document/model.ts'
import { parsePostmortem } from '../../document/parse.ts'
import type { Connection } from './connection.ts'
import { applyAll, applyNew, hasGaps, textOf, tryApply } from './live-doc.ts'
import type { LiveDocument, Waiting } from './live-document.ts'
import { LIMITS } from './pace.ts'
import { newIn } from './read-update.ts'

/** What may be stored: what is new in it (null where nothing is), and client ids that are used for the first time. */
export interface Accepted {
  readonly waiting: Waiting
  readonly update: Uint8Array | null
  readonly claims: readonly number[]
}

/** What may not be, why, and the text as its writer has it. */
export interface Refused {
  /** The first that may not be; those after it from the same connection are in the fork as well. */
  readonly waiting: Waiting
  readonly refusal: Refusal
  readonly fork: Doc
  /** The last of its updates that the fork holds. */
  upTo: number
}

/** What became of the updates of one document. */
export interface Judgement {
  readonly accepted: readonly Accepted[]
  readonly refused: readonly Refused[]
  /** Wrote under an id of another. */
  readonly forged: readonly Waiting[]
  /** Well formed, and yet nothing that Yjs can take in. */
  readonly broken: readonly Waiting[]
  /** The text with all that was accepted, as it was understood; null where nothing was new. */
  readonly parsed: Postmortem | null
}

/** Says who of the writers may write; a refusal otherwise. */
export type MayWrite = (waiting: Waiting) => Refusal | null

/** Judges what waits. Afterwards the scratch copy holds what was accepted, and nothing else. */
export function judgeUpdates(
  document: LiveDocument,
  waiting: readonly Waiting[],
  mayWrite: MayWrite,
  canEdit: typeof canEditText,
): Judgement {
  // Before anything is tried, since it is read from the same copy.
  const before = document.parsed()
  return tryAll(document, before, waiting, mayWrite, canEdit) ?? tryEach(document, before, waiting, mayWrite, canEdit)
}

function tryEach(
  document: LiveDocument,
  before: Postmortem,
  waiting: readonly Waiting[],
  mayWrite: MayWrite,
  canEdit: typeof canEditText,
): Judgement {
  const accepted: Accepted[] = []
  const refused: Refused[] = []
  const forged: Waiting[] = []
  const broken: Waiting[] = []
  const claimed = new Map<number, string>()
  let parsed: Postmortem | null = null
  const forks = new Map<Connection, Refused>()
  for (const each of waiting) {
    const forked = forks.get(each.connection)
    if (forked) {
      tryApply(forked.fork, each.update.bytes)
      forked.upTo = each.number
      continue
    }
    if (isForged(document, each, claimed)) {
      forged.push(each)
      continue
    }
    const claims = claimsOf(document, each, claimed)
    const { scratch } = document
    let update: Uint8Array | null
    try {
      update = tryOne(scratch, each)
    } catch {
      broken.push(each)
      restore(document, accepted)
      continue
    }
    const gap = hasGaps(scratch)
    if (update === null && !gap) {
      accepted.push({ waiting: each, update, claims })
      continue
    }
    const after = parsePostmortem(textOf(scratch))
    const refusal = mayWrite(each) ?? (gap ? OUT_OF_STEP : textRefusal(document, parsed ?? before, after, canEdit))
    if (refusal === null) {
      for (const client of claims) claimed.set(client, each.connection.person.id)
      accepted.push({ waiting: each, update, claims })
      parsed = after
      continue
    }
    const kept = { waiting: each, refusal, fork: scratch, upTo: each.number }
    refused.push(kept)
    forks.set(each.connection, kept)
    restore(document, accepted)
  }
  return { accepted, refused, forged, broken, parsed }
}

const NOTHING = { refused: [], forged: [], broken: [], parsed: null }

/** A scratch copy that holds what was accepted so far. */
function restore(document: LiveDocument, accepted: readonly Accepted[]): void {
  document.dropScratch()
  applyAll(
    document.scratch,
    accepted.flatMap(({ update }) => update ?? []),
  )
}

const OUT_OF_STEP: Refusal = {
  code: 'out-of-step',
  message: 'The edit builds on something that the server does not have. Start over from the text as it is.',
}

/** Null where not all of them may be; then the scratch copy stands as before. */
function tryAll(
  document: LiveDocument,
  before: Postmortem,
  waiting: readonly Waiting[],
  mayWrite: MayWrite,
  canEdit: typeof canEditText,
): Judgement | null {
  const { scratch } = document
  const accepted: Accepted[] = []
  const claimed = new Map<number, string>()
  for (const each of waiting) {
    if (isForged(document, each, claimed)) return undone(document)
    if (!each.update.empty && mayWrite(each) !== null) return undone(document)
    const claims = claimsOf(document, each, claimed)
    for (const client of claims) claimed.set(client, each.connection.person.id)
    try {
      accepted.push({ waiting: each, update: each.update.empty ? null : tryOne(scratch, each), claims })
    } catch {
      return undone(document)
    }
  }
  if (hasGaps(scratch)) return undone(document)
  if (accepted.every(({ update }) => update === null)) return { ...NOTHING, accepted }
  const parsed = parsePostmortem(textOf(scratch))
  if (textRefusal(document, before, parsed, canEdit) !== null) return undone(document)
  return { ...NOTHING, accepted, parsed }
}

function undone(document: LiveDocument): null {
  document.dropScratch()
  return null
}

function tryOne(scratch: Doc, { update }: Waiting): Uint8Array | null {
  return applyNew(scratch, () => Y.applyUpdate(scratch, update.bytes))
}

/** Whoever writes first under an id has it; nobody else writes under it, in this connection or a later one. */
function isForged(document: LiveDocument, { connection, update }: Waiting, claimed: Map<number, string>): boolean {
  return newIn(update, document.scratch).some(({ client }) => {
    const owner = claimed.get(client) ?? document.owners.get(client)
    return owner !== undefined && owner !== connection.person.id
  })
}

/** Ids that nobody has yet, as long as the update is not applied. */
function claimsOf(document: LiveDocument, { update }: Waiting, claimed: Map<number, string>): number[] {
  return newIn(update, document.scratch)
    .map(({ client }) => client)
    .filter((client) => !document.owners.has(client) && !claimed.has(client))
}

function textRefusal(
  document: LiveDocument,
  before: Postmortem,
  after: Postmortem,
  canEdit: typeof canEditText,
): Refusal | null {
  const { source } = after
  if (source.length > LIMITS.text)
    return {
      code: 'text-too-large',
      message: `The text would have ${source.length} characters; at most ${LIMITS.text} are kept. Put long logs into files and link them.`,
    }
  const stray = /[\0\r]/.exec(source)
  if (stray)
    return {
      code: 'text-character',
      message: `The edit would bring ${stray[0] === '\r' ? 'a carriage return' : 'a NUL'} into the text. Lines end with a line feed alone, and no NUL is kept.`,
    }
  const judged = canEdit(before, after, document.record?.entries ?? [])
  return judged.ok ? null : judged.refusal
}
