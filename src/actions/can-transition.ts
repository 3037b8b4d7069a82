/** Whether an action item may move, and if not, why: the table of transitions applied to one request. */
import { type Instant, parseInstant, utcDay } from '../base/instant.ts'
import type { ItemStatus } from '../base/item-status.ts'
import { ok, type Refusal, type Result, refuse } from '../base/result.ts'
import type { Proof } from '../record/entry.ts'
import { isAmong, samePerson } from '../signoff/same-person.ts'
import { type Demand, findTransition, nextStatuses, type Transition } from './transitions.ts'
import { parseVerifier, type Verifier } from './verifier.ts'

/** A move that somebody asks for. `from` is the status by the record, not the one that the text claims. */
export interface TransitionRequest {
  readonly item: string
  readonly from: ItemStatus
  readonly to: ItemStatus
  readonly owner: string | null
  readonly ticket: string | null
  /** Who marked it done last. */
  readonly doneBy: string | null
  readonly actor: string
  readonly at: Instant
  readonly proof?: Proof
  /** Who or what verified it; the actor where absent. */
  readonly verifier?: Verifier
  readonly reason?: string
  readonly acceptedBy?: string
  /** `YYYY-MM-DD`: until when the risk is accepted. */
  readonly until?: string
}

/** The transition, where it is allowed and nothing is lacking; else a refusal that says what is. */
export function canTransition(request: TransitionRequest): Result<Transition> {
  const { item, from, to } = request
  const move = findTransition(from, to)
  if (move === null) {
    const next = nextStatuses(from)
    return refuse(
      'transition-unknown',
      from === to
        ? `${item} is "${from}" already.`
        : `${item} is "${from}" and cannot become "${to}" from there. It can become: ${next.join(', ')}.`,
    )
  }
  for (const demand of move.demands) {
    const lacking = CHECKS[demand](request)
    if (lacking !== null) return { ok: false, refusal: lacking }
  }
  return ok(move)
}

const CHECKS: Readonly<Record<Demand, (request: TransitionRequest) => Refusal | null>> = {
  proof: lacksProof,
  reason: ({ item, to, reason }) =>
    blank(reason)
      ? { code: 'reason-missing', message: `${item} can become "${to}" only with a reason. Say why.` }
      : null,
  acceptance: lacksAcceptance,
  verification: lacksVerification,
}

function lacksProof({ item, proof, ticket }: TransitionRequest): Refusal | null {
  if (blank(proof?.reference))
    return {
      code: 'proof-missing',
      message: `${item} is not done without a proof. Name what shows it: a merged change, an alert rule whose test passes, a changed runbook, a chaos run, a test, or the message that was sent.`,
    }
  if (ticket !== null && !blank(ticket) && plain(proof!.reference) === plain(ticket))
    return {
      code: 'ticket-is-no-proof',
      message: `${item}: the ticket ${ticket.trim()} was given as proof, but a closed ticket proves nothing. Name the change, rule, runbook, test or run behind it.`,
    }
  return null
}

function lacksAcceptance({ item, acceptedBy, until, at }: TransitionRequest): Refusal | null {
  if (blank(acceptedBy))
    return {
      code: 'acceptance-missing',
      message: `${item} is left undone only where somebody accepts the risk. Name who does (acceptedBy).`,
    }
  const today = utcDay(at)
  if (until === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(until) || parseInstant(until) === null || until <= today)
    return {
      code: 'until-missing',
      message: `${item} is left undone for a time, not for ever. Found ${until === undefined ? 'no day' : `"${until}"`}; expected a day after ${today} (until, YYYY-MM-DD).`,
    }
  return null
}

function lacksVerification(request: TransitionRequest): Refusal | null {
  const { item, owner, doneBy, actor, proof } = request
  const verifier = request.verifier ?? { kind: 'person', name: actor }
  if (blank(verifier.name) || (verifier.kind === 'person' && parseVerifier(verifier.name).kind === 'check'))
    return { code: 'verifier-missing', message: `${item}: name the person who verified it, or the check that was run.` }
  if (verifier.kind === 'check')
    return blank(proof?.reference)
      ? {
          code: 'check-result-missing',
          message: `${item}: the check "${verifier.name}" was named without its result. Give the run, log or commit as proof.`,
        }
      : null
  for (const person of [verifier.name, actor]) {
    if (owner !== null && isAmong(person, owner))
      return {
        code: 'verifier-is-owner',
        message: `${item} is owned by ${owner.trim()}, so ${person} cannot verify it. Ask somebody else, or name a machine's check.`,
      }
    if (doneBy !== null && samePerson(person, doneBy))
      return {
        code: 'verifier-marked-done',
        message: `${item} was marked done by ${doneBy}, so ${person} cannot verify it. Ask somebody else, or name a machine's check.`,
      }
  }
  return null
}

function blank(words: string | undefined): boolean {
  return words === undefined || words.trim() === ''
}

function plain(words: string): string {
  return words.trim().replace(/\/+$/, '').toLowerCase()
}
