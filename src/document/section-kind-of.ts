/** Which section a heading names. */
import { CORE_WORDS_ELSEWHERE } from './heading-languages.ts'
import { CORE_WORDS, QUALIFIERS } from './heading-patterns.ts'
import type { SectionKind } from './section-kind.ts'

/** What a heading names, and how surely: `sure` is the core words and qualifiers alone, else other words stand beside them. */
export interface HeadingMatch {
  readonly kind: SectionKind
  readonly sure: boolean
}

const BY_WORDS = new Map<string, SectionKind>()
for (const [kind, phrases] of [...CORE_WORDS, ...CORE_WORDS_ELSEWHERE]) {
  for (const phrase of phrases.split('; ')) {
    for (const form of [phrase, bare(phrase)]) if (form !== '' && !BY_WORDS.has(form)) BY_WORDS.set(form, kind)
  }
}
const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/
const CJK_PHRASES = [...BY_WORDS].filter(([phrase]) => CJK.test(phrase)).sort((a, b) => b[0].length - a[0].length)
const LONGEST_HEADING = 160

/** Headings read before are remembered, up to this many. */
const REMEMBERED = 2000
const remembered = new Map<string, HeadingMatch | null>()

/** Reads the plain words of a heading; null where they name no section. */
export function sectionKindOf(heading: string): HeadingMatch | null {
  if (heading.length > LONGEST_HEADING) return null
  const known = remembered.get(heading)
  if (known !== undefined) return known
  const match = readHeading(heading)
  if (remembered.size >= REMEMBERED) remembered.clear()
  remembered.set(heading, match)
  return match
}

function readHeading(heading: string): HeadingMatch | null {
  const whole = normalised(heading)
  const outside = normalised(heading.replace(/[(（][^()（）]*[)）]/g, ' '))
  for (const words of [whole, outside]) {
    const exact = BY_WORDS.get(words) ?? BY_WORDS.get(bare(words))
    if (exact) return { kind: exact, sure: true }
  }
  if (CJK.test(outside)) {
    const found = CJK_PHRASES.find(([phrase]) => outside.startsWith(phrase) || outside.endsWith(phrase))
    if (!found) return null
    return { kind: found[1], sure: outside.length <= found[0].length + 8 && /^[^、。]*$/.test(outside) }
  }
  return byParts(heading) ?? byQuestion(outside) ?? byFootnote(outside) ?? byStart(outside)
}

/** `How will we keep this from happening again?`, `What we're changing`. */
const PREVENTING =
  /\b(?:prevent(?:ing|ed)?|avoid(?:ing)?|stop(?:ping)?|keep(?:ing)?)\b[^.]{0,60}\b(?:again|future|recur|recurring|recurrence|reoccur|reoccurring|reoccurrence|repeat|repeating|happening|it|this)\b/
const CHANGING =
  /\b(?:what|how)\b[^.]{0,30}\b(?:(?:we're|we are|are we|we|we'll|we will|will we|being|going to) (?:now |also )?(?:doing|do|changing|change|improving|improve|fixing|fix)|(?:is|are) being done|done to prevent)\b/
const IN_HINDSIGHT = /\b(?:could|should|would|did|didn't|was|were|learned|learnt|well|wrong|better|why)\b/

function byQuestion(words: string): HeadingMatch | null {
  if (words.length > 100 || IN_HINDSIGHT.test(words)) return null
  return PREVENTING.test(words) || CHANGING.test(words) ? { kind: 'action-items', sure: true } : null
}

/** `Timeline170`: the mark of a footnote runs into the word. */
function byFootnote(words: string): HeadingMatch | null {
  const last = words.charCodeAt(words.length - 1)
  if (last < 48 || last > 57) return null
  const kind = BY_WORDS.get(words.replace(/\d{1,3}$/, ''))
  return kind ? { kind, sure: true } : null
}

/** `Timeline / chat`, `Root cause & analysis`, `Timeline: Monday`, `Timeline - all times in UTC`. */
function byParts(heading: string): HeadingMatch | null {
  const parts = heading.split(/\s+[-–—]\s+|[:/&|,(]|\s+and\s+/i)
  if (parts.length < 2) return null
  for (const part of parts) {
    const words = normalised(part)
    const kind = BY_WORDS.get(words) ?? BY_WORDS.get(bare(words))
    if (kind) return { kind, sure: part === parts[0] }
  }
  return null
}

/** A heading of a few words that begins or ends with core words of two or more, or with `timeline`. */
function byStart(words: string): HeadingMatch | null {
  const tokens = words.split(' ')
  if (tokens.length > 8) return null
  for (let length = Math.min(4, tokens.length - 1); length >= 1; length--) {
    for (const phrase of [tokens.slice(0, length).join(' '), tokens.slice(-length).join(' ')]) {
      if (length === 1 && phrase !== 'timeline' && phrase !== 'tldr' && phrase !== 'chronology') continue
      const kind = BY_WORDS.get(phrase)
      if (kind) return { kind, sure: false }
    }
  }
  return null
}

/** Lower case, without numbering, symbols and repeated blanks. */
function normalised(heading: string): string {
  return heading
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[’‘`]/g, "'")
    .replace(/^[\s\p{P}\p{S}]*(?:\d{1,2}(?:\.\d{1,2})*[.):]?\s+|[ivx]{1,4}[.)]\s+|[a-z][.)]\s+)?/u, '')
    .replace(/[^\p{L}\p{N}'; -]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ '-]+|[ '-]+$/g, '')
}

/** Without qualifiers and figures. */
function bare(words: string): string {
  return words
    .split(' ')
    .filter((word) => !QUALIFIERS.has(word) && !/^\d/.test(word))
    .join(' ')
}
