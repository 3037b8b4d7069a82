/** Reads the time at the start of a note. */
import { type TimeText, timeTextAt } from '../../timeline/time-text.ts'

/** A clock followed by the word "a", as in `12:03 a customer wrote`: an article, not the morning. */
const ARTICLE = /^([^\p{L}]{0,30}\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)\s+a\s+(?=\p{L})/iu

/** The time that a note begins with, or null. */
export function noteTime(words: string): TimeText | null {
  const article = ARTICLE.exec(words.slice(0, 80))
  return timeTextAt(article ? article[1]! : words)
}
