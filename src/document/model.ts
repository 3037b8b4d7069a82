/** The typed model of a postmortem: every value knows the span of the text it came from. */
import type { Instant } from '../base/instant.ts'
import type { ItemStatus } from '../base/item-status.ts'
import type { Span } from '../base/span.ts'
import type { EventKind } from '../evidence/event-kind.ts'
import type { Block } from './blocks.ts'
import type { SectionKind } from './section-kind.ts'

/** A value, the author's words for it (plain text, without Markdown) and where they stand. */
export interface Field<T = string> {
  readonly value: T
  readonly text: string
  readonly span: Span
}

/** A problem that parsing noticed; checks turn it into a finding. */
export interface Problem {
  readonly code: string
  readonly message: string
  readonly span: Span
}

/** A heading (or what stands for one) with what follows it up to the next section. */
export interface Section {
  readonly kind: SectionKind
  /** 1 to 6 for headings, 7 for a bold line or label that stands for one; 0 for what comes before the first. */
  readonly level: number
  /** Plain text of the heading; empty for what comes before the first. */
  readonly heading: string
  readonly headingSpan: Span
  /** Heading and body, without deeper sections. */
  readonly span: Span
  /** Heading, body and all deeper sections. */
  readonly extent: Span
  /** Words that follow a label on its own line (`- **Impact**: words`). */
  readonly lead: Span | null
  readonly blocks: readonly Block[]
  /** Index in `Postmortem.sections` of the section this one lies in; null at the top. */
  readonly parent: number | null
}

/** Running text: plain words and where they stand. */
export interface Prose {
  readonly text: string
  readonly span: Span
}

/** Which metadata a label means; `other` keeps labels that are not ours. */
export type MetadataKey =
  | 'incident-id'
  | 'start'
  | 'end'
  | 'duration'
  | 'severity'
  | 'tenants'
  | 'regions'
  | 'services'
  | 'detection'
  | 'primary'
  | 'secondary'
  | 'commander'
  | 'recorder'
  | 'author'
  | 'visibility'
  | 'status'
  | 'title'
  | 'date'
  | 'other'

/** One label and its value, as written. */
export interface MetadataEntry {
  readonly key: MetadataKey
  readonly label: string
  readonly labelSpan: Span
  readonly value: Field
}

/** What the metadata says. */
export interface Metadata {
  readonly entries: readonly MetadataEntry[]
  readonly incidentId: Field | null
  readonly startedAt: Field<Instant | null> | null
  readonly endedAt: Field<Instant | null> | null
  /** Minutes. */
  readonly duration: Field<number | null> | null
  /** P0..P3 where the author's word maps to one. */
  readonly severity: Field<Severity | null> | null
  readonly visibility: Field<'internal' | 'restricted'> | null
}

/** Our severities, the worst first. */
export type Severity = 'P0' | 'P1' | 'P2' | 'P3'

/** Which statement about impact a label means. */
export type ImpactKey =
  | 'customer'
  | 'tenant'
  | 'internal'
  | 'data-integrity'
  | 'slo'
  | 'status-page'
  | 'revenue'
  | 'support'
  | 'other'

/** One labelled statement under Impact (or an unlabelled bullet or paragraph, key `other`). */
export interface ImpactEntry {
  readonly key: ImpactKey
  readonly label: string
  readonly value: Field
}

/** One entry of the timeline. */
export interface TimelineRow {
  /** UTC; null where it cannot be known. */
  readonly at: Instant | null
  /** `YYYY-MM-DD` in UTC, or the author's day where only that is known; null where none is. */
  readonly date: string | null
  /** The author's words for the time; empty where there are none. */
  readonly timeText: string
  readonly timeSpan: Span | null
  /** Plain words of the event. */
  readonly text: string
  readonly textSpan: Span
  /** The optional source cell. */
  readonly source: Field | null
  readonly kind: EventKind
  /** The whole row, bullet or heading with its body. */
  readonly span: Span
  /** Index of the section it stands in. */
  readonly section: number
}

/** What a statement under Root cause is. */
export type CauseKind =
  | 'trigger'
  | 'latent-condition'
  | 'contributing-factor'
  | 'missed-catch'
  | 'why'
  | 'root-cause-statement'

/** One cause with its id: `T`, `L`, `CF1`, `W3`, `MC`. */
export interface Cause {
  readonly id: string
  readonly kind: CauseKind
  /** Question of a why-step; the label otherwise. */
  readonly label: string
  readonly text: string
  readonly span: Span
}

/** One bullet or paragraph of a list-like section. */
export interface Bullet {
  readonly text: string
  readonly span: Span
}

/** One action item; spans of cells are those of their content, empty at the cell where it is blank. */
export interface ActionItem {
  /** As written (`A1`, `P-1`), else given by position (`A3`), with `idGiven` false. */
  readonly id: string
  readonly idGiven: boolean
  readonly description: Field
  readonly owner: Field | null
  readonly ticket: Field | null
  /** `YYYY-MM-DD` or null where the words are not a day. */
  readonly due: Field<string | null> | null
  readonly status: Field<ItemStatus | null> | null
  readonly priority: Field<'high' | 'medium' | 'low' | null> | null
  readonly type: Field<'prevent' | 'detect' | 'mitigate' | 'learn' | null> | null
  /** Cause ids. */
  readonly addresses: Field<readonly string[]> | null
  readonly proof: Field | null
  readonly effect: Field | null
  readonly span: Span
  readonly section: number
  /** How it is written; `table` cells can be edited one by one. */
  readonly form: 'table' | 'bullet' | 'heading' | 'text'
}

/** One labelled line under Related artefacts. */
export interface ArtefactEntry {
  readonly kind: 'runbook' | 'dashboard' | 'alert' | 'thread' | 'page' | 'chaos' | 'change' | 'other'
  readonly label: string
  readonly value: Field
  readonly links: readonly { readonly title: string; readonly url: string }[]
}

/** One check box (or plain bullet) under Publication. */
export interface PublicationEntry {
  readonly ticked: boolean
  readonly text: string
  readonly span: Span
  /** The `[ ]`; null for a plain bullet. */
  readonly boxSpan: Span | null
  /** The receipt written as a sub-bullet. */
  readonly receipt: Field | null
}

/** One row of the sign-off table; a blank or placeholder cell has an empty value. */
export interface SignOffRow {
  readonly role: Field
  readonly name: Field
  readonly date: Field
  readonly signature: Field | null
  readonly span: Span
}

/** A postmortem as understood. Whatever it does not name stays in the text. */
export interface Postmortem {
  readonly source: string
  readonly title: Field | null
  readonly titleFrom: 'heading' | 'front-matter' | 'metadata' | null
  readonly sections: readonly Section[]
  readonly metadata: Metadata
  readonly summary: Prose | null
  readonly impact: readonly ImpactEntry[]
  readonly timeline: readonly TimelineRow[]
  /** Running text under Root cause that no label claims. */
  readonly rootCause: Prose | null
  readonly causes: readonly Cause[]
  readonly wentRight: readonly Bullet[]
  readonly wentWrong: readonly Bullet[]
  readonly lucky: readonly Bullet[]
  readonly resolution: readonly Bullet[]
  readonly actionItems: readonly ActionItem[]
  readonly lessons: readonly Bullet[]
  readonly artefacts: readonly ArtefactEntry[]
  readonly communication: readonly Bullet[]
  readonly publication: readonly PublicationEntry[]
  readonly signOff: readonly SignOffRow[]
  /** The note on blamelessness, where it stands. */
  readonly blamelessNote: Prose | null
  /** Indexes into `sections` of those that fit nowhere. */
  readonly unmapped: readonly number[]
  readonly problems: readonly Problem[]
}
