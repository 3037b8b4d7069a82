/** Chooses the entries that tell the story where there are more than anyone reads. */
import type { Instant } from '../base/instant.ts'
import { EVENT_KINDS, type EventKind } from '../evidence/event-kind.ts'

/** The kinds without which a timeline cannot be understood come first. */
const ORDER: readonly EventKind[] = [
  'impact-started',
  'impact-ended',
  'all-clear',
  'cause-identified',
  'paged',
  'declared',
  'mitigation',
  'change',
  'acknowledged',
  'escalated',
  'alert',
  'runbook',
  'communicated',
  'follow-up',
  'observed',
  'investigation',
  'other',
]

/**
 * At most `most` entries, in the order given. The first and the last of every kind stay before any second one; within
 * what is left, kinds count in the order of what a reader needs.
 */
export function mostTelling<T extends { readonly at: Instant; readonly kind: EventKind }>(
  entries: readonly T[],
  most: number,
): readonly T[] {
  if (entries.length <= most) return entries
  const ends = new Set<number>()
  for (const kind of EVENT_KINDS) {
    const places = entries.flatMap((entry, place) => (entry.kind === kind ? [place] : []))
    if (places.length > 0) ends.add(places[0]!).add(places[places.length - 1]!)
  }
  const rank = (place: number) => (ends.has(place) ? 0 : 100) + ORDER.indexOf(entries[place]!.kind)
  const kept = entries.map((_, place) => place).sort((a, b) => rank(a) - rank(b) || a - b)
  return kept
    .slice(0, most)
    .sort((a, b) => a - b)
    .map((place) => entries[place]!)
}
