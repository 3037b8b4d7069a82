/** Durations: how long the impact lasted, and how long it took to detect, acknowledge, mitigate and resolve. */
import type { Postmortem } from '../../../document/model.ts'
import type { MilestoneName } from '../../../timeline/milestones.ts'
import { lineOf } from '../../places.ts'
import type { CheckContext, RuleFinding } from '../../rule.ts'
import { milestonesIn, rowOf } from '../../timeline-rows.ts'
import { minutesToWords, statedDurationAgrees } from '../../words/stated-duration.ts'
import type { Statement } from './statements.ts'

const FILL = String.raw`(?:(?:about|around|approximately|roughly|nearly|almost|over|more than|less than|just (?:over|under)|some|only|a total of|for|of|was|~|≈|約|:)\s*)*`
const before = (words: string) => new RegExp(`(?:${words})\\s*${FILL}$`, 'i')

/** What a duration is said of, and the milestones that it lies between. */
const CLAIMS: readonly {
  name: string
  before: RegExp
  after: RegExp
  windows: readonly (readonly [MilestoneName, MilestoneName])[]
}[] = [
  {
    name: 'the time to detect',
    before: before(
      String.raw`\b(?:time to detect(?:ion)?|detected (?:it )?(?:within|after|in)|noticed (?:within|after)|detection took|mttd)`,
    ),
    after:
      /^\s*(?:to detect|until (?:the )?(?:detection|first alert|an alert|the alert))|^\s*(?:before|until) (?:an?|the|any|our) (?:first )?alert\b/i,
    windows: [
      ['impact-started', 'first-signal'],
      ['impact-started', 'paged'],
    ],
  },
  {
    name: 'the time to acknowledge',
    before: before(
      String.raw`\b(?:time to acknowledge|acknowledged (?:it |the page )?(?:within|after|in)|ack(?:ed)? (?:within|after|in)|mtta)`,
    ),
    after: /^\s*to acknowledge\b/i,
    windows: [
      ['paged', 'acknowledged'],
      ['first-signal', 'acknowledged'],
    ],
  },
  {
    name: 'the time to mitigate',
    before: before(String.raw`\b(?:time to mitigate|mitigated (?:within|after|in)|mitigation took)`),
    after: /^\s*to mitigate\b/i,
    windows: [
      ['paged', 'impact-ended'],
      ['impact-started', 'mitigation'],
      ['paged', 'mitigation'],
      ['impact-started', 'impact-ended'],
      ['first-signal', 'mitigation'],
      ['first-signal', 'impact-ended'],
    ],
  },
  {
    name: 'the time to resolve',
    before: before(
      String.raw`\b(?:time to (?:resolve|recover|restore)|(?:resolved|recovered|restored) (?:within|after|in)|recovery took|mttr)`,
    ),
    after: /^\s*to (?:resolve|recover|restore)\b/i,
    windows: [
      ['paged', 'all-clear'],
      ['impact-started', 'all-clear'],
      ['paged', 'impact-ended'],
      ['impact-started', 'impact-ended'],
      ['first-signal', 'impact-ended'],
      ['first-signal', 'all-clear'],
    ],
  },
]
const LASTED = before(
  String.raw`\b(?:last(?:ed|ing)|total(?:l?ed|l?ing)? (?:of|downtime|outage|duration)?|duration|outage|downtime|(?:down|unavailable|unreachable|degraded|slow|offline|interrupted|impacted|affected|failing|broken) for|incident took)`,
)
const LASTED_AFTER =
  /^[\s-]*(?:of (?:total |full |partial )?)?(?:(?:total|full|partial|complete|long|service|customer) )*(?:outage|downtime|incident|disruption|interruption|degradation|unavailability)\b|^(?:間)?(?:にわたり|にわたって|続|の障害|の停止|停止)/i

/** Findings for durations that contradict what timeline or metadata make of them. */
export function* checkDurations(context: CheckContext, statements: readonly Statement[]): Iterable<RuleFinding> {
  const { postmortem } = context
  let impact: Window[] | null = null
  for (const { part, text, from, figures } of statements) {
    for (const figure of figures) {
      if (figure.kind !== 'duration') continue
      const head = text.slice(Math.max(0, figure.from - 60), figure.from)
      const tail = text.slice(figure.to, figure.to + 40)
      const claim = CLAIMS.find((each) => each.before.test(head) || each.after.test(tail))
      const lasted = !claim && (LASTED.test(head) || LASTED_AFTER.test(tail))
      if (!claim && !lasted) continue
      impact ??= impactWindows(postmortem)
      const windows = claim ? milestoneWindows(postmortem, claim.windows) : impact
      const stated = figure.value + restOf(text.slice(figure.to))
      const words = `${head.slice(-24)}${text.slice(figure.from, figure.to + 14)}`
      if (windows.length === 0 || windows.some((window) => statedDurationAgrees(words, stated, window.minutes)))
        continue
      const [window] = windows
      yield {
        span: { from: from + figure.from, to: from + figure.to },
        message:
          `${part} says ${figure.text} for ${claim?.name ?? 'the impact'}; ${window!.where} it is ` +
          `${minutesToWords(window!.minutes)}. Correct the one that is wrong.`,
        // Elsewhere it may be one part of the impact that lasted so long.
        ...(part === 'Summary' ? {} : { severity: 'warning' as const }),
      }
    }
  }
}

interface Window {
  readonly minutes: number
  readonly where: string
}

/** `1 hour and 24 minutes`: the part after the first unit. */
function restOf(tail: string): number {
  const match = /^\s*(?:,|and)?\s*(\d{1,2})\s?(?:m\b|mins?\b|minutes?\b|分)/.exec(tail)
  return match ? Number(match[1]) : 0
}

function impactWindows(postmortem: Postmortem): Window[] {
  const { startedAt, endedAt, duration } = postmortem.metadata
  const windows = milestoneWindows(postmortem, [
    ['impact-started', 'impact-ended'],
    ['impact-started', 'all-clear'],
    ['first-signal', 'impact-ended'],
    ['first-signal', 'all-clear'],
    ['impact-started', 'mitigation'],
  ])
  if (startedAt?.value != null && endedAt?.value != null) {
    windows.push({
      minutes: (endedAt.value - startedAt.value) / 60_000,
      where: 'between start and end in the metadata',
    })
  }
  if (duration?.value != null) windows.push({ minutes: duration.value, where: 'in the metadata' })
  // A mitigation alone does not say how long the impact lasted.
  const ended =
    windows.some((window) => window.where !== '') &&
    (duration?.value != null || endedAt?.value != null || hasEnd(postmortem))
  return ended ? windows : []
}

function hasEnd(postmortem: Postmortem): boolean {
  const milestones = milestonesIn(postmortem)
  return milestones['impact-ended'].at !== null || milestones['all-clear'].at !== null
}

function milestoneWindows(
  postmortem: Postmortem,
  pairs: readonly (readonly [MilestoneName, MilestoneName])[],
): Window[] {
  const milestones = milestonesIn(postmortem)
  const windows: Window[] = []
  for (const [start, end] of pairs) {
    const [from, to] = [milestones[start].at, milestones[end].at]
    if (from === null || to === null || to < from) continue
    const lines = [start, end].map((name) => lineOf(postmortem, rowOf(postmortem, name as MilestoneName)!.span.from))
    windows.push({ minutes: (to - from) / 60_000, where: `from line ${lines[0]} to line ${lines[1]} of the timeline` })
  }
  return windows
}
