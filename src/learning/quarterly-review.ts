/** The review of a quarter as Markdown: what happened, what was promised and kept, what is late, what was learned. */
import { type ClosureRate, closureRate } from '../actions/closure-rate.ts'
import { overdueItems } from '../actions/overdue.ts'
import { type Quarter, reviewDay } from '../actions/quarter.ts'
import { escapeCell } from '../document/escape-cell.ts'
import { escapeLine } from '../document/escape-line.ts'
import { type DurationName, durationsOf } from '../timeline/durations.ts'
import type { CaseFile } from './case-file.ts'
import { distribution } from './distribution.ts'

/** The figures of the policy that the review needs. */
export interface ReviewPolicy {
  readonly closureTarget: number
  readonly reviewBusinessDay: number
  readonly holidays: readonly string[]
}

/** What was counted, for those who want the numbers without the words. */
export interface QuarterlyReview {
  readonly quarter: string
  readonly closure: ClosureRate
  readonly target: number
  readonly reviewDay: string
  readonly incidents: number
  readonly markdown: string
}

/** Makes the review of a quarter as of a day (`YYYY-MM-DD`). Restricted postmortems are left out of everything. */
export function quarterlyReview(
  all: readonly CaseFile[],
  quarter: Quarter,
  today: string,
  policy: ReviewPolicy,
): QuarterlyReview {
  const cases = all.filter(({ restricted }) => !restricted)
  const review = reviewDay(quarter, policy.reviewBusinessDay, policy.holidays)
  const states = cases.flatMap(({ items }) => items)
  const closure = closureRate(states, quarter, { review, today })
  const happened = cases.filter(({ day }) => day !== null && day >= quarter.from && day < quarter.to)
  const parts = [
    `# Review of ${quarter.name}`,
    `As of ${closure.asOf}${closure.final ? ', the review day: these figures do not change any more' : `; the review is on ${review}`}.`,
    closureWords(closure, policy.closureTarget),
    section('Late', lateWords(cases, today)),
    section('Incidents', incidentTable(happened)),
    section('How long it took', durationTable(happened)),
    section('Causes and the actions that cut them', causeWords(happened)),
    section('What was learned', lessonWords(happened)),
    section('Not finished', unfinishedWords(happened)),
  ]
  return {
    quarter: quarter.name,
    closure,
    target: policy.closureTarget,
    reviewDay: review,
    incidents: happened.length,
    markdown: `${parts.join('\n\n')}\n`,
  }
}

function section(heading: string, body: string): string {
  return `## ${heading}\n\n${body}`
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`
}

function closureWords(closure: ClosureRate, target: number): string {
  const { total, closed, verified, rate, verifiedRate, byStatus, reopenedSince, undated } = closure
  const lines = ['## Action items', '']
  if (rate === null) lines.push('No action item was first due in this quarter.')
  else {
    const met = rate > target
    lines.push(
      `**Closure rate ${percent(rate)}** (${closed} of ${total} items first due in the quarter; target more than ${percent(target)}: ${met ? 'met' : 'not met'}). Verified: ${percent(verifiedRate ?? 0)} (${verified}).`,
    )
    if (!met) lines.push('', `${Math.floor(target * total) + 1 - closed} more must be done to meet the target.`)
    lines.push(
      '',
      '| Status | Items |',
      '|---|---|',
      ...Object.entries(byStatus).map(([status, count]) => `| ${status} | ${count} |`),
    )
  }
  if (reopenedSince.length > 0) lines.push('', `Opened again since: ${reopenedSince.join(', ')}.`)
  if (undated.length > 0) lines.push('', `Without a due date, so in no quarter: ${undated.join(', ')}.`)
  return lines.join('\n')
}

const LATE = {
  due: 'not done',
  acceptance: 'the risk was accepted only until then',
  effect: 'nobody looked whether it works',
} as const

function lateWords(cases: readonly CaseFile[], today: string): string {
  const states = cases.flatMap(({ items }) => items)
  const late = overdueItems(states, today)
  if (late.length === 0) return 'Nothing is late.'
  const words = new Map(states.map((state) => [state.ref, state.item.description.text]))
  return late
    .map(
      ({ ref, what, day, days }) =>
        `- ${ref} ${escapeLine(words.get(ref) ?? '')}: ${LATE[what]} (${day}, ${days === 1 ? '1 day' : `${days} days`})`,
    )
    .join('\n')
}

function incidentTable(cases: readonly CaseFile[]): string {
  if (cases.length === 0) return 'No incident began in this quarter.'
  const rows = [...cases]
    .sort((a, b) => (a.day! < b.day! ? -1 : a.day! > b.day! ? 1 : a.file < b.file ? -1 : 1))
    .map(({ day, incident, title, postmortem, stage }) => {
      const severity = postmortem.metadata.severity
      return `| ${day} | ${escapeCell(incident ?? '')} | ${escapeCell(title)} | ${severity?.value ?? escapeCell(severity?.text ?? '')} | ${stage} |`
    })
  return ['| Day | Incident | Title | Severity | Stage |', '|---|---|---|---|---|', ...rows].join('\n')
}

const WORDS: Readonly<Record<DurationName, string>> = {
  detect: 'Detect (impact start to first signal)',
  acknowledge: 'Acknowledge (page to acknowledgement)',
  mitigate: 'Mitigate (page to impact end)',
  resolve: 'Resolve (page to all-clear)',
  impact: 'Impact (start to end)',
}

function durationTable(cases: readonly CaseFile[]): string {
  const all = cases.map(({ postmortem }) => durationsOf(postmortem.timeline))
  const rows = (Object.keys(WORDS) as DurationName[]).flatMap((name) => {
    const spread = distribution(
      all.flatMap((one) => one[name].milliseconds ?? []).map((milliseconds) => milliseconds / 60_000),
    )
    if (!spread) return []
    const { values, lowest, quarter, median, threeQuarters, highest } = spread
    const cells = [lowest, quarter, median, threeQuarters, highest].map(minutes)
    return [`| ${WORDS[name]} | ${values.length} | ${cells.join(' | ')} |`]
  })
  if (rows.length === 0) return 'No timeline of the quarter tells enough to say.'
  return [
    'Spread over incidents; an average would mislead.',
    '',
    '| | Incidents | Shortest | 25 % within | 50 % within | 75 % within | Longest |',
    '|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n')
}

function minutes(figure: number): string {
  const whole = Math.round(figure)
  return whole < 60 ? `${whole} min` : `${Math.floor(whole / 60)} h ${String(whole % 60).padStart(2, '0')} min`
}

function causeWords(cases: readonly CaseFile[]): string {
  const lines = cases.flatMap(({ incident, file, postmortem, items }) =>
    postmortem.causes
      .filter(({ kind }) => kind !== 'why')
      .map(({ id, label, text }) => {
        const cutting = items
          .filter(({ item }) => item.addresses?.value.includes(id))
          .map(({ key, status }) => `${key} (${status})`)
        const cut = cutting.length > 0 ? `cut by ${cutting.join(', ')}` : '**no action cuts it**'
        return `- ${incident ?? file} ${id}, ${escapeLine(label)}: ${escapeLine(text)} — ${cut}`
      }),
  )
  return lines.length > 0 ? lines.join('\n') : 'No causes are named.'
}

function lessonWords(cases: readonly CaseFile[]): string {
  const lines = cases.flatMap(({ incident, file, postmortem }) =>
    postmortem.lessons.map(({ text }) => `- ${escapeLine(text)} (${incident ?? file})`),
  )
  return lines.length > 0 ? lines.join('\n') : 'No lessons are written down.'
}

function unfinishedWords(cases: readonly CaseFile[]): string {
  const lines = cases
    .filter(({ stage }) => stage !== 'published' && stage !== 'closed')
    .map(({ incident, file, title, stage }) => `- ${incident ?? file} ${escapeLine(title)}: ${stage}`)
  if (cases.length === 0) return 'There is nothing to finish.'
  return lines.length > 0 ? lines.join('\n') : 'Every postmortem of the quarter is published.'
}
