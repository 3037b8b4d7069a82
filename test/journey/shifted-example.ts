/** The example incident as if it had happened yesterday, so that the journey runs by the real clock on any day. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const EXAMPLE = join(import.meta.dirname, '../../examples/checkout-pool')
const DAY = 86_400_000
const HAPPENED = Date.UTC(2026, 10, 23)

/** Where it was put. */
export interface ShiftedExample {
  /** The day of the incident, `YYYY-MM-DD`. */
  readonly day: string
  /** The same for a day of the example. */
  readonly shift: (day: string) => string
  /** The text of a file of the example, with every date moved. */
  readonly read: (name: string) => string
}

/** Writes the evidence into `evidence/` of a folder, every date moved by the same number of days. */
export function shiftedExample(folder: string, now: number): ShiftedExample {
  const days = Math.floor(now / DAY) - 1 - HAPPENED / DAY
  const shift = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
  const read = (name: string) =>
    readFileSync(join(EXAMPLE, name), 'utf8')
      .replace(/\b20\d\d-\d\d-\d\d(?!\d)/g, shift)
      // Seconds since 1970, with or without what follows them.
      .replace(/(?<!\d)1795\d{6}/g, (seconds) => String(Number(seconds) + days * (DAY / 1000)))
      .replace(/p1795\d{6}/g, (words) => `p${Number(words.slice(1)) + days * (DAY / 1000)}`)
  mkdirSync(join(folder, 'evidence'))
  for (const name of readdirSync(EXAMPLE))
    if (name !== 'finished.md') writeFileSync(join(folder, 'evidence', name), read(name))
  return { day: shift('2026-11-23'), shift, read }
}
