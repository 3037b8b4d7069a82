/** Keeps one page for each time somebody was called: repeated rings and the assignment that caused them fall away. */
import type { Instant } from '../../base/instant.ts'
import type { Tally } from '../kit/left-out.ts'
import { kindOf } from './levels.ts'
import { assigneesOf, isPerson, nameOf } from './names.ts'
import type { LogEntry } from './shape.ts'

/** An entry with its time and where it stood. */
export interface TimedEntry {
  readonly entry: LogEntry
  readonly at: Instant
  readonly path: string
}

const SOON = 10 * 60_000

/** The entries worth telling, in order of time; `paging` are assignments that stand for a page nobody logged. */
export function pageSequence(
  entries: readonly TimedEntry[],
  leftOut: Tally,
): { kept: TimedEntry[]; paging: ReadonlySet<LogEntry> } {
  const pages = pagesByIncident(entries)
  const rung = new Map<string, Set<string>>()
  const paging = new Set<LogEntry>()
  const kept: TimedEntry[] = []
  for (const timed of entries) {
    const { entry, at } = timed
    const incident = entry.incident?.id ?? ''
    const kind = kindOf(entry)
    if (kind === 'notify') {
      const receivers = rung.get(incident) ?? new Set<string>()
      const receiver = nameOf(entry.user) ?? ''
      if (receivers.has(receiver)) {
        leftOut.add('repeated notifications of the same page')
        continue
      }
      rung.set(incident, receivers.add(receiver))
    } else if (/^(?:escalate|delegate|reassign|unacknowledge|trigger|repeat)/.test(kind)) rung.delete(incident)
    else if (kind === 'assign' && !isPerson(entry.agent)) {
      const names = assigneesOf(entry).flatMap((user) => nameOf(user) ?? [])
      if (names.length > 0 && names.every((name) => pagedSoon(pages.get(`${incident}\n${name}`), at))) {
        leftOut.add('assignments that the page itself tells')
        continue
      }
      if (names.some((name) => !pages.has(`${incident}\n${name}`))) paging.add(entry)
    }
    kept.push(timed)
  }
  return { kept, paging }
}

function pagesByIncident(entries: readonly TimedEntry[]): Map<string, Instant[]> {
  const pages = new Map<string, Instant[]>()
  for (const { entry, at } of entries) {
    if (kindOf(entry) !== 'notify') continue
    const key = `${entry.incident?.id ?? ''}\n${nameOf(entry.user) ?? ''}`
    const times = pages.get(key)
    if (times) times.push(at)
    else pages.set(key, [at])
  }
  return pages
}

/** Whether a page followed within ten minutes; the times are in order. */
function pagedSoon(times: readonly Instant[] | undefined, at: Instant): boolean {
  let low = 0
  let high = times?.length ?? 0
  while (low < high) {
    const middle = (low + high) >> 1
    if (times![middle]! < at - 5000) low = middle + 1
    else high = middle
  }
  const next = times?.[low]
  return next !== undefined && next <= at + SOON
}
