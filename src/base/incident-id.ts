/** Names of incidents (`INC-2026-11-23-001`) and of their action items (`INC-2026-11-23-001#A1`). */
import { instantOfDay } from './instant.ts'

/** An incident's id: UTC day of impact start and a number of that day; restricted ones carry a random suffix. */
export interface IncidentId {
  readonly text: string
  readonly day: string
  readonly number: number
  readonly suffix: string | null
}

const PATTERN = /\bINC-(\d{4})-(\d{2})-(\d{2})-(\d{3,6})(?:-([a-z0-9]{4,16}))?(?![\w-])/

/** The first incident id in a text whose day exists, with where it stands; null where there is none. */
export function findIncidentId(text: string): (IncidentId & { from: number; to: number }) | null {
  const match = PATTERN.exec(text)
  if (!match) return null
  const [whole, year, month, day, number, suffix] = match
  if (instantOfDay(Number(year), Number(month), Number(day)) === null) return null
  return {
    text: whole,
    day: `${year}-${month}-${day}`,
    number: Number(number),
    suffix: suffix ?? null,
    from: match.index,
    to: match.index + whole.length,
  }
}

/** The next free id of a UTC day (`YYYY-MM-DD`), given the ids already used; ids are never reused. */
export function nextIncidentId(day: string, used: Iterable<string>): string {
  let highest = 0
  for (const id of used) {
    const found = findIncidentId(id)
    if (found?.day === day && found.number > highest) highest = found.number
  }
  return `INC-${day}-${String(highest + 1).padStart(3, '0')}`
}
