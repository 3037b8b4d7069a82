/** Joins what several systems recorded: the same fact twice is once, the same event told by two systems is one entry. */

import { type ClockSkew, clockSkews } from './clock-skew.ts'
import type { EventKind } from './event-kind.ts'
import type { EvidenceBatch, EvidenceProblem, Fact } from './fact.ts'
import { factKeys } from './fact-keys.ts'
import { fullerFact } from './fuller-fact.ts'
import { byTime, type MergedFact } from './merged-fact.ts'
import { primaryOf } from './primary-fact.ts'
import { type Candidate, sameEvent, widestWindow } from './same-event.ts'
import { timeProblem } from './time-problem.ts'

/** All that was joined. */
export interface MergedEvidence {
  /** In the order of time, then id. Every fact given occurs in exactly one entry. */
  readonly facts: readonly MergedFact[]
  /** Sources whose clocks or delays differ for the same facts. */
  readonly skews: readonly ClockSkew[]
  /** Facts whose time cannot be right; they are kept where their source puts them. */
  readonly problems: readonly EvidenceProblem[]
}

/** How many entries with the same key are looked at; the nearest in time come first. */
const LOOK_BACK = 12

/**
 * Joins facts by id, then by what they tell: a kind that fits, times close together (a window for each kind), and shared
 * changes, addresses, names or rare words. Two facts of one source are never joined. The order of the input does not matter.
 * `kindOf` names a kind where the source states none (the timeline room's classifier, say).
 */
export function mergeFacts(
  batches: readonly Pick<EvidenceBatch, 'facts'>[],
  kindOf: (fact: Fact) => EventKind | null = () => null,
): MergedEvidence {
  const facts = onceById(batches)
  const common = commonKeys(facts)
  const open = new Map<string, number[]>()
  const groups: Candidate[][] = []
  for (const fact of facts) {
    const kind = fact.kind ?? kindOf(fact)
    const keys = factKeys(fact)
    const candidate: Candidate = {
      fact,
      kind,
      keys: keys.map(({ key, strength }) => ({ key, strength, rare: !common.has(key) })),
    }
    const near = new Set<number>()
    for (const { key, rare } of candidate.keys) {
      if (!rare) continue
      const list = open.get(key)
      if (!list) continue
      for (let i = list.length - 1; i >= 0 && i >= list.length - LOOK_BACK; i--) {
        const number = list[i]!
        if (fact.at - groups[number]![0]!.fact.at > widestWindow) break
        near.add(number)
      }
    }
    const number = bestGroup(candidate, near, groups)
    const group = number === null ? groups.push([]) - 1 : number
    groups[group]!.push(candidate)
    for (const { key, rare } of candidate.keys) {
      if (!rare) continue
      const list = open.get(key)
      if (!list) open.set(key, [group])
      else if (list[list.length - 1] !== group) list.push(group)
    }
  }
  const merged = groups.map((group) => mergedOf(group)).sort((a, b) => byTime(a.primary, b.primary))
  const problems = facts.flatMap((fact) => timeProblem(fact) ?? [])
  return { facts: merged, skews: clockSkews(merged), problems }
}

function onceById(batches: readonly Pick<EvidenceBatch, 'facts'>[]): readonly Fact[] {
  const once = new Map<string, Fact>()
  for (const batch of batches)
    for (const fact of batch.facts) {
      const known = once.get(fact.id)
      once.set(fact.id, known ? fullerFact(known, fact) : fact)
    }
  return [...once.values()].sort(byTime)
}

/** Keys that so many facts hold that they tell nothing about any one of them. */
function commonKeys(facts: readonly Fact[]): ReadonlySet<string> {
  const count = new Map<string, number>()
  for (const fact of facts)
    for (const { key, strength } of factKeys(fact)) if (strength === 'word') count.set(key, (count.get(key) ?? 0) + 1)
  const most = Math.max(6, facts.length / 50)
  return new Set([...count].filter(([, n]) => n > most).map(([key]) => key))
}

function bestGroup(candidate: Candidate, near: ReadonlySet<number>, groups: readonly Candidate[][]): number | null {
  let best: number | null = null
  let most = 0
  for (const number of [...near].sort((a, b) => a - b)) {
    const group = groups[number]!
    if (group.some((member) => member.fact.source === candidate.fact.source)) continue
    let points = 0
    for (const member of group) points = Math.max(points, sameEvent(member, candidate))
    if (points > most) {
      most = points
      best = number
    }
  }
  return best
}

function mergedOf(group: readonly Candidate[]): MergedFact {
  const primary = primaryOf(group)
  const also = group.map(({ fact }) => fact).filter((fact) => fact !== primary.fact)
  return { primary: primary.fact, also: also.sort(byTime), at: primary.fact.at, kind: kindOfGroup(group, primary) }
}

function kindOfGroup(group: readonly Candidate[], primary: Candidate): EventKind | null {
  if (primary.kind) return primary.kind
  return group.find(({ kind }) => kind !== null)?.kind ?? null
}
