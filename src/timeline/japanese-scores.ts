/** Weighs a line that holds Japanese for each kind of event. */
import { EVENT_KINDS, type EventKind } from '../evidence/event-kind.ts'
import { JAPANESE_WORDS } from './event-words-ja.ts'

const JAPANESE = /[\u3041-\u30ff\u4e00-\u9fff]/
/** Words this far into a line count half: the label and the first clause come before. */
const FIRST_CLAUSE = 24
const LONGEST = 400

let words: readonly { kind: number; strength: number; text: string }[] | null = null

/** Whether a line holds Japanese, so that these scores apply. */
export function isJapanese(line: string): boolean {
  return JAPANESE.test(line.slice(0, LONGEST))
}

/** Points for each kind, in the order of `EVENT_KINDS`; a label before a colon or bar (`検知: ...`) counts double. */
export function japaneseScores(line: string): readonly number[] {
  words ??= Object.entries(JAPANESE_WORDS).flatMap(([kind, groups]) =>
    groups.flatMap(([strength, list]) =>
      list.split(' ').map((text) => ({ kind: EVENT_KINDS.indexOf(kind as EventKind), strength, text })),
    ),
  )
  const scores = EVENT_KINDS.map(() => 0)
  const text = line.slice(0, LONGEST)
  const label = labelLength(text)
  for (const word of words) {
    const at = text.indexOf(word.text)
    if (at < 0) continue
    const points = word.strength * (at < label ? 2 : at < FIRST_CLAUSE ? 1 : 0.5)
    // The strongest word of a kind speaks; the others only say it again.
    const before = scores[word.kind]!
    scores[word.kind] = Math.max(before, points) + Math.min(before, points) * 0.2
  }
  return scores
}

function labelLength(text: string): number {
  const match = /^[\s*_【[（(]{0,6}[^\s:：*|。、]{1,16}(?:\s{0,2}[（(][^）)]{0,8}[）)])?[\s*_】\]]{0,6}[:：|—–]/.exec(
    text,
  )
  return match ? match[0].length : 0
}
