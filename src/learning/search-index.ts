/** The index of words over postmortems: BM25 with weighted fields, in typed arrays, kept in step document by document. */
import { searchTokens } from './search-tokens.ts'

/** What is indexed of a postmortem; each field counts as its weight says. */
export interface IndexedText {
  readonly title: string
  readonly summary: string
  readonly causes: string
  /** Services and alerts. */
  readonly names: string
  readonly body: string
}

const WEIGHTS: Readonly<Record<keyof IndexedText, number>> = { title: 5, summary: 3, causes: 3, names: 4, body: 1 }
const FIELDS = Object.keys(WEIGHTS) as (keyof IndexedText)[]
/** Saturation and length of BM25 (Robertson and Zaragoza, 2009). */
const K1 = 1.2
const B = 0.75
/** Words of a query beyond these are not looked up. */
const MOST_TERMS = 32

/** One found, the best first; scores are of no fixed scale. */
export interface SearchHit {
  readonly id: string
  readonly score: number
}

/** The documents of a term with their weighted counts, growing. */
class Postings {
  documents = new Uint32Array(2)
  counts = new Float32Array(2)
  length = 0

  push(document: number, count: number): void {
    if (this.length === this.documents.length) {
      const [documents, counts] = [new Uint32Array(this.length * 2), new Float32Array(this.length * 2)]
      documents.set(this.documents)
      counts.set(this.counts)
      this.documents = documents
      this.counts = counts
    }
    this.documents[this.length] = document
    this.counts[this.length++] = count
  }
}

/** What a place in the index holds. */
const GONE = 0
const OPEN = 1
const HIDDEN = 2

/**
 * Hidden documents are found by those who may see them and count in no frequency and no average, so that nobody's ranking tells of them.
 */
export class SearchIndex {
  readonly #terms = new Map<string, Postings>()
  readonly #places = new Map<string, number>()
  #ids: string[] = []
  #states = new Uint8Array(64)
  #lengths = new Float32Array(64)
  #open = 0
  #openLength = 0

  /** How many documents there are. */
  get size(): number {
    return this.#places.size
  }

  /** Adds a document, or replaces the one with this id. */
  put(id: string, text: IndexedText, hidden: boolean): void {
    this.remove(id)
    const place = this.#ids.length
    const counts = new Map<string, number>()
    let length = 0
    for (const field of FIELDS)
      for (const { term } of searchTokens(text[field])) {
        counts.set(term, (counts.get(term) ?? 0) + WEIGHTS[field])
        length += WEIGHTS[field]
      }
    for (const [term, count] of counts) {
      const postings = this.#terms.get(term) ?? new Postings()
      this.#terms.set(term, postings)
      postings.push(place, count)
    }
    this.#ids.push(id)
    this.#grow(place + 1)
    this.#states[place] = hidden ? HIDDEN : OPEN
    this.#lengths[place] = length
    this.#places.set(id, place)
    if (hidden) return
    this.#open++
    this.#openLength += length
  }

  /** Takes a document out, where there is one. */
  remove(id: string): void {
    const place = this.#places.get(id)
    if (place === undefined) return
    if (this.#states[place] === OPEN) {
      this.#open--
      this.#openLength -= this.#lengths[place]!
    }
    this.#states[place] = GONE
    this.#places.delete(id)
    const gone = this.#ids.length - this.#places.size
    if (gone > 1000 && gone > this.#places.size) this.#compact()
  }

  /** Documents that hold any word of the query, the best first, ties by id; hidden ones only where `maySee` says so. */
  search(query: string, limit: number, maySee: (id: string) => boolean): SearchHit[] {
    const scores = new Float64Array(this.#ids.length)
    const average = this.#open === 0 ? 1 : this.#openLength / this.#open || 1
    for (const term of queryTerms(query)) {
      const postings = this.#terms.get(term)
      if (postings) this.#score(postings, average, scores)
    }
    const best = new Best(limit)
    scores.forEach((score, place) => {
      if (score <= best.least) return
      const id = this.#ids[place]!
      if (this.#states[place] === OPEN || maySee(id)) best.add({ id, score })
    })
    return best.sorted()
  }

  #score({ documents, counts, length }: Postings, average: number, scores: Float64Array): void {
    let open = 0
    for (let at = 0; at < length; at++) if (this.#states[documents[at]!] === OPEN) open++
    const rarity = Math.log(1 + (this.#open - open + 0.5) / (open + 0.5))
    for (let at = 0; at < length; at++) {
      const place = documents[at]!
      if (this.#states[place] === GONE) continue
      const count = counts[at]!
      scores[place]! += (rarity * count * (K1 + 1)) / (count + K1 * (1 - B + (B * this.#lengths[place]!) / average))
    }
  }

  /** The ids of documents that hold every word of the query. */
  holding(query: string): Set<string> {
    const terms = queryTerms(query)
    const lists = terms.map((term) => this.#terms.get(term)).sort((a, b) => (a?.length ?? 0) - (b?.length ?? 0))
    if (terms.length === 0 || lists.some((list) => list === undefined)) return new Set()
    let found: Set<number> | null = null
    for (const list of lists) {
      const here = new Set<number>()
      for (let at = 0; at < list!.length; at++) {
        const place = list!.documents[at]!
        if (this.#states[place] !== GONE && (found === null || found.has(place))) here.add(place)
      }
      found = here
    }
    return new Set([...found!].map((place) => this.#ids[place]!))
  }

  #grow(size: number): void {
    if (size <= this.#states.length) return
    const [states, lengths] = [new Uint8Array(size * 2), new Float32Array(size * 2)]
    states.set(this.#states)
    lengths.set(this.#lengths)
    this.#states = states
    this.#lengths = lengths
  }

  /** Drops what was replaced; places are given anew. */
  #compact(): void {
    const moved = new Int32Array(this.#ids.length).fill(-1)
    const ids: string[] = []
    this.#ids.forEach((id, place) => {
      if (this.#states[place] === GONE) return
      moved[place] = ids.length
      this.#states[ids.length] = this.#states[place]!
      this.#lengths[ids.length] = this.#lengths[place]!
      this.#places.set(id, ids.length)
      ids.push(id)
    })
    this.#ids = ids
    for (const [term, postings] of this.#terms) {
      let kept = 0
      for (let at = 0; at < postings.length; at++) {
        const place = moved[postings.documents[at]!]!
        if (place < 0) continue
        postings.documents[kept] = place
        postings.counts[kept++] = postings.counts[at]!
      }
      postings.length = kept
      if (kept === 0) this.#terms.delete(term)
    }
  }
}

/** The best hits so far; sorted only when there are twice as many as wanted. */
class Best {
  readonly #limit: number
  #hits: SearchHit[] = []
  /** No hit below this can be among them any more. */
  least = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  add(hit: SearchHit): void {
    this.#hits.push(hit)
    if (this.#hits.length < 2 * this.#limit) return
    this.#hits = this.sorted()
    // One that scores the same may still stand before it by its id.
    this.least = this.#hits.at(-1)!.score * (1 - Number.EPSILON)
  }

  sorted(): SearchHit[] {
    return this.#hits.sort((a, b) => b.score - a.score || (a.id < b.id ? 1 : -1)).slice(0, this.#limit)
  }
}

/** The terms of a query, each once. */
export function queryTerms(query: string): string[] {
  return [...new Set(searchTokens(query.slice(0, 1000)).map(({ term }) => term))].slice(0, MOST_TERMS)
}
