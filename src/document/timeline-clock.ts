/** Days and zones carried from entry to entry, so that each time becomes a moment in UTC where it can be known. */
import { DAY, type Instant, instantOfDay, utcDay } from '../base/instant.ts'
import type { DayText, TimeText } from '../timeline/time-text.ts'
import { instantOf, UTC, type Zone } from '../timeline/zone.ts'

/** What the document says outside the timeline: its day (in milliseconds, UTC midnight), zone, and order of `3/4`. */
export interface ClockContext {
  readonly day: Instant | null
  /** Asked only where no heading, note, column or entry names a zone. */
  readonly zone: () => Zone | null
  /** The zone of the metadata's own times; asked last. */
  readonly metadataZone: () => Zone | null
  /** The moment from which `T+5m` counts. */
  readonly start: () => Instant | null
  /** Asked only where a date may be read two ways. */
  readonly dayFirst: () => boolean
}

/** The moment of an entry; `problem` says why there is none although a time is written. */
export interface Reading {
  readonly at: Instant | null
  readonly date: string | null
  readonly problem: 'impossible-time' | 'no-day' | 'no-start' | 'clock-gap' | 'clock-fold' | null
}

/** A step back by more than this is taken as the next day; a smaller one as entries out of order. */
const ROLLOVER = 4 * 60 * 60 * 1000

/** Reads times one after another. */
export class TimelineClock {
  private readonly context: ClockContext
  private day: Instant | null
  private last: Instant | null = null
  private sectionZone: Zone | null
  private stickyZone: Zone | null = null
  private documentZone: Zone | null | undefined
  private lastZone: { readonly zone: Zone | null } | null = null
  private dayFirst: boolean | undefined
  private dayText = ''
  private dayNumber = Number.NaN

  constructor(context: ClockContext) {
    this.context = context
    this.day = context.day
    this.sectionZone = null
  }

  /** A new section: its heading or notes may name a zone of their own, and a day. */
  enter(zone: Zone | null, day: DayText | null): void {
    this.sectionZone = zone
    this.last = null
    if (day) this.day = this.dayOf(day)
  }

  /** A heading or bullet that only names the day. */
  setDay(day: DayText): void {
    this.day = this.dayOf(day)
    this.last = null
  }

  /** The moment of an entry's time. */
  read(time: TimeText, columnZone: Zone | null): Reading {
    if (time.impossible) return { at: null, date: null, problem: 'impossible-time' }
    if (time.elapsed !== undefined) return this.since(time.elapsed)
    const stated = time.date ? this.dayOf(time.date) : null
    if (stated !== null) {
      this.day = stated
      this.last = null
    }
    if (!time.clock) return { at: null, date: stated === null ? null : utcDay(stated), problem: null }
    if (this.day === null) return { at: null, date: null, problem: 'no-day' }
    const { hour, minute, second } = time.clock
    const sinceMidnight = ((hour * 60 + minute) * 60 + Math.min(second, 59)) * 1000
    if (time.zone && !columnZone && !this.zoneAround()) this.stickyZone = time.zone
    const zone = time.zone ?? columnZone ?? this.zoneAround() ?? this.stickyZone ?? this.metadataZone() ?? UTC
    let wall = this.day + sinceMidnight
    let shown = instantOf({ wall, zone })
    // Compared as moments, since neighbouring entries may name different zones.
    if (stated === null && this.last !== null && this.last - (shown.at ?? wall) > ROLLOVER) {
      this.day += DAY
      wall += DAY
      shown = instantOf({ wall, zone })
    }
    const { at, ambiguous } = shown
    this.last = at ?? wall
    const problem = at === null ? 'clock-gap' : ambiguous ? 'clock-fold' : null
    return { at, date: this.dayWords(at ?? wall), problem }
  }

  private since(elapsed: number): Reading {
    const start = this.context.start()
    if (start === null) return { at: null, date: null, problem: 'no-start' }
    return { at: start + elapsed, date: this.dayWords(start + elapsed), problem: null }
  }

  private metadataZone(): Zone | null {
    this.lastZone ??= { zone: this.context.metadataZone() }
    return this.lastZone.zone
  }

  private zoneAround(): Zone | null {
    if (this.sectionZone) return this.sectionZone
    if (this.documentZone === undefined) this.documentZone = this.context.zone()
    return this.documentZone
  }

  /** Neighbouring entries mostly share their day. */
  private dayWords(at: Instant): string {
    const number = Math.floor(at / DAY)
    if (number !== this.dayNumber) {
      this.dayNumber = number
      this.dayText = utcDay(at)
    }
    return this.dayText
  }

  private dayOf(text: DayText): Instant | null {
    if (text.swappable) this.dayFirst ??= this.context.dayFirst()
    const swap = text.swappable && this.dayFirst
    const [month, day] = swap ? [text.day, text.month] : [text.month, text.day]
    const near = this.day ?? this.context.day
    if (text.year !== null) return instantOfDay(text.year, month, day)
    if (near === null) return null
    const year = new Date(near).getUTCFullYear()
    const same = instantOfDay(year, month, day)
    // January after a December is the next year, December before a January the one before.
    if (same !== null && near - same > 200 * DAY) return instantOfDay(year + 1, month, day)
    if (same !== null && same - near > 200 * DAY) return instantOfDay(year - 1, month, day)
    return same
  }
}
