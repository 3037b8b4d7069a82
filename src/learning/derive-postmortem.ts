/** All that lists, figures and search need of a postmortem: derived from its text and record, and never written by hand. */
import { closureRate } from '../actions/closure-rate.ts'
import { type ItemState, itemStates } from '../actions/item-state.ts'
import { overdueItems } from '../actions/overdue.ts'
import { ownerKeys } from '../actions/owner-keys.ts'
import { quarterOf, reviewDay } from '../actions/quarter.ts'
import { type Instant, utcDay } from '../base/instant.ts'
import type { ItemStatus } from '../base/item-status.ts'
import type { Policy } from '../checks/policy.ts'
import type { ArtefactEntry, Cause, Postmortem, Severity } from '../document/model.ts'
import { audienceOf } from '../publication/redaction.ts'
import { type Stage, stageOf } from '../publication/stage.ts'
import type { Entry } from '../record/entry.ts'
import { requiredSignatures } from '../signoff/required-signatures.ts'
import { MILESTONES, type MilestoneName, milestonesOf } from '../timeline/milestones.ts'

/** One action item. Days are `YYYY-MM-DD`. */
export interface DerivedItem {
  readonly key: string
  readonly description: string
  readonly owner: string | null
  readonly owners: readonly string[]
  readonly ticket: string | null
  readonly status: ItemStatus
  readonly claim: ItemStatus | null
  readonly due: string | null
  readonly firstDue: string | null
  /** Of the first due date; it keeps the item for ever. */
  readonly quarter: string | null
  /** The status that counts for that quarter: by the record until its review day. Null without a quarter. */
  readonly closure: ItemStatus | null
  readonly priority: string | null
  readonly type: string | null
  readonly addresses: readonly string[]
  readonly proof: string | null
  readonly doneOn: string | null
  readonly verifiedOn: string | null
  readonly effect: string | null
  /** The day after which something about it is late: its work, its accepted risk, or the look at its effect. */
  readonly lateOn: string | null
}

/** One postmortem. */
export interface DerivedPostmortem {
  readonly title: string
  readonly summary: string
  readonly stage: Stage
  readonly severity: Severity | null
  readonly startedAt: Instant | null
  readonly quarter: string | null
  readonly restricted: boolean
  readonly services: readonly string[]
  readonly items: readonly DerivedItem[]
  readonly milestones: readonly { readonly kind: MilestoneName; readonly at: Instant }[]
  readonly causes: readonly Pick<Cause, 'id' | 'kind' | 'text'>[]
  readonly artefacts: readonly { readonly kind: string; readonly text: string; readonly url: string | null }[]
}

/** What decides beside text and record. */
export interface DeriveOptions {
  readonly policy: Policy
  readonly mainTarget: string
  /** The name of a postmortem without a title. */
  readonly id: string
  /** Whether its incident is restricted. */
  readonly restricted: boolean
}

/** The same text, record and policy give the same, so that everything derived can be thrown away and made again. */
export function derivePostmortem(
  postmortem: Postmortem,
  entries: readonly Entry[],
  { policy, mainTarget, id, restricted }: DeriveOptions,
): DerivedPostmortem {
  const { metadata, timeline, title } = postmortem
  const severity = metadata.severity?.value ?? null
  const startedAt = moment(metadata.startedAt?.value ?? timeline.find(({ at }) => at !== null)?.at ?? null)
  const day = startedAt === null ? (/^INC-(\d{4}-\d{2}-\d{2})/.exec(id)?.[1] ?? null) : utcDay(startedAt)
  const requiredRoles = requiredSignatures(policy, severity)
  const milestones = milestonesOf(timeline)
  return {
    title: title?.value || id,
    summary: postmortem.summary?.text ?? '',
    stage: stageOf({ postmortem, entries, requiredRoles, mainTarget }).stage,
    severity,
    startedAt,
    quarter: day === null ? null : (quarterOf(day)?.name ?? null),
    restricted: restricted || !audienceOf(postmortem).ok,
    services: servicesOf(postmortem),
    items: itemStates(postmortem, entries).map((state) => itemOf(state, policy)),
    milestones: MILESTONES.flatMap((kind) => {
      const at = moment(milestones[kind].at)
      return at === null ? [] : [{ kind, at }]
    }),
    causes: postmortem.causes.map(({ id: cause, kind, text }) => ({ id: cause, kind, text })),
    artefacts: postmortem.artefacts.flatMap(artefactsOf),
  }
}

function artefactsOf({ kind, value, links }: ArtefactEntry): DerivedPostmortem['artefacts'] {
  if (links.length > 0) return links.map(({ title, url }) => ({ kind, text: title, url }))
  return written(value.text) === null ? [] : [{ kind, text: value.text, url: null }]
}

function itemOf(state: ItemState, policy: Policy): DerivedItem {
  const { item, key, status, claim, due, firstDue, proof, transitions, effect, verifiedOn } = state
  const quarter = firstDue === null ? null : quarterOf(firstDue)
  const review = quarter && reviewDay(quarter, policy.reviewBusinessDay, policy.holidays)
  const done = status === 'done' || status === 'verified' ? transitions.findLast(({ to }) => to === 'done') : undefined
  return {
    key,
    description: item.description.text,
    owner: written(item.owner?.text),
    owners: ownerKeys(item.owner?.text ?? ''),
    ticket: written(item.ticket?.text),
    status,
    claim,
    due,
    firstDue,
    quarter: quarter?.name ?? null,
    closure: quarter && closureOf(state, quarter, review!),
    priority: item.priority?.value ?? null,
    type: item.type?.value ?? null,
    addresses: item.addresses?.value ?? [],
    proof: proof && `${proof.type}: ${proof.reference}`,
    doneOn: done?.at.slice(0, 10) ?? null,
    verifiedOn,
    effect,
    // As of a day after all days: what could ever be late, and from when.
    lateOn: overdueItems([state], '9999-12-31').at(0)?.day ?? null,
  }
}

function closureOf(state: ItemState, quarter: NonNullable<ReturnType<typeof quarterOf>>, review: string): ItemStatus {
  const { byStatus } = closureRate([state], quarter, { review, today: review })
  return (Object.keys(byStatus) as ItemStatus[]).find((status) => byStatus[status] > 0) ?? 'open'
}

function servicesOf({ metadata }: Postmortem): string[] {
  const words = metadata.entries
    .filter(({ key }) => key === 'services')
    .flatMap(({ value }) => value.text.split(/[,;\n]/))
    .map((word) => word.trim().replace(/\s+/g, ' ').toLowerCase())
  return [...new Set(words.filter((word) => written(word) !== null))].slice(0, 100)
}

function written(words: string | undefined): string | null {
  return words === undefined || /^\s*(?:\\?<[^<>]*>|[-–—]*)\s*$/.test(words) ? null : words
}

function moment(at: Instant | null): Instant | null {
  return at !== null && Number.isSafeInteger(at) && Math.abs(at) <= 8.64e15 ? at : null
}
