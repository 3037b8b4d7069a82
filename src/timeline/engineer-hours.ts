/** What an incident cost the people who answered it: one total, never a figure for a person. */
import { HOUR, type Instant } from '../base/instant.ts'
import type { Response } from '../evidence/fact.ts'
import { factsOf, type MergedFact } from '../evidence/merged-fact.ts'
import { isPlausible } from '../evidence/time-problem.ts'

/** The total, rounded up to a quarter of an hour: finer figures would claim to know more than responses tell. */
export interface EngineerHours {
  readonly hours: number
  /** How many people answered; a total of one person is a figure for that person. */
  readonly people: number
}

/** Total time of all responses, each person's overlapping ones counted once; null where no response has a length. */
export function engineerHours(responses: readonly Response[]): EngineerHours | null {
  const byPerson = new Map<string, { from: Instant; to: Instant }[]>()
  for (const { actor, from, to } of responses) {
    if (!isPlausible(from) || !isPlausible(to) || to <= from) continue
    const list = byPerson.get(actor)
    if (list) list.push({ from, to })
    else byPerson.set(actor, [{ from, to }])
  }
  if (byPerson.size === 0) return null
  let total = 0
  for (const spans of byPerson.values()) total += covered(spans)
  return { hours: Math.ceil((total / HOUR) * 4) / 4, people: byPerson.size }
}

function covered(spans: { from: Instant; to: Instant }[]): number {
  spans.sort((a, b) => a.from - b.from)
  let total = 0
  let done = -Infinity
  for (const { from, to } of spans) {
    if (to > done) total += to - Math.max(from, done)
    done = Math.max(done, to)
  }
  return total
}

/** Who was paged: the teams that the sources name, else the receivers of the pages; each once, in the order given. */
export function teamsPaged(teams: readonly string[], facts: readonly MergedFact[]): readonly string[] {
  const named = teams.map((team) => team.trim()).filter((team) => team !== '')
  if (named.length > 0) return [...new Set(named)]
  return [...new Set(facts.flatMap((fact) => factsOf(fact).flatMap(({ receiver }) => (receiver ? [receiver] : []))))]
}
