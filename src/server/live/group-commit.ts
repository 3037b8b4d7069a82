/** Gathers what all documents want to store for a few milliseconds, and stores it in one transaction after the other. */

import type { canEditText } from '../../actions/can-edit-text.ts'
import type { House } from '../house.ts'
import type { LiveDocument } from './live-document.ts'
import { PACE, type Timers } from './pace.ts'
import { type GroupOutcome, storeGroup } from './store-group.ts'

/** What a group commit works with. */
export interface GroupGround {
  readonly house: House
  readonly timers: Timers
  readonly canEdit: typeof canEditText
  readonly process: string | null
  /** Hears what became of each document, once it is stored. */
  readonly stored: (outcome: GroupOutcome) => void
}

/** The one writer of live logs in this process. */
export class GroupCommit {
  readonly #ground: GroupGround
  #documents = new Set<LiveDocument>()
  #runs = false
  #armed = false
  #stopped = false
  /** Milliseconds that a group takes from its transaction's begin to its end. */
  #cost = 0
  #again: number = PACE.again.first
  #idle: (() => void)[] = []

  constructor(ground: GroupGround) {
    this.#ground = ground
  }

  /** This document has something to store, or something that others stored to take in. */
  add(document: LiveDocument): void {
    if (this.#stopped) return
    this.#documents.add(document)
    this.#arm(this.#gather())
  }

  /** When everything is stored; at once where nothing waits. */
  settled(): Promise<void> {
    if (!this.#runs && this.#documents.size === 0) return Promise.resolve()
    return new Promise((done) => this.#idle.push(done))
  }

  /** Stores nothing any more. */
  stop(): void {
    this.#stopped = true
    this.#documents.clear()
    this.#tellIdle()
  }

  #gather(): number {
    const { least, most, ofCost } = PACE.gather
    return Math.min(most, Math.max(least, this.#cost * ofCost))
  }

  #arm(ms: number): void {
    if (this.#armed || this.#runs || this.#documents.size === 0) return
    this.#armed = true
    this.#ground.timers.after(ms, () => {
      this.#armed = false
      if (!this.#stopped) void this.#run()
    })
  }

  async #run(): Promise<void> {
    const { house, canEdit, process, stored } = this.#ground
    this.#runs = true
    const documents = [...this.#documents]
    this.#documents.clear()
    const begun = performance.now()
    let wait = 0
    try {
      const outcomes = await house.store.transaction((tx) => storeGroup(tx, { house, canEdit, process }, documents))
      // Smoothed, since one slow disk write says little about the next.
      this.#cost += (performance.now() - begun - this.#cost) / 8
      this.#again = PACE.again.first
      for (const outcome of outcomes) stored(outcome)
    } catch (error) {
      house.log.error(
        { err: error, documents: documents.map(({ id }) => id) },
        'live edits could not be stored; trying again',
      )
      for (const document of documents) {
        document.catchUp([])
        document.dropScratch()
        this.#documents.add(document)
      }
      wait = this.#again
      this.#again = Math.min(this.#again * 2, PACE.again.most)
    }
    this.#runs = false
    if (this.#documents.size === 0 || this.#stopped) this.#tellIdle()
    else this.#arm(wait || this.#gather())
  }

  #tellIdle(): void {
    const idle = this.#idle
    this.#idle = []
    for (const done of idle) done()
  }
}
