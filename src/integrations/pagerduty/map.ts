/** PagerDuty's answers as evidence. */
import type { Instant } from '../../base/instant.ts'
import type { Artefact, EvidenceBatch, EvidenceProblem, Fact } from '../../evidence/fact.ts'
import { jsonPath } from '../kit/json-path.ts'
import { tally } from '../kit/left-out.ts'
import { oneLine } from '../kit/plain-text.ts'
import { readInstant, timeProblem } from '../kit/read-instant.ts'
import { entryWords, noteText } from './entry-words.ts'
import type { Gathered } from './gather.ts'
import { incidentFacts, incidentLabels } from './incident-facts.ts'
import { incidentHint } from './incident-hint.ts'
import { kindOf, levelsOf } from './levels.ts'
import { linkedArtefacts } from './links.ts'
import { actorOf, nameOf, numberOf, titleOf } from './names.ts'
import { alertFact, changeFact, noteFact, noteId } from './other-facts.ts'
import { pageSequence, type TimedEntry } from './page-sequence.ts'
import { responsesOf } from './responses.ts'

/** Everything the answers tell; problems found while gathering come in and go out with it. */
export function gatheredToBatch(gathered: Gathered, problems: EvidenceProblem[]): EvidenceBatch {
  const leftOut = tally()
  const incidents = new Map(gathered.incidents.map(({ value }) => [value.id, value]))
  const only = gathered.incidents.length === 1 ? gathered.incidents[0]!.value : undefined
  const entries = timedEntries(gathered, problems)
  const levels = levelsOf(
    entries.map(({ entry }) => entry),
    gathered.onCalls,
  )
  const { kept, paging } = pageSequence(entries, leftOut)
  const logged = new Set(entries.map(({ entry }) => entry.incident?.id ?? only?.id))
  const facts: Fact[] = []
  for (const { entry, at } of kept) {
    const incident = incidents.get(entry.incident?.id ?? '') ?? only
    const words = entryWords(entry, incident, levels)
    const paged = paging.has(entry)
      ? { kind: 'paged' as const, receiver: words.title.replace(/^Assigned to | \(\w+\)$/g, '') }
      : {}
    const note = kindOf(entry) === 'annotate' ? noteText(entry) : undefined
    const externalId = note === undefined ? entry.id : noteId(note, at)
    const actor = actorOf(entry.agent)
    const labels = kindOf(entry) === 'trigger' ? incidentLabels(incident) : undefined
    const thread = entry.incident?.id ?? only?.id
    facts.push({
      id: `pagerduty:${externalId}`,
      source: 'pagerduty',
      externalId,
      at,
      rawTime: String(entry.created_at),
      type: entry.type,
      ...words,
      ...paged,
      ...(actor ? { actor } : {}),
      ...(entry.html_url ? { url: entry.html_url } : {}),
      ...(labels ? { labels } : {}),
      ...(thread ? { thread } : {}),
    })
  }
  for (const incident of gathered.incidents)
    if (!logged.has(incident.value.id)) facts.push(...incidentFacts(incident, problems))
  for (const note of gathered.notes) pushIfAny(facts, noteFact(note, only?.id, problems))
  for (const change of gathered.changes) pushIfAny(facts, changeFact(change, problems))
  const triggers = new Set(
    facts.filter((fact) => fact.kind === 'alert').map((fact) => `${fact.thread}\n${minute(fact.at)}`),
  )
  for (const alert of gathered.alerts) {
    const fact = alertFact(alert, problems)
    if (fact && triggers.has(`${fact.thread}\n${minute(fact.at)}`)) leftOut.add('alerts that the incident itself tells')
    else pushIfAny(facts, fact)
  }
  return {
    facts,
    incident: incidentHint(gathered, entries, levels),
    artefacts: artefactsOf(gathered),
    teams: teamsOf(gathered),
    responses: responsesOf(entries),
    leftOut: leftOut.list(),
    problems,
  }
}

function timedEntries({ entries }: Gathered, problems: EvidenceProblem[]): TimedEntry[] {
  const timed: TimedEntry[] = []
  for (const { value, path } of entries) {
    const at = readInstant(value.created_at)
    if (at === null) problems.push({ path: jsonPath(path, 'created_at'), message: timeProblem(value.created_at) })
    else timed.push({ entry: value, at, path })
  }
  return timed.sort((a, b) => a.at - b.at)
}

function artefactsOf({ incidents, alerts, entries }: Gathered): Artefact[] {
  const artefacts: Artefact[] = []
  for (const { value } of incidents) {
    const title = ['PagerDuty', numberOf(value), titleOf(value)].filter(Boolean).join(' ')
    if (value.html_url) artefacts.push({ kind: 'page', title, url: value.html_url })
    artefacts.push(...linkedArtefacts(value.body))
  }
  for (const { value } of alerts) {
    artefacts.push({ kind: 'alert', title: oneLine(value.summary ?? value.id), url: value.html_url ?? null })
    artefacts.push(...linkedArtefacts(value.body))
  }
  for (const { value } of entries)
    artefacts.push(...linkedArtefacts([value.contexts, value.event_details, value.channel, value.note]))
  return artefacts
}

function teamsOf({ incidents, entries }: Gathered): string[] {
  const teams = [...incidents.map(({ value }) => value.teams), ...entries.map(({ value }) => value.teams)]
  const names = teams.flatMap((list) => (list ?? []).flatMap((team) => nameOf(team) ?? []))
  return names.length > 0 ? names : incidents.flatMap(({ value }) => nameOf(value.escalation_policy) ?? [])
}

function minute(at: Instant): number {
  return Math.round(at / 60_000)
}

function pushIfAny(facts: Fact[], fact: Fact | null): void {
  if (fact) facts.push(fact)
}
