/** How many postmortems are late, by severity: a draft that is not there, or a publication; also where there is no document at all. */
import { DAY } from '../../base/instant.ts'
import type { House } from '../house.ts'
import { owedBy } from '../jobs/owed.ts'
import { readOwingIncidents } from '../store/jobs-deadlines.ts'

/** The severities that are always told, so that an alert sees a figure go back to none. */
const SEVERITIES = ['P0', 'P1', 'P2', 'P3']
/** A draft that is late for longer than this belongs to a publication that is late. */
const LONGEST = 60 * DAY

/** Each incident counts once; restricted ones count nowhere. */
export async function overdueFigures({ store, rules, now }: House): Promise<ReadonlyMap<string, number>> {
  const counts = new Map(SEVERITIES.map((severity) => [severity, 0]))
  const moment = now()
  for (const incident of await readOwingIncidents(store.read)) {
    if (incident.restricted) continue
    const nothing = { from: 0, to: -1 }
    const late = (owed: Awaited<ReturnType<typeof owedBy>>) => owed.some(({ due }) => due < moment)
    const isLate =
      late(await owedBy(store.read, incident, rules.policy, nothing)) ||
      late(await owedBy(store.read, incident, rules.policy, { from: moment - LONGEST, to: moment }))
    const severity = SEVERITIES.find((each) => each === incident.severity) ?? 'unknown'
    if (isLate) counts.set(severity, (counts.get(severity) ?? 0) + 1)
  }
  return counts
}
