/** Settings from environment variables: `NEVERTWICE_POLICY_DRAFT_HOURS=24` is `policy.draftHours`. */
import { CliFailure } from '../failure.ts'
import { nearest } from '../nearest.ts'
import { type AcceptedKey, acceptedKeys } from './accepted-keys.ts'

const PREFIX = 'NEVERTWICE_'

/** The variable that sets a key. */
export function variableOf(key: string): string {
  const words = key.replace(/([a-z])([A-Z])/g, '$1_$2').replaceAll('.', '_')
  return PREFIX + words.toUpperCase()
}

/** One setting taken from a variable. */
export interface FromVariable {
  readonly variable: string
  readonly path: readonly string[]
  readonly value: unknown
}

/**
 * Reads all variables. Lists are separated by commas. Variables of other programs are passed over, but one that looks
 * like a misspelt setting is refused.
 */
export function settingsFromEnvironment(variables: Readonly<Record<string, string>>): readonly FromVariable[] {
  const keys = new Map<string, AcceptedKey>()
  for (const key of acceptedKeys()) if (key.type !== 'map') keys.set(variableOf(key.key), key)
  const found: FromVariable[] = []
  for (const [variable, text] of Object.entries(variables)) {
    const key = keys.get(variable)
    if (key) found.push({ variable, path: key.key.split('.'), value: readValue(text, key) })
    else {
      const near = nearestVariable(variable, keys.keys())
      if (near)
        throw new CliFailure('configuration', `The variable ${variable} is not a setting. Did you mean ${near}?`)
    }
  }
  return found
}

/** Compares what follows the prefix, so that `NEVERTWICE_TEST` is not taken for a misspelt `NEVERTWICE_TEAMS`. */
function nearestVariable(variable: string, known: Iterable<string>): string | null {
  const near = nearest(
    variable.slice(PREFIX.length),
    Array.from(known, (name) => name.slice(PREFIX.length)),
  )
  return near === null ? null : PREFIX + near
}

function readValue(text: string, key: AcceptedKey): unknown {
  if (key.type === 'number') return /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text
  if (key.type !== 'list') return text
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
