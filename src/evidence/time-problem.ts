/** Notices facts whose time cannot be one: seconds read as milliseconds, or a placeholder date. */
import { formatInstant, instantOfDay } from '../base/instant.ts'
import type { EvidenceProblem, Fact } from './fact.ts'

/** Nothing that this product tells of happened before. */
const EARLIEST = instantOfDay(1990, 1, 1) ?? 0

/** Whether a moment can be the time of a fact. */
export function isPlausible(at: number): boolean {
  return Number.isFinite(at) && at >= EARLIEST && at <= 253_402_300_799_999
}

/** What is wrong with a fact's time; null where nothing is. */
export function timeProblem(fact: Fact): EvidenceProblem | null {
  if (!isPlausible(fact.at))
    return { path: fact.id, message: `${dated(fact)} It stays where its source puts it; give the right time by hand.` }
  if (fact.endAt !== undefined && isPlausible(fact.endAt) && fact.endAt < fact.at)
    return {
      path: fact.id,
      message: `"${fact.title}" ends (${formatInstant(fact.endAt)}) before it begins (${formatInstant(fact.at)}); check the source's clock.`,
    }
  return null
}

function dated(fact: Fact): string {
  const seconds = isPlausible(fact.at * 1000) ? ' It looks like seconds where milliseconds were expected.' : ''
  return `The time of "${fact.title}" (${fact.rawTime || fact.at}) cannot be right.${seconds}`
}

/** When a fact ended; null while it has not, where the source gives a placeholder such as year 1 or 1970. */
export function endOf(fact: Fact): number | null {
  return fact.endAt !== undefined && isPlausible(fact.endAt) ? fact.endAt : null
}
