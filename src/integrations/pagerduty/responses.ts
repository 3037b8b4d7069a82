/** How long each responder worked, from the first acknowledgement to the resolution; used as part of a total only. */
import type { Instant } from '../../base/instant.ts'
import type { Response } from '../../evidence/fact.ts'
import { kindOf } from './levels.ts'
import { isPerson, nameOf } from './names.ts'
import type { TimedEntry } from './page-sequence.ts'

/** One response for each person and incident that was acknowledged and later resolved. */
export function responsesOf(entries: readonly TimedEntry[]): Response[] {
  const open = new Map<string, Map<string, Instant>>()
  const responses: Response[] = []
  for (const { entry, at } of entries) {
    const incident = entry.incident?.id ?? ''
    const kind = kindOf(entry)
    const name = isPerson(entry.agent) ? nameOf(entry.agent) : undefined
    const since = open.get(incident) ?? new Map<string, Instant>()
    if (kind === 'acknowledge' && name && !since.has(name)) open.set(incident, since.set(name, at))
    if (kind !== 'resolve') continue
    for (const [actor, from] of since) responses.push({ actor, from, to: at })
    open.delete(incident)
  }
  return responses
}
