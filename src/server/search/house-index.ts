/** The index of words of this process: built from the store at first, and brought up to every commit before it answers. */
import { SearchIndex } from '../../learning/search-index.ts'
import type { House } from '../house.ts'
import { changedSince } from '../store/search-changes.ts'
import { changedSinceMoment, type SearchText, searchTexts, searchTextsAfter } from '../store/search-texts.ts'
import type { Store } from '../store/store.ts'

/** Postmortems that are read at once. */
const AT_ONCE = 200
/** Commits of other processes may come later than their clocks say, by no more than this. */
const OVERLAP = 60_000
/** A change that is not there after this was rolled back. */
const ROLLED_BACK = 60_000

interface HouseIndex {
  readonly index: SearchIndex
  /** What is in the index, by id: revision and visibility. */
  readonly seen: Map<string, string>
  readonly waiting: Map<string, number>
  watermark: number
  ready: Promise<void> | null
}

const indexes = new WeakMap<Store, HouseIndex>()

/** The index with everything that was committed before this call. */
export async function houseIndex(house: House): Promise<SearchIndex> {
  const held = indexes.get(house.store) ?? {
    index: new SearchIndex(),
    seen: new Map(),
    waiting: new Map(),
    watermark: 0,
    ready: null,
  }
  indexes.set(house.store, held)
  held.ready ??= build(house, held).catch((error) => {
    held.ready = null
    throw error
  })
  await held.ready
  await catchUp(house, held)
  return held.index
}

async function build({ store }: House, held: HouseIndex): Promise<void> {
  for (let after = ''; ; ) {
    const texts = await searchTextsAfter(store.read, after, AT_ONCE)
    put(held, texts)
    const last = texts.at(-1)
    if (!last) return
    after = last.id
    // Others are served between two parts.
    await new Promise((resolve) => setImmediate(resolve))
  }
}

async function catchUp({ store, now }: House, held: HouseIndex): Promise<void> {
  const noted = changedSince(store)
  const wanted = new Set(noted.keys())
  if (store.kind === 'postgres') {
    const rows = await changedSinceMoment(store.read, held.watermark - OVERLAP)
    for (const { id, revision, visibility, updated_at } of rows) {
      held.watermark = Math.max(held.watermark, updated_at)
      if (held.seen.get(id) !== `${revision} ${visibility}`) wanted.add(id)
    }
  }
  const ids = [...wanted]
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = ids.slice(at, at + AT_ONCE)
    const texts = await searchTexts(store.read, some)
    put(held, texts)
    const found = new Map(texts.map(({ id, revision }) => [id, revision]))
    for (const id of some) {
      if (!found.has(id)) forget(held, id)
      settle(held, noted, id, found.get(id) ?? 0, now())
    }
  }
}

/** A change is done with once its revision was seen; one that never comes was rolled back. */
function settle(held: HouseIndex, noted: Map<string, number>, id: string, revision: number, now: number): void {
  const awaited = noted.get(id)
  if (awaited === undefined) return
  const since = held.waiting.get(id) ?? now
  if (revision >= awaited || now - since > ROLLED_BACK) {
    noted.delete(id)
    held.waiting.delete(id)
  } else held.waiting.set(id, since)
}

function put({ index, seen }: HouseIndex, texts: readonly SearchText[]): void {
  for (const { id, revision, hidden, text } of texts) {
    const state = `${revision} ${hidden ? 'restricted' : 'internal'}`
    if (seen.get(id) === state) continue
    index.put(id, text, hidden)
    seen.set(id, state)
  }
}

function forget({ index, seen }: HouseIndex, id: string): void {
  index.remove(id)
  seen.delete(id)
}
