/** The documents that are open in this process: opened by the first who comes, let go when the last has left and all has followed. */
import type { House } from '../house.ts'
import { clientsOf } from '../store/live-clients.ts'
import { lockPostmortems } from '../store/live-text.ts'
import { logsLeftBehind } from '../store/live-updates.ts'
import { followRevision, followText } from './follow-text.ts'
import { LiveDocument } from './live-document.ts'
import { compactLog, openLog } from './live-log.ts'
import { LIMITS, PACE, type Timers } from './pace.ts'
import { QuietTimer } from './quiet-timer.ts'

interface Held {
  readonly document: LiveDocument
  readonly text: QuietTimer
  readonly revision: QuietTimer
  readonly presence: QuietTimer
  /** How many are about to connect. */
  coming: number
  /** Updates since the log was compacted, as far as this process knows. */
  updates: number
}

/** All of them. */
export class LiveDocuments {
  readonly #house: House
  readonly #timers: Timers
  readonly #held = new Map<string, Promise<Held | null>>()
  readonly #open = new Map<string, Held>()
  /** Work on the database that is under way. */
  readonly #work = new Set<Promise<unknown>>()

  constructor(house: House, timers: Timers) {
    this.#house = house
    this.#timers = timers
  }

  /** Those that are open now. */
  *all(): Iterable<LiveDocument> {
    for (const { document } of this.#open.values()) yield document
  }

  /** One that is open now. */
  find(id: string): LiveDocument | null {
    return this.#open.get(id)?.document ?? null
  }

  /** Opens a document for somebody who is about to connect; null where there is none. Either `release` or `left` follows. */
  async open(id: string): Promise<LiveDocument | null> {
    let opening = this.#held.get(id)
    if (!opening) {
      opening = this.#load(id)
      this.#held.set(id, opening)
      const forget = () => this.#held.delete(id)
      opening.then((held) => held ?? forget(), forget)
    }
    const held = await opening
    if (held === null) return null
    // It may have been let go while this one waited.
    if (this.#open.get(id) !== held) return this.open(id)
    held.coming++
    return held.document
  }

  /** Somebody who was about to connect is connected, or is not coming. */
  arrived(document: LiveDocument): void {
    const held = this.#open.get(document.id)
    if (held) held.coming--
    this.left(document)
  }

  /** Somebody left: the text row follows at once after the last one. */
  left(document: LiveDocument): void {
    const held = this.#open.get(document.id)
    if (held?.document !== document) return
    if (document.connections.size === 0) held.text.now()
    this.#letGo(held)
  }

  /** Something was stored by somebody here, or by others. */
  changed(document: LiveDocument, updates: number): void {
    const held = this.#open.get(document.id)
    if (held?.document !== document) return
    const now = this.#house.now()
    held.text.touch(now)
    held.revision.touch(now)
    held.updates += updates
    if (held.updates > LIMITS.log) this.#compact(held, LIMITS.log)
  }

  /** Somebody moved. */
  moved(document: LiveDocument): void {
    const held = this.#open.get(document.id)
    if (held && !held.presence.waits) held.presence.touch(this.#house.now())
  }

  /** Forgets a document that is no more, or whose log was begun anew. */
  drop(document: LiveDocument): void {
    const held = this.#open.get(document.id)
    if (held?.document === document) this.#forget(held)
  }

  /** Lets rows and revisions follow that a process which died left behind. */
  sweep(): Promise<void> {
    return this.#do('left behind', async () => {
      const quietSince = this.#house.now() - PACE.sweep.quiet
      for (const id of await logsLeftBehind(this.#house.store.read, quietSince)) {
        if (this.#open.has(id)) continue
        await followText(this.#house, id)
        await followRevision(this.#house, id, [])
        await this.#compactRows(id, 1)
      }
    })
  }

  /** Lets everything follow now. */
  async followAll(): Promise<void> {
    for (const held of [...this.#open.values()]) {
      held.text.now()
      held.revision.now()
    }
    await this.idle()
  }

  /** When all work on the database is done. */
  async idle(): Promise<void> {
    while (this.#work.size > 0) await Promise.all(this.#work)
  }

  /** Forgets everything, and does nothing more. */
  close(): void {
    for (const held of [...this.#open.values()]) this.#forget(held)
  }

  async #load(id: string): Promise<Held | null> {
    const { store, now } = this.#house
    const opened = await store.transaction(async (tx) => {
      if (!(await lockPostmortems(tx, store.kind, [id])).has(id)) return null
      const log = await openLog(tx, id, now())
      return log && { log, owners: await clientsOf(tx, id) }
    })
    if (opened === null) return null
    const document = new LiveDocument(id, opened.log, opened.owners)
    const held: Held = {
      document,
      coming: 0,
      updates: 0,
      text: new QuietTimer(this.#timers, PACE.text, () => void this.#follow(held)),
      revision: new QuietTimer(this.#timers, PACE.revision, () => void this.#cut(held)),
      presence: new QuietTimer(this.#timers, { quiet: PACE.presence, most: PACE.presence }, () =>
        document.tellPresence(),
      ),
    }
    this.#open.set(id, held)
    return held
  }

  async #follow(held: Held): Promise<void> {
    await this.#do('text', () => followText(this.#house, held.document.id), held.text)
    this.#letGo(held)
  }

  async #cut(held: Held): Promise<void> {
    const { document } = held
    held.text.stop()
    const cut = async () => {
      const revision = await followRevision(this.#house, document.id, [...document.writers])
      document.writers.clear()
      if (revision !== null) document.tellRevision(revision)
    }
    await this.#do('revision', cut, held.revision)
    this.#letGo(held)
  }

  #letGo(held: Held): void {
    const { document, coming, revision, text } = held
    if (document.connections.size > 0 || document.waiting.length > 0 || coming > 0) return
    if (revision.waits || text.waits) return
    this.#forget(held)
    if (held.updates > 0) this.#compact(held, 1)
  }

  #forget(held: Held): void {
    for (const timer of [held.text, held.revision, held.presence]) timer.stop()
    this.#open.delete(held.document.id)
    this.#held.delete(held.document.id)
  }

  #compact(held: Held, moreThan: number): void {
    held.updates = 0
    void this.#do('compaction', () => this.#compactRows(held.document.id, moreThan))
  }

  async #compactRows(id: string, moreThan: number): Promise<void> {
    const { store, now } = this.#house
    await store.transaction(async (tx) => {
      if ((await lockPostmortems(tx, store.kind, [id])).has(id)) await compactLog(tx, id, moreThan, now())
    })
  }

  /** What fails here is done again later: by its timer, or by a sweep. */
  #do(what: string, work: () => Promise<void>, timer?: QuietTimer): Promise<void> {
    const done = work()
      .catch((error) => {
        this.#house.log.error({ err: error }, `live editing: ${what} failed`)
        timer?.touch(this.#house.now())
      })
      .finally(() => this.#work.delete(done))
    this.#work.add(done)
    return done
  }
}
