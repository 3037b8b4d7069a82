/** The words of weight in a text, cut so that forms of one word compare equal; English and Japanese. */

const COMMON = new Set(
  `about after again against allow already also although always among because been before being below between both cannot cause causes
  could did does doing done down during each either else ever every few first following from further gave give given goes going had has have
  having here how however into issue issues its itself just kind known last less like made make makes making many more most much
  must need needed needs never next none not nothing now off often once one only other otherwise our out over own part problem problems
  rather same several should since some something still such take taken than that the their them then there these they thing things
  this those though through time times too under until upon use used user users using very via was way well were what when where whether
  which while who whole why will with within without would yet your incident incidents`.split(/\s+/),
)
const LATIN = /[a-z0-9][a-z0-9._-]*[a-z0-9]/g
const WIDE = /[\u30a0-\u30ff]{3,}|[\u4e00-\u9fff]{2,}/g
const ADDRESS = /https?:\/\/\S+/g
const STEM = 6
const SHORTEST = 4

/** Stems of Latin words of four letters or more, parts of identifiers, katakana words, and pairs of kanji. */
export function termsOf(text: string): Set<string> {
  const terms = new Set<string>()
  const lower = text.toLowerCase().replace(ADDRESS, ' ')
  for (const [word] of lower.matchAll(LATIN)) {
    for (const part of word.split(/[._-]+/)) {
      if (part.length < SHORTEST || COMMON.has(part)) continue
      terms.add(part.slice(0, STEM).replace(/(?:e|s|es|ed)$/, ''))
    }
  }
  for (const [run] of lower.matchAll(WIDE)) {
    if (/[\u30a0-\u30ff]/.test(run[0]!)) terms.add(run.replace(/ー$/, ''))
    else for (let at = 0; at + 2 <= run.length; at++) terms.add(run.slice(at, at + 2))
  }
  return terms
}

/** Whether two sets share at least two terms, or one where the smaller has at most two. */
export function shareTerms(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a]
  const wanted = few.size <= 2 ? 1 : 2
  let shared = 0
  for (const term of few) if (many.has(term) && ++shared >= wanted) return true
  return false
}
