/** What may be known when a postmortem is begun: plain words and instants that fill the template. */
import type { Instant } from '../base/instant.ts'
import type { ItemStatus } from '../base/item-status.ts'
import type { Artefact, Link } from '../evidence/fact.ts'

/** One row of the timeline. */
export interface DraftRow {
  /** UTC; null where it is not known. */
  readonly at: Instant | null
  readonly text: string
  /** Where it comes from; any row with a link brings the column Source. */
  readonly links?: readonly Link[]
}

/** One action item. Any value in an optional column brings the column. */
export interface DraftItem {
  /** Next free `A1`, `A2` where it is left out. */
  readonly id?: string
  readonly description: string
  readonly owner?: string
  readonly ticket?: string | Link
  /** `YYYY-MM-DD`. */
  readonly due?: string
  readonly status?: ItemStatus
  readonly priority?: string
  readonly type?: string
  /** Cause ids. */
  readonly addresses?: readonly string[]
  readonly proof?: string
  readonly effect?: string
}

/** Statements about impact. */
export interface DraftImpact {
  readonly customer?: string
  readonly tenant?: string
  readonly internal?: string
  readonly dataIntegrity?: string
  readonly slo?: string
  readonly revenue?: string
  readonly support?: string
}

/** Everything that can be filled in; whatever is left out (or blank) stays a placeholder. */
export interface DraftValues {
  readonly incidentId?: string
  readonly title?: string
  readonly startedAt?: Instant
  readonly endedAt?: Instant
  /** In words, such as `P1`. */
  readonly severity?: string
  readonly tenants?: readonly string[]
  readonly regions?: readonly string[]
  readonly services?: readonly string[]
  readonly detection?: string
  readonly primary?: string
  readonly secondary?: string
  readonly commander?: string
  readonly recorder?: string
  readonly author?: string
  readonly visibility?: 'internal' | 'restricted'
  readonly summary?: string
  readonly impact?: DraftImpact
  /** Teams that were paged, for the internal impact. */
  readonly teamsPaged?: readonly string[]
  /** Hours of all engineers together, never of one. */
  readonly engineerHours?: number
  readonly statusPage?: string | Link
  readonly timeline?: readonly DraftRow[]
  readonly rootCause?: string
  readonly trigger?: string
  readonly latentCondition?: string
  readonly contributingFactors?: readonly string[]
  readonly missedCatch?: string
  readonly resolution?: readonly string[]
  readonly wentRight?: readonly string[]
  readonly wentWrong?: readonly string[]
  readonly lucky?: readonly string[]
  readonly actionItems?: readonly DraftItem[]
  readonly lessons?: readonly string[]
  readonly artefacts?: readonly Artefact[]
  readonly communication?: readonly string[]
  /** What has to be published where, one entry each. */
  readonly publication?: readonly string[]
  /** Who signs; a name left out stays a placeholder. */
  readonly signOff?: readonly { readonly role: string; readonly name?: string }[]
}
