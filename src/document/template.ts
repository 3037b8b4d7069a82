/** A new postmortem in the format: the template's sections in its order, with what is known and a placeholder for the rest. */
import type { Artefact, ArtefactKind, Link } from '../evidence/fact.ts'
import { draftActionItems } from './draft-action-items.ts'
import { draftMetadata } from './draft-metadata.ts'
import { draftTimeline } from './draft-timeline.ts'
import type { DraftValues } from './draft-values.ts'
import { escapeCell } from './escape-cell.ts'
import { escapeLine } from './escape-line.ts'
import { labelledLine } from './labelled-line.ts'
import { linkMarkup } from './link-markup.ts'

/** The fixed words at the end of every postmortem. */
export const BLAMELESSNESS_NOTE =
  '**A note on blamelessness.** This document names systems, not people. Every action a human took was the rational choice ' +
  'given the information they had at the time. If a human action contributed to the incident, the question is "what system let ' +
  'that choice be the most rational one?", not "who do we blame?". The action items are about the system; never about a person.'

/**
 * The Markdown of a new postmortem, `\n` line endings. Without values it is the blank template; values are escaped, so that
 * parsing gives them back whatever they hold (on one line: line endings become blanks).
 */
export function blankPostmortem(values: DraftValues = {}): string {
  const title = escapeLine(values.title ?? '') || '\\<INCIDENT-TITLE\\>'
  const sections: (readonly string[])[] = [
    [`# Postmortem — ${title}`],
    ['> Blameless, driven by action items, published widely. **So that the same mistake does not happen twice.**'],
    section('Metadata', draftMetadata(values)),
    section('Summary (1 paragraph)', [
      paragraph(
        values.summary,
        'In 2 to 4 sentences, read in 30 seconds: what happened, who was affected, what the root cause was, what we did',
      ),
    ]),
    section('Impact', impact(values)),
    section('Timeline (UTC)', draftTimeline(values)),
    section('Root cause', rootCause(values)),
    ...optional('Resolution', values.resolution),
    section(
      'What went right',
      bullets(values.wentRight, 'what held: a runbook that worked, an alert that fired, a rehearsal that paid off'),
    ),
    section(
      'What went wrong',
      bullets(values.wentWrong, 'a gap in a system, never a person: what was missing, misleading or too slow'),
    ),
    ...optional('Where we got lucky', values.lucky),
    section('Action items', [
      'Each item: a deliverable, an owner, a ticket and a due date.',
      '',
      ...draftActionItems(values),
      '',
      '**Target:** more than 80 % of the action items closed by the next quarterly review.',
    ]),
    section('Lessons', bullets(values.lessons, 'what we learned, not what we have to do')),
    section('Related artefacts', artefacts(values.artefacts ?? [])),
    ...optional('Customer communication', values.communication),
    section('Publication', publication(values.publication)),
    section('Sign-off', signOff(values)),
    ['---'],
    [BLAMELESSNESS_NOTE],
  ]
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function section(heading: string, lines: readonly string[]): string[] {
  return [`## ${heading}`, '', ...lines]
}

function optional(heading: string, values: readonly string[] | undefined): string[][] {
  return values && values.length > 0 ? [section(heading, bullets(values, ''))] : []
}

function paragraph(words: string | undefined, placeholder: string): string {
  return escapeLine(words ?? '') || `\\<${placeholder}\\>`
}

function bullets(values: readonly string[] | undefined, placeholder: string): string[] {
  const lines = (values ?? []).map(escapeLine).filter((line) => line !== '')
  return lines.length > 0 ? lines.map((line) => `- ${line}`) : [`- \\<${placeholder}\\>`]
}

function impact(values: DraftValues): string[] {
  const { impact = {}, teamsPaged = [], engineerHours, statusPage, artefacts = [] } = values
  const internal = [
    teamsPaged.length > 0 ? `${teamsPaged.join(', ')} paged` : '',
    engineerHours === undefined ? '' : `${Math.round(engineerHours * 10) / 10} engineer-hours in total`,
  ].filter((part) => part !== '')
  const lines = [
    labelledLine('Customer impact', impact.customer, '\\<how many were affected, how, at what cost\\>'),
    labelledLine('Tenant impact', impact.tenant, '\\<which tenants; whether each was told\\>'),
    labelledLine(
      'Internal impact',
      impact.internal || internal.join('; '),
      '\\<teams paged; engineer-hours in total\\>',
    ),
    labelledLine('Data integrity', impact.dataIntegrity, '\\<lost, corrupted, or OK\\>'),
    labelledLine('SLO impact', impact.slo, '\\<how much error budget was consumed\\>'),
  ]
  const pages = statusPage === undefined ? linked(artefacts, 'status-page') : [statusPage].map(wordsOrLink)
  lines.push(`- **Status page:** ${pages.join(', ') || '\\<link to the status-page entry\\>'}`)
  if (impact.revenue) lines.push(labelledLine('Revenue', impact.revenue, ''))
  if (impact.support) lines.push(labelledLine('Support tickets', impact.support, ''))
  return lines
}

function rootCause(values: DraftValues): string[] {
  const factors = values.contributingFactors ?? []
  const blanks = ['an alert that did not fire', 'a runbook step that was wrong']
  const count = Math.max(factors.length, factors.length > 0 ? 0 : 2)
  return [
    paragraph(
      values.rootCause,
      'What went wrong in the system: technical, without blame, not the story of a human error',
    ),
    '',
    labelledLine('Trigger', values.trigger, '\\<what made it happen now\\>'),
    labelledLine('Latent condition', values.latentCondition, '\\<the bug or gap that was already there\\>'),
    ...Array.from({ length: count }, (_, index) =>
      labelledLine(`Contributing factor ${index + 1}`, factors[index], `\\<such as ${blanks[index]}\\>`),
    ),
    missedCatch(values.missedCatch),
  ]
}

function missedCatch(words: string | undefined): string {
  return `- **Why didn't we catch this earlier?** ${paragraph(words, 'the gap in monitoring, testing or game days')}`
}

const ARTEFACTS: readonly (readonly [ArtefactKind, string, string])[] = [
  ['runbook', 'Runbooks used', 'links'],
  ['dashboard', 'Dashboards consulted', 'links'],
  ['alert', 'Alerts that fired', 'list'],
  ['thread', 'Slack thread', 'link'],
  ['page', 'PagerDuty incident', 'link'],
  ['chaos', 'Chaos experiments related', 'list'],
  ['change', 'Changes', ''],
]

function linked(artefacts: readonly Artefact[], kind: ArtefactKind): string[] {
  return artefacts
    .filter((artefact) => artefact.kind === kind)
    .map(({ title, url }) => wordsOrLink(url === null ? title : { title, url }))
}

function wordsOrLink(value: string | Link): string {
  return typeof value === 'string' ? escapeLine(value) : linkMarkup(value)
}

function artefacts(all: readonly Artefact[]): string[] {
  return ARTEFACTS.flatMap(([kind, label, placeholder]) => {
    const links = linked(all, kind)
    if (links.length === 0) return placeholder === '' ? [] : [`- **${label}:** \\<${placeholder}\\>`]
    return [`- **${label}:** ${links.join(', ')}`]
  })
}

const PUBLICATION = [
  'Posted in the status channel of the platform.',
  'Linked in the wiki / `docs/postmortems/`.',
  'Discussed in the next platform all-hands.',
  'Action items added to the project board.',
]

function publication(entries: readonly string[] | undefined): string[] {
  return (entries?.map(escapeLine) ?? PUBLICATION).map((words) => `- [ ] ${words}`)
}

function signOff({ signOff, commander }: DraftValues): string[] {
  const rows = signOff ?? [
    { role: 'Incident Commander', name: commander },
    { role: 'Platform Lead' },
    { role: '(Optional) CTO' },
  ]
  return [
    '| Role | Name | Date |',
    '|---|---|---|',
    ...rows.map(({ role, name }) => `| ${escapeCell(role)} | ${escapeCell(name ?? '') || '\\<name\\>'} | YYYY-MM-DD |`),
  ]
}
