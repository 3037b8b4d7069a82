/** An entry of a timeline as it stands in the text, before dates and zones are carried from one to the next. */
import type { Span } from '../base/span.ts'
import type { TimeText } from '../timeline/time-text.ts'
import type { Zone } from '../timeline/zone.ts'

/** A candidate row, or (`day`) a heading or bullet that only sets the day for what follows. */
export interface TimeEntry {
  readonly form: 'row' | 'day'
  readonly time: TimeText | null
  /** Where the words of the time stand; null where there are none. */
  readonly timeSpan: Span | null
  readonly textSpan: Span
  /** Plain words where they are not simply those of `textSpan`. */
  readonly text?: string
  readonly sourceSpan: Span | null
  /** The zone that the entry's column names. */
  readonly columnZone: Zone | null
  readonly span: Span
  readonly section: number
}
