/** Whether a target of the policy was missed without a word about it. */
import type { Instant } from '../base/instant.ts'
import type { Postmortem } from '../document/model.ts'
import { minutesToWords } from './words/stated-duration.ts'

/** How long it took and what was allowed, as words. */
export interface MissedTarget {
  readonly severity: string
  readonly took: string
  readonly target: string
}

/** Null where the target was met or cannot be told, or where what went wrong, a cause or an item speaks of it. */
export function targetMissed(
  postmortem: Postmortem,
  minutes: Readonly<Record<string, number>>,
  from: Instant | null,
  to: Instant | null,
  spokenOf: RegExp,
): MissedTarget | null {
  const severity = postmortem.metadata.severity?.value ?? null
  if (severity === null || from === null || to === null) return null
  const target = Object.hasOwn(minutes, severity) ? minutes[severity]! : null
  const took = (to - from) / 60_000
  if (target === null || took <= target) return null
  const { wentWrong, causes, actionItems } = postmortem
  const spoken =
    wentWrong.some(({ text }) => spokenOf.test(text)) ||
    causes.some(({ text }) => spokenOf.test(text)) ||
    actionItems.some(({ description }) => spokenOf.test(description.text))
  return spoken ? null : { severity, took: minutesToWords(took), target: minutesToWords(target) }
}
