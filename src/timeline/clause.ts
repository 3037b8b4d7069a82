/** Finds who does what in a line: where the main clause's subject, verb and object stand. */
import { type LineWord, SENTENCE_STEP } from './line-words.ts'

/** Places (see `line-words.ts`); `verb` is -1 where the line is a mere noun phrase. */
export interface Clause {
  readonly start: number
  readonly verb: number
  /** Last place of the object. */
  readonly end: number
  /** The verb is tried, begun or planned rather than done. */
  readonly attempted: boolean
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))
/** A line that begins with these says first when or why; what happened follows the comma. */
const OPENING = words(
  'during after upon while when as since because due following once in at by before until with from on using given despite although for around shortly then also meanwhile eventually immediately finally initially later aside apart besides except',
)
const AUXILIARY = words(
  `is are was were be been being has have had having do does did will would can could should may might must not never now still also just
  already finally quickly eventually immediately automatically manually successfully partially fully temporarily accidentally currently then
  get gets got getting to it they he she we i you there that which who again only n't isn't wasn't aren't weren't hasn't haven't didn't doesn't don't
  formally officially slowly further soon both all once more fairly very too been`,
)
/** These do something to another verb; the other one tells what. */
const CATENATIVE = words(
  `start starts started starting begin begins began begun beginning try tries tried trying attempt attempts attempted attempting
  continue continues continued continuing decide decides decided proceed proceeds proceeded manage manages managed able need needs needed
  work works working want wants wanted plan plans planned intend intends help helps helped seem seems seemed appear appears appeared
  agree agrees agreed propose proposes proposed suggest suggests suggested commence commences commenced prepare prepares prepared keep keeps kept go goes going`,
)
const TRYING = words(
  'try tries tried attempt attempts attempted decide decides decided propose proposes proposed agree agrees agreed suggest suggests suggested',
)
const BEFORE_NOUN = words(
  'the a an of all more other some any every each no new several many multiple few first second third another these those our their its his her your for with from about by per in on at into to via as and or',
)
/** Plurals that are hardly ever verbs in a timeline. */
const NOUNS = words(
  'issues problems errors failures outages files logs users tickets metrics versions certificates details timeouts exceptions anomalies services pods nodes',
)
/** What follows these tells about a noun, not what happened. */
const RELATIVE = words('that which who whose where')
const FINITE = words('is are was were had has have will would can could did does do')
/** A clause of its own follows these. */
const SUBORDINATE = words('after because since when while until as if once before due for at in on')
const PLURAL_OR_PRONOUN = words(
  'we i they you people who and to can could will would did not users customers team teams staff ops devops',
)
const AFTER_VERB = words(
  'to in on at with by the a an all for from due because as of that again back and or our their its this his her into onto over under out up down via using after before until when while which new some multiple several two three more both',
)
const IRREGULAR = words(
  'found saw seen sent brought told went came broke broken lost fell fallen rose risen grew began ran took taken made put set cut shut hung froze died wrote written dug woke bought rebuilt held kept left met paid read said sold spoke spun stood taught thought understood won knew known gave given became become hit let got built split stuck fed led up down',
)
const ADJECTIVE = words(
  'affected failed planned scheduled elevated increased degraded expired malformed stalled unrelated related suspected corrupted repeated updated automated limited',
)
/** How far behind the verb its object is looked for. */
const OBJECT_REACH = 7

/** The main clause of a line; `acts` says for each word whether it can be a verb that matters here. */
export function mainClause(
  line: readonly LineWord[],
  acts: (word: number) => boolean,
  state: (word: number) => boolean,
): Clause {
  let from = 0
  if (line.length > 0 && (OPENING.has(line[0]!.text) || line[0]!.text.endsWith('ing'))) from = afterOpening(line)
  const start = line[from]?.place ?? 0
  let attempted = false
  for (let i = from; i < line.length; i++) {
    const word = line[i]!
    if (word.place >= start + SENTENCE_STEP) break
    const before = i === from ? undefined : line[i - 1]!.text
    const verbal = isVerb(word.text, before, line[i + 1]) && (before !== 'to' || attempted)
    if (CATENATIVE.has(word.text) && (verbal || PLURAL_OR_PRONOUN.has(before ?? ''))) {
      attempted = true
      const next = line[i + 1]?.text ?? ''
      if (next !== 'to' && !next.endsWith('ing') && (TRYING.has(word.text) || SUBORDINATE.has(next)))
        return clauseAt(line, start, i, attempted)
      continue
    }
    if (AUXILIARY.has(word.text)) {
      const state_ = stateAfter(line, i, state)
      if (state_ >= 0) return clauseAt(line, start, state_, attempted)
      continue
    }
    if (verbal && (acts(i) || word.text.endsWith('ed'))) return clauseAt(line, start, i, attempted)
  }
  return { start, verb: -1, end: start + OBJECT_REACH * 2, attempted }
}

function clauseAt(line: readonly LineWord[], start: number, verb: number, attempted: boolean): Clause {
  const place = line[verb]!.place
  return { start, verb: place, end: place + OBJECT_REACH, attempted }
}

/** `is down`, `were fully healthy`, `has been restored`: the word that says how it is. */
function stateAfter(line: readonly LineWord[], at: number, state: (word: number) => boolean): number {
  if (!COPULA.has(line[at]!.text)) return -1
  for (let i = at + 1; i < line.length && i <= at + 4; i++) {
    if (line[i]!.breaks) return -1
    if (state(i)) return i
    if (!AUXILIARY.has(line[i]!.text) && !line[i]!.text.endsWith('ly') && !SMALL.has(line[i]!.text)) return -1
  }
  return -1
}
const COPULA = words(
  'is are was were be been being get gets got getting become becomes became remain remains remained has have had',
)
const SMALL = words('back in to the a an very quite mostly completely')

function isVerb(text: string, before: string | undefined, after: LineWord | undefined): boolean {
  if (NOUNS.has(text) || (before !== undefined && RELATIVE.has(before))) return false
  if (text.endsWith('s') && after !== undefined && FINITE.has(after.text)) return false
  if (IRREGULAR.has(text)) return before === undefined || !BEFORE_NOUN.has(before)
  if (text.endsWith('ed')) {
    if (before !== undefined) return !BEFORE_NOUN.has(before) || before === 'and' || before === 'or' || before === 'to'
    return !(ADJECTIVE.has(text) && after !== undefined && !after.breaks && !AFTER_VERB.has(after.text))
  }
  if (before === undefined) return text.endsWith('ing')
  if (PLURAL_OR_PRONOUN.has(before)) return true
  if (BEFORE_NOUN.has(before)) return false
  if (text.endsWith('ing') || (text.endsWith('s') && !text.endsWith('ss'))) return true
  return before.length > 3 && before.endsWith('s') && !before.endsWith('ss') && !AUXILIARY.has(before)
}

function afterOpening(line: readonly LineWord[]): number {
  const doing = line[0]!.text.endsWith('ing') && !OPENING.has(line[0]!.text)
  for (let i = 1; i < line.length && i < 30; i++) {
    if (line[i]!.place >= SENTENCE_STEP) break
    const pronoun = line[i]!.text === 'we' || line[i]!.text === 'i'
    // `Looking at the logs, we found`, but `Checking the logs, nothing unusual`.
    if (doing ? line[i]!.breaks && pronoun : line[i]!.breaks || (pronoun && i > 1)) return i
  }
  return line.length > 1 && !doing ? 1 : 0
}
