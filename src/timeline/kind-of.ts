/** Names the kind of event that one line of a timeline tells of. */
import { EVENT_KINDS, type EventKind } from '../evidence/event-kind.ts'
import { contextPoints, type EventContext } from './event-context.ts'
import { isJapanese, japaneseScores } from './japanese-scores.ts'
import { kindScores } from './kind-scores.ts'

/** Fewer points than this say nothing. */
const ENOUGH = 0.3
/** In a Japanese line Latin words are names and messages more often than a telling. */
const LATIN_SHARE = 0.4

/**
 * The kind of event in a line of plain words, without its time; `other` where the words tell of none. Without context the
 * words alone decide; the kinds of the lines before it, and its place, tip the scales where they leave it open.
 */
export function kindOfEvent(text: string, context?: EventContext): EventKind {
  const scores = kindScores(text)
  if (isJapanese(text)) {
    const japanese = japaneseScores(text)
    for (let i = 0; i < scores.length; i++) scores[i] = scores[i]! * LATIN_SHARE + japanese[i]!
  }
  let best: EventKind = 'other'
  let most = ENOUGH
  for (let i = 0; i < scores.length; i++) {
    if (scores[i]! <= 0) continue
    const kind = EVENT_KINDS[i]!
    const points = scores[i]! + (context ? contextPoints(kind, context) : 0)
    if (points > most) {
      best = kind
      most = points
    }
  }
  return best
}
