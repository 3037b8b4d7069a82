/** One fact that another system recorded: when, who or what, words, link, source id. Never edited, only superseded. */
import type { Instant } from '../base/instant.ts'
import type { EventKind } from './event-kind.ts'

/** A link with the words that stand for it. */
export interface Link {
  readonly title: string
  readonly url: string
}

/** Who or what acted, as the source names it. Never resolved to somebody the source does not name. */
export interface Actor {
  /** Name as given; the source's id where it gives no name. */
  readonly name: string
  readonly id?: string
  readonly bot?: boolean
}

/** One immutable observation. `source` and `externalId` together name it for ever. */
export interface Fact {
  /** `<source>:<externalId>`. */
  readonly id: string
  /** `pagerduty`, `slack`, `alertmanager`, `statuspage`, `github`, `grafana`, `notes`. */
  readonly source: string
  readonly externalId: string
  readonly at: Instant
  readonly endAt?: Instant
  /** The source's own writing of the time. */
  readonly rawTime: string
  /** The vendor's own type, verbatim. */
  readonly type: string
  /** The kind, where the vendor's type states it; absent where only the words tell. */
  readonly kind?: EventKind
  /** What happened, one line of plain text. */
  readonly title: string
  /** More words, plain text. */
  readonly text?: string
  readonly url?: string
  readonly actor?: Actor
  /** Who was paged, where this is a page. */
  readonly receiver?: string
  /** Service, alert name, environment, region and the like, in the source's words. */
  readonly labels?: Readonly<Record<string, string>>
  /** Facts of one conversation or one alert instance share a thread. */
  readonly thread?: string
}

/** The kinds of artefact that a postmortem links to. */
export type ArtefactKind = 'runbook' | 'dashboard' | 'alert' | 'thread' | 'page' | 'chaos' | 'change' | 'status-page'

/** Something to link under Related artefacts; `url` is null for an alert known by name only. */
export interface Artefact {
  readonly kind: ArtefactKind
  readonly title: string
  readonly url: string | null
}

/** What a source says about the incident as a whole; every value optional, all in the source's words. */
export interface IncidentHint {
  readonly title?: string
  /** Severity or priority as the source writes it (`P1`, `SEV-2`, `critical`). */
  readonly severity?: string
  readonly startedAt?: Instant
  readonly endedAt?: Instant
  readonly services?: readonly string[]
  readonly tenants?: readonly string[]
  readonly regions?: readonly string[]
  readonly commander?: string
  readonly primary?: string
  readonly secondary?: string
  readonly recorder?: string
  readonly statusPage?: string
}

/** One responder's time on the incident, used only as part of a total. */
export interface Response {
  readonly actor: string
  readonly from: Instant
  readonly to: Instant
}

/** What was left out of the facts, and why (joins, bot chatter, repeated notifications). */
export interface LeftOut {
  readonly why: string
  readonly count: number
}

/** Something in the input that could not be used: a path inside its JSON, or a line, and a sentence. */
export interface EvidenceProblem {
  readonly path: string
  readonly message: string
}

/** Words without a time that can be known (a line of hand-written notes): kept for a person to place. */
export interface UndatedNote {
  /** `<source>:<externalId>`, from the words alone. */
  readonly id: string
  readonly source: string
  readonly text: string
  /** Where it stood: `line 7`. */
  readonly path: string
}

/** All that one input told. */
export interface EvidenceBatch {
  readonly facts: readonly Fact[]
  /** What was told without a readable time; never given one. */
  readonly undated?: readonly UndatedNote[]
  readonly incident?: IncidentHint
  readonly artefacts?: readonly Artefact[]
  /** Teams or escalation policies that were paged. */
  readonly teams?: readonly string[]
  readonly responses?: readonly Response[]
  readonly leftOut?: readonly LeftOut[]
  /** How many secrets were masked. */
  readonly masked?: number
  readonly problems?: readonly EvidenceProblem[]
}
