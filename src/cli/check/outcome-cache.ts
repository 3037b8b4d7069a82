/** Keeps what checks gave, by the digest of everything that they depend on, so that unchanged documents cost only reading. */
import { createHash } from 'node:crypto'
import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { CheckOutcome, CheckTask } from './check-job.ts'
import { type Kept, OutcomeReader, OutcomeWriter } from './outcome-file.ts'
import type { Bytes } from './read-texts.ts'

/** Bytes of outcomes that are kept for documents that were not among the last ones. */
const SPARE = 32 * 1024 * 1024
/** How many files, one for each way to check, are kept. */
const FILES = 12

/** The key of a document's outcome within one way to check. */
export function outcomeKey({ file }: CheckTask, { source, record, evidence }: Bytes): string {
  const hash = createHash('sha256').update(`${file.length} ${file}`)
  for (const part of [source, record, evidence])
    if (part === null) hash.update('-')
    else hash.update(`${part.length} `).update(part)
  return hash.digest('base64url')
}

/** The outcomes of one way to check; what they print stays on disk until it is asked for. Nothing here ever fails. */
export class OutcomeCache {
  readonly #folder: string
  readonly #path: string
  readonly #now: number
  readonly #old: OutcomeReader
  readonly #used = new Set<string>()
  #new: OutcomeWriter | null = null

  /** `way` names everything that all outcomes depend on but the clock, which is `now`. */
  constructor(folder: string, way: string, now: number) {
    this.#folder = folder
    this.#path = join(folder, `check-${createHash('sha256').update(way).digest('hex').slice(0, 32)}`)
    this.#now = now
    this.#old = new OutcomeReader(this.#path)
  }

  /** How many outcomes it holds. */
  get size(): number {
    return this.#old.kept.size
  }

  /** The outcome under a key; null where there is none, or where it depended on another hour. */
  get(key: string): CheckOutcome | null {
    const kept = this.#old.kept.get(key)
    if (!kept || !this.#holds(kept)) return null
    const printed = this.#old.read(kept)
    if (printed === null) return null
    this.#used.add(key)
    const { errors, warnings, infos } = kept
    return { errors, warnings, infos, unreadable: false, timely: kept.hour !== null, printed }
  }

  /** Remembers an outcome; it is there for the next run after `save`. */
  add(key: string, { errors, warnings, infos, unreadable, timely, printed }: CheckOutcome): void {
    if (unreadable) return
    this.#new ??= new OutcomeWriter(this.#folder, this.#path)
    this.#new.add(key, printed, { errors, warnings, infos, hour: timely ? this.#now : null })
  }

  /** Writes what is new beside what is still of use. */
  save(): void {
    const writer = this.#new
    if (writer) {
      let spare = SPARE
      for (const [key, kept] of this.#old.kept) {
        const used = this.#used.has(key)
        if (!used) spare -= kept.length
        if (writer.has(key) || !(used || (spare > 0 && this.#holds(kept)))) continue
        const printed = this.#old.read(kept)
        if (printed) writer.add(key, printed, kept)
      }
      writer.finish()
      this.#prune()
    }
    this.#old.close()
  }

  #holds({ hour }: Kept): boolean {
    return hour === null || hour === this.#now
  }

  #prune(): void {
    try {
      const files = readdirSync(this.#folder).filter((name) => name.startsWith('check-'))
      if (files.length <= FILES) return
      const aged = files.map((name) => ({ name, at: statSync(join(this.#folder, name)).mtimeMs }))
      aged.sort((a, b) => b.at - a.at)
      for (const { name } of aged.slice(FILES)) rmSync(join(this.#folder, name), { force: true })
    } catch {
      // Another run may be at it; the next one prunes.
    }
  }
}
