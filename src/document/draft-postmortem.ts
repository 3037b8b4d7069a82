/** A complete draft from evidence: what the sources say in its place, an honest placeholder wherever a person must write. */
import { type Instant, utcClock, utcDay } from '../base/instant.ts'
import { appendEvidence } from '../evidence/evidence-file.ts'
import type { Artefact, EvidenceBatch, EvidenceProblem, IncidentHint, LeftOut } from '../evidence/fact.ts'
import { maskedWords } from '../evidence/masked-words.ts'
import { mergeFacts } from '../evidence/merge-facts.ts'
import { factsOf, type MergedFact } from '../evidence/merged-fact.ts'
import { type IncidentWindow, incidentWindow, outsideCounts, splitByWindow } from '../evidence/window.ts'
import { engineerHours, teamsPaged } from '../timeline/engineer-hours.ts'
import { type DraftRow, factsToRows } from '../timeline/facts-to-rows.ts'
import { kindOfEvent } from '../timeline/kind-of.ts'
import { milestonesOf } from '../timeline/milestones.ts'
import { bindRows } from './bind-rows.ts'
import type { DraftValues } from './draft-values.ts'
import { parsePostmortem } from './parse.ts'
import { plainWords } from './plain-words.ts'
import { blankPostmortem } from './template.ts'

/** The evidence read as one incident, before it has an id. */
export interface IncidentEvidence {
  readonly hint: IncidentHint
  readonly window: IncidentWindow | null
  readonly inside: readonly MergedFact[]
  readonly outside: readonly MergedFact[]
  readonly rows: readonly DraftRow[]
  readonly startedAt: Instant | null
  readonly endedAt: Instant | null
  readonly artefacts: readonly Artefact[]
  readonly teams: readonly string[]
  readonly engineerHours: number | null
  readonly leftOut: readonly LeftOut[]
  readonly problems: readonly EvidenceProblem[]
  /** Sentences about clocks that differ and secrets that were masked. */
  readonly notes: readonly string[]
}

/** Joins batches and finds the incident in them: its window, its rows, when impact began and ended. */
export function gatherIncident(batches: readonly EvidenceBatch[]): IncidentEvidence {
  const merged = mergeFacts(batches, (fact) => kindOfEvent(fact.title))
  const hints = batches.flatMap(({ incident }) => (incident ? [incident] : []))
  const window = incidentWindow(merged.facts, hints)
  const split = window ? splitByWindow(merged.facts, window) : { inside: merged.facts, outside: [] }
  const timeline = factsToRows(split.inside)
  const milestones = milestonesOf(timeline.rows)
  const started = milestones['impact-started']
  const ended = milestones['impact-ended']
  const hint = joinedHint(hints)
  const hours = engineerHours(batches.flatMap(({ responses }) => responses ?? []))
  return {
    hint,
    window,
    inside: split.inside,
    outside: split.outside.map(({ fact }) => fact),
    rows: timeline.rows,
    startedAt: started.at ?? hint.startedAt ?? window?.startedAt ?? timeline.rows[0]?.at ?? null,
    endedAt: ended.at ?? hint.endedAt ?? window?.endedAt ?? null,
    artefacts: joinedArtefacts(batches),
    teams: teamsPaged(
      batches.flatMap(({ teams }) => teams ?? []),
      split.inside,
    ),
    engineerHours: hours === null ? null : Math.round(hours.hours * 10) / 10,
    leftOut: joinedLeftOut([
      ...batches.flatMap(({ leftOut }) => leftOut ?? []),
      ...outsideCounts(split.outside),
      ...timeline.leftOut,
    ]),
    problems: [...batches.flatMap(({ problems }) => problems ?? []), ...merged.problems],
    notes: [...merged.skews.map(({ message }) => message), ...maskedWords(batches)],
  }
}

/** What a person said on the command line or in a form; each stands over what the sources say. */
export type DraftOverrides = Pick<
  DraftValues,
  'title' | 'severity' | 'commander' | 'recorder' | 'primary' | 'secondary' | 'visibility'
>

/** The texts of a new postmortem. */
export interface Draft {
  readonly text: string
  readonly evidenceText: string
}

/** Writes the draft under an id. */
export function draftPostmortem(evidence: IncidentEvidence, incidentId: string, overrides: DraftOverrides = {}): Draft {
  const { hint, rows, startedAt, endedAt } = evidence
  const first = rows.find(({ kind }) => kind === 'alert' || kind === 'observed' || kind === 'paged')
  const values: DraftValues = {
    incidentId,
    ...defined({
      title: hint.title,
      severity: severityToldOf(evidence),
      services: hint.services,
      tenants: hint.tenants,
      regions: hint.regions,
      commander: hint.commander,
      primary: hint.primary,
      secondary: hint.secondary,
      recorder: hint.recorder,
      statusPage: hint.statusPage,
    }),
    ...defined({ startedAt: wholeMinute(startedAt), endedAt: wholeMinute(endedAt) }),
    ...defined({ detection: first && `${plainWords(first.text)} (${utcDay(first.at)} ${utcClock(first.at)})` }),
    ...(evidence.teams.length > 0 ? { teamsPaged: evidence.teams } : {}),
    ...defined({ engineerHours: evidence.engineerHours ?? undefined }),
    artefacts: evidence.artefacts,
    timeline: rows.map(draftRow),
    ...defined({ ...overrides }),
  }
  const text = blankPostmortem(values)
  const facts = [...evidence.inside, ...evidence.outside].flatMap(factsOf)
  const evidenceText = bindRows(appendEvidence('', facts), parsePostmortem(text).timeline, rows)
  return { text, evidenceText }
}

const LEVEL = /\b(?:P|SEV(?:ERITY)?)[- ]?\d\b/i

/** The level that was declared last, in words such as "P1" or "SEV-2"; else what the sources were set to. */
function severityToldOf({ hint, rows }: IncidentEvidence): string | undefined {
  const declared = rows.filter(({ kind }) => kind === 'declared' || kind === 'escalated')
  return declared.flatMap(({ text }) => LEVEL.exec(plainWords(text))?.[0] ?? []).at(-1) ?? hint.severity
}

/** A row for the template: words without their escapes, and the whole minute where the clock needs no seconds. */
export function draftRow({ at, time, text, sources }: DraftRow) {
  const seconds = /\d{2}:\d{2}:\d{2}$/.test(time)
  return { at: seconds ? at - (at % 1000) : at - (at % 60_000), text: plainWords(text), links: sources }
}

/** Metadata speak in minutes, as the timeline does. */
function wholeMinute(at: Instant | null): Instant | undefined {
  return at === null ? undefined : at - (at % 60_000)
}

function defined<T extends object>(values: T): { [K in keyof T]: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')) as {
    [K in keyof T]: NonNullable<T[K]>
  }
}

/** The first word of any source on each question; lists of all sources together. */
function joinedHint(hints: readonly IncidentHint[]): IncidentHint {
  const first = <K extends keyof IncidentHint>(key: K) =>
    hints.find((hint) => hint[key] !== undefined && hint[key] !== '')?.[key]
  const all = (key: 'services' | 'tenants' | 'regions') => [...new Set(hints.flatMap((hint) => hint[key] ?? []))]
  const starts = hints.flatMap(({ startedAt }) => (startedAt === undefined ? [] : [startedAt]))
  const ends = hints.flatMap(({ endedAt }) => (endedAt === undefined ? [] : [endedAt]))
  const lists = { services: all('services'), tenants: all('tenants'), regions: all('regions') }
  return defined({
    title: first('title'),
    // A level means the same to everybody; a word such as "critical" is each tool's own.
    severity: hints.find(({ severity }) => severity && LEVEL.test(severity))?.severity ?? first('severity'),
    commander: first('commander'),
    primary: first('primary'),
    secondary: first('secondary'),
    recorder: first('recorder'),
    statusPage: first('statusPage'),
    startedAt: starts.length > 0 ? Math.min(...starts) : undefined,
    endedAt: ends.length > 0 ? Math.max(...ends) : undefined,
    services: lists.services.length > 0 ? lists.services : undefined,
    tenants: lists.tenants.length > 0 ? lists.tenants : undefined,
    regions: lists.regions.length > 0 ? lists.regions : undefined,
  })
}

function joinedArtefacts(batches: readonly EvidenceBatch[]): Artefact[] {
  const artefacts = new Map<string, Artefact>()
  for (const artefact of batches.flatMap((batch) => batch.artefacts ?? [])) {
    const key = `${artefact.kind} ${artefact.url ?? artefact.title}`
    if (!artefacts.has(key)) artefacts.set(key, artefact)
  }
  // A name without an address says nothing beside the same name with one.
  const linked = new Set([...artefacts.values()].flatMap(({ kind, title, url }) => (url ? [`${kind} ${title}`] : [])))
  return [...artefacts.values()].filter(({ kind, title, url }) => url || !linked.has(`${kind} ${title}`))
}

function joinedLeftOut(parts: readonly LeftOut[]): LeftOut[] {
  const counts = new Map<string, number>()
  for (const { why, count } of parts) counts.set(why, (counts.get(why) ?? 0) + count)
  return [...counts].map(([why, count]) => ({ why, count }))
}
