/** Tells a person that an input holds more than the one incident they may have meant. */
import type { EvidenceProblem } from '../../evidence/fact.ts'

/** A problem that names the incidents, where there are several; nothing is left out because of it. */
export function severalIncidents(names: readonly string[], path: string): EvidenceProblem[] {
  if (names.length < 2) return []
  const shown = names.slice(0, 5).join('; ')
  const more = names.length > 5 ? ' and more' : ''
  const message = `This holds ${names.length} incidents (${shown}${more}); all of them are used. Name one to use only that.`
  return [{ path, message }]
}
