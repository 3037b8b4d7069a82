/** Which of two tellings of one fact to keep: the one that tells more. */
import type { Fact } from './fact.ts'

/** The telling that holds more (an end, more labels, more words); the same answer whichever is given first. */
export function fullerFact(a: Fact, b: Fact): Fact {
  const first = weightOf(a)
  const second = weightOf(b)
  for (let i = 0; i < first.length; i++) if (first[i] !== second[i]) return first[i]! > second[i]! ? a : b
  return factText(a) >= factText(b) ? a : b
}

/** A fact as text with its keys in order: equal for equal facts. */
export function factText(fact: Fact): string {
  return JSON.stringify(fact, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : x > y ? 1 : 0)))
      : value,
  )
}

function weightOf(fact: Fact): readonly number[] {
  return [
    fact.endAt ?? -Infinity,
    Object.keys(fact).length,
    Object.keys(fact.labels ?? {}).length,
    factText(fact).length,
  ]
}
