/**
 * The words by which an English timeline tells what happened, grouped by what they mean.
 *
 * Entries stand between semicolons and may be several words. The first word is read in every regular form of its verb and
 * noun (`restart` reads `restarts`, `restarted`, `restarting`); irregular forms are listed; a `!` keeps an entry as it stands.
 */
import { DOING } from './words/doing.ts'
import { LOOKING_AND_SEEING } from './words/looking-and-seeing.ts'
import { SIGNALS_AND_STEPS } from './words/signals-and-steps.ts'
import { STATES } from './words/states.ts'
import { TELLING_AND_AFTER } from './words/telling-and-after.ts'
import { WHO_AND_WHAT } from './words/who-and-what.ts'

/** What a word can mean to the patterns in `event-patterns.ts`; a word may belong to several groups. */
export const EVENT_WORDS = {
  ...WHO_AND_WHAT,
  ...SIGNALS_AND_STEPS,
  ...LOOKING_AND_SEEING,
  ...STATES,
  ...DOING,
  ...TELLING_AND_AFTER,
  // Marks that the clause gives: a subject that is a name, an act that is tried or begun, a line without a verb.
  NAME: '',
  ATTEMPTED: '',
  NOVERB: '',
} as const

/** The name of a group of words. */
export type EventWord = keyof typeof EVENT_WORDS
