/** Tells where two sources disagree about the time of the same facts; nothing is ever moved because of it. */
import type { Fact } from './fact.ts'
import { factsOf, type MergedFact } from './merged-fact.ts'

/** A source whose times lie apart from another's for the same facts. */
export interface ClockSkew {
  readonly source: string
  /** The source that it is compared with. */
  readonly against: string
  /** Median of the differences; positive where `source` is later. */
  readonly seconds: number
  /** How many facts both told. */
  readonly facts: number
  /** One sentence for a person. */
  readonly message: string
}

/** Smaller differences are the delay of a message, not of a clock. */
const NOTICED_SECONDS = 60

/** The skews that show: a median of a minute or more, all differences to the same side, by pairs of sources in order. */
export function clockSkews(merged: readonly MergedFact[]): readonly ClockSkew[] {
  const pairs = new Map<string, { source: string; against: string; seconds: number[] }>()
  for (const entry of merged) {
    const facts = [...factsOf(entry)].sort((a, b) => (a.source < b.source ? -1 : 1))
    for (const [i, a] of facts.entries()) for (const b of facts.slice(i + 1)) note(pairs, a, b)
  }
  const skews: ClockSkew[] = []
  for (const { source, against, seconds } of [...pairs.values()].sort(bySources)) {
    const sorted = [...seconds].sort((x, y) => x - y)
    const median = sorted[(sorted.length - 1) >> 1]!
    const oneSided = sorted[0]! > 0 || sorted[sorted.length - 1]! < 0
    if (Math.abs(median) < NOTICED_SECONDS || !oneSided) continue
    skews.push(
      median > 0 ? skew(source, against, median, sorted.length) : skew(against, source, -median, sorted.length),
    )
  }
  return skews
}

function note(pairs: Map<string, { source: string; against: string; seconds: number[] }>, a: Fact, b: Fact): void {
  const key = `${a.source} ${b.source}`
  const pair = pairs.get(key) ?? { source: a.source, against: b.source, seconds: [] }
  pair.seconds.push(Math.round((a.at - b.at) / 1000))
  pairs.set(key, pair)
}

function bySources(a: { source: string; against: string }, b: { source: string; against: string }): number {
  const first = `${a.source} ${a.against}`
  const second = `${b.source} ${b.against}`
  return first < second ? -1 : first > second ? 1 : 0
}

function skew(source: string, against: string, seconds: number, facts: number): ClockSkew {
  const apart = seconds % 60 === 0 ? `${seconds / 60} min` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
  const what = facts === 1 ? 'the same fact' : `the same ${facts} facts`
  const message = `${source} tells ${what} ${apart} later than ${against}. Times are kept as each source gives them; check which clock or delay is behind it.`
  return { source, against, seconds, facts, message }
}
