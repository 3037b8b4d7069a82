/** Tells everybody what became of a group of updates, once it is stored. */
import type { Instant } from '../../base/instant.ts'
import type { Connection } from './connection.ts'
import type { LiveDocument } from './live-document.ts'
import { rememberText } from './live-log.ts'
import { applyRight, isOut } from './rights.ts'
import type { GroupOutcome, Kept } from './store-group.ts'

/** Answers how many updates the log grew by; null where the document has ended and everybody was sent away. */
export function takeOutcome(outcome: GroupOutcome, now: Instant): number | null {
  const { document } = outcome
  if (outcome.kind === 'ended') {
    document.stopWaiting(() => true)
    for (const connection of document.connections) connection.close(outcome.why)
    return null
  }
  const { waiting, unkept, judgement, updates, seq, rights, kept, revision } = outcome
  document.stopWaiting((_, place) => place < waiting.length)
  const before = document.seq
  const upTo = new Map<Connection, number>()
  for (const accepted of judgement.accepted) {
    const { connection, number } = accepted.waiting
    for (const client of accepted.claims) document.owners.set(client, connection.person.id)
    if (accepted.update) {
      document.writers.delete(connection.person.id)
      document.writers.add(connection.person.id)
    }
    upTo.set(connection, number)
  }
  document.takeStored(updates, seq, judgement.parsed)
  if (judgement.parsed) rememberText({ generation: document.generation, seq }, judgement.parsed.source)
  for (const [connection, number] of upTo) connection.tell({ type: 'stored', seq, upTo: number })
  for (const each of kept) setBack(document, each, now)
  for (const { connection } of judgement.forged) connection.close('forged')
  for (const { connection } of judgement.broken) connection.close('garbage')
  for (const [connection, right] of rights) if (isOut(right) || connection.may !== right) applyRight(connection, right)
  for (const [suggestion, edits] of unkept)
    if (document.unkept.get(suggestion) === edits) document.unkept.delete(suggestion)
  if (revision !== null) document.tellRevision(revision)
  return seq - before
}

function setBack(document: LiveDocument, { waiting, refusal, fork, upTo, base, suggestion }: Kept, now: Instant): void {
  const { connection } = waiting
  const forked = { doc: fork, base, suggestion }
  connection.fork = forked
  // It begins again under another client id.
  document.presence.leave(connection)
  const { code, message } = refusal
  connection.tell({ type: 'refused', upTo, code, message, suggestion })
  connection.tell({ type: 'reset', log: document.generation })
  // What it sent meanwhile and waits already belongs to what was refused.
  for (const { update } of document.stopWaiting((each) => each.connection === connection))
    document.takeIntoFork(forked, update.bytes)
  if (!connection.mayBeRefused(now)) connection.close('flood')
}
