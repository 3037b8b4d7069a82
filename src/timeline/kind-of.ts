/** Names the kind of event that one line of a timeline tells of. */
import { EVENT_KINDS, type EventKind } from '../evidence/event-kind.ts'
import { kindScores } from './kind-scores.ts'

/** Fewer points than this say nothing. */
const ENOUGH = 0.9

/** The kind of event in a line of plain words, without its time. */
export function kindOfEvent(text: string): EventKind {
  const scores = kindScores(text)
  let best: EventKind = 'other'
  let most = ENOUGH
  for (const kind of EVENT_KINDS)
    if (scores[kind] > most) {
      best = kind
      most = scores[kind]
    }
  return best
}
