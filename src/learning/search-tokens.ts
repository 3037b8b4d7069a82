/** The words of a text as the index knows them: stems of Latin and other alphabets, pairs of neighbours in Chinese, Japanese and Korean. */

/** One term and where it stands, as UTF-16 offsets. */
export interface SearchToken {
  readonly term: string
  readonly from: number
  readonly to: number
}

/** Longer words are cut, so that one of a megabyte costs no more than others. */
const LONGEST = 40
const WORDS = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+|[\p{L}\p{N}\p{M}]+/gu
const WIDE = /^[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/

/** In order. Linear in the text. */
export function searchTokens(text: string): SearchToken[] {
  const tokens: SearchToken[] = []
  for (const match of text.matchAll(WORDS)) {
    const [word] = match
    const from = match.index
    if (!WIDE.test(word)) tokens.push({ term: stem(word), from, to: from + word.length })
    else if (word.length === 1) tokens.push({ term: word, from, to: from + 1 })
    else
      for (let at = 0; at + 1 < word.length; at++)
        tokens.push({ term: word.slice(at, at + 2), from: from + at, to: from + at + 2 })
  }
  return tokens
}

const stems = new Map<string, string>()
const MOST_STEMS = 50_000

/** Without case, marks above letters and the commonest endings, so that `alerted`, `alerts` and `alert` meet. */
function stem(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  const plain = word
    .slice(0, LONGEST)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
  const stemmed = /^[a-z]+$/.test(plain) ? withoutEnding(plain) : plain
  if (stems.size >= MOST_STEMS) stems.clear()
  stems.set(word, stemmed)
  return stemmed
}

/** A light stemmer after Harman's S and Porter's first step (Program 14, 1980): plurals, -ed, -ing, -ly, -er of nothing shorter than it should be. */
function withoutEnding(word: string): string {
  let rest = word
  if (/[^aeiou]ies$/.test(rest) && rest.length > 4) rest = `${rest.slice(0, -3)}y`
  else if (/(?:ss|sh|ch|x|z)es$/.test(rest)) rest = rest.slice(0, -2)
  else if (/[^su]s$/.test(rest) && rest.length > 3) rest = rest.slice(0, -1)
  const ending = /(?:ingly|edly|ing|ed|ly)$/.exec(rest)
  if (ending && /[aeiouy]/.test(rest.slice(0, ending.index)) && ending.index > 2) rest = rest.slice(0, ending.index)
  if (/([^aeiouls])\1$/.test(rest)) rest = rest.slice(0, -1)
  return rest.length > 3 && rest.endsWith('e') ? rest.slice(0, -1) : rest
}
