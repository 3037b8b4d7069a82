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
/** Latin words of four letters or more (identifiers fall into their parts), katakana words, runs of kanji. */
const TERM = /[a-z0-9]{4,}|[\u30a0-\u30ff]{3,}|[\u4e00-\u9fff]{2,}/g
const ADDRESS = /https?:\/\/\S+/g
const STEM = 6

/** Stems of Latin words, katakana words, and pairs of kanji; addresses and common words left out. */
export function termsOf(text: string, terms = new Set<string>()): Set<string> {
  let lower = text.toLowerCase()
  if (lower.includes('://')) lower = lower.replace(ADDRESS, ' ')
  for (const run of lower.match(TERM) ?? []) {
    const first = run.charCodeAt(0)
    if (first < 128) {
      if (!COMMON.has(run)) terms.add(stemOf(run))
    } else if (first < 0x3100) terms.add(run.endsWith('ー') ? run.slice(0, -1) : run)
    else for (let at = 0; at + 2 <= run.length; at++) terms.add(run.slice(at, at + 2))
  }
  return terms
}

/** The first six letters without the endings of plurals and of the past. */
function stemOf(word: string): string {
  const stem = word.length > STEM ? word.slice(0, STEM) : word
  const last = stem.at(-1)
  if (last === 'e' || last === 's') return stem.endsWith('es') ? stem.slice(0, -2) : stem.slice(0, -1)
  return stem.endsWith('ed') ? stem.slice(0, -2) : stem
}

/** Whether two sets share at least two terms, or one where the smaller has at most two. */
export function shareTerms(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const few = a.size <= b.size ? a : b
  const many = few === a ? b : a
  const wanted = few.size <= 2 ? 1 : 2
  let shared = 0
  for (const term of few) if (many.has(term) && ++shared >= wanted) return true
  return false
}
