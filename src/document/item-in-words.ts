/** Owner, due date, ticket and status that stand in the running words of an action item. */
import type { Span } from '../base/span.ts'

/** Where each was found, as spans relative to the words given. */
export interface ItemInWords {
  readonly owner: Span | null
  readonly due: Span | null
  readonly ticket: Span | null
  readonly status: Span | null
}

const OWNER =
  /\b(?:owners?|assignees?|assigned to|responsible|responsable|verantwortlich|dri)\b\**\s*[:=]\s*\**\s*([^,;|)\]\n—–]{1,60})|(?:担当者?|オーナー)\s*[:：]\s*([^、,;|)）\n]{1,40})/i
const MENTION = /(?:^|[\s([（—–-])(@[\w][\w.-]{0,38}(?:\/[\w.-]{1,38})?)/
/** `Ada Example to add a probe`, `**[Ada Example]** Add a probe`. */
const NAME = "\\p{Lu}[\\p{L}.'’-]{1,24}(?: \\p{Lu}[\\p{L}.'’-]{0,24}){1,2}"
const TWO_NAMES = "\\p{Lu}[\\p{L}.'’-]{1,24} \\p{Lu}[\\p{L}.'’-]{1,24}"
const NAMED_FIRST = new RegExp(
  `^[\\s*_]{0,6}(?:\\[(${NAME}|@[\\w.-]{1,40})\\](?![(\\[:])[\\s*_:–—-]|(${TWO_NAMES})[*_]{0,2} to (?=\\p{Ll}{2,} ))`,
  'u',
)
/** Words in capitals that are no name of anybody. */
const NO_NAME =
  /\b(?:action|priority|term|high|medium|low|short|long|critical|urgent|prevent\w*|detect\w*|mitigat\w*|done|open|closed|progress|started|planned|completed?|optional|follow|todo|wip|need|needs|we|i|the|all|everyone|everybody|nobody|next|new|ability|add|allow|change|configure|connect|convert|create|deploy|document|ensure|extend|fix|improve|increase|introduce|investigate|make|migrate|move|port|redirect|reduce|release|remove|rename|replace|review|roll|route|run|scale|set|switch|teach|test|train|tune|update|upgrade|use|write)\b/i
/** `… (2026-06-01)` at the end, or after the mark that task lists use. */
const DAY_LAST = /[([]\s*(\d{4}-\d{2}-\d{2})\s*[)\]]\.?\s*$|📅\s*(\d{4}-\d{2}-\d{2})/u
const NAME_LABEL = new RegExp(`^[\\s*_]{0,4}(${TWO_NAMES})[*_]{0,2}:[*_]{0,2} `, 'u')
const NAMED_LAST = new RegExp(`[(\\[](${NAME}|@[\\w.-]{1,40})[)\\]]\\.?\\s*$`, 'u')
const DUE =
  /\b(?:due(?: date| by| on)?|deadline|eta|target(?: date)?|by)\b\**\s*[:=]?\s*\**\s*((?:\d{4}-\d{2}-\d{2}|\d{1,2}\/(?:\d{1,2}|[A-Z][a-z]{2})\/\d{2,4}|(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:\s+\d{1,2}(?:st|nd|rd|th)?)?(?:,?\s+\d{4})?))(?!\w)|(?:期限|期日)\s*[:：]\s*(\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?)/i
const TICKET =
  /\[[^\]\n]{1,200}\]\(https?:\/\/[^\s)]{1,300}\)|https?:\/\/[^\s)>\]]*\/(?:issues|pull|pulls|browse|merge_requests|-\/issues)\/[^\s)>\]]{1,200}|(?<![\w/&])(?:[\w.-]{1,40}\/[\w.-]{1,60})?#\d{1,7}\b|\b[A-Z][A-Z0-9]{1,9}-\d{1,6}\b(?<!UTF-8|UTF-16|SHA-256|SHA-1|ISO-8601|RFC-\d+)/
const STATUS =
  /\bstatus\b\**\s*[:=]\s*\**\s*([^,;|)\]\n]{1,40})|[([（]\s*((?:done|completed?|in progress|open|wip|todo|not started|won'?t (?:do|fix)|verified|完了|未着手|進行中)[^)\]）\n]{0,20})[)\]）]|(✅|☑️?|✔️?)/i
/** Where an owner's name ends: at a dash, the end of a sentence, a bracket, or the next label. */
const NAME_END =
  /\s+[-–—/]\s|[.。](?=[\s*_]|$)|\s*[([（]|\s+\**_*(?:due|deadline|eta|target|status|priority|ticket|by)\b\**_*\s*[:=]/i
const DAY =
  '(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}/\\d{1,2}/\\d{2,4}|\\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}(?: \\d{4})?|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6} \\d{1,2}(?:, ?\\d{4})?)'
/** `… — Ada Example — 2026-12-01`, `… (Ada Example, 2026-12-01)` at the very end of an item. */
const NAME_AND_DAY = new RegExp(
  `(?:\\s[-–—|]\\s+|;\\s+|[(\\[]\\s*)[*_]{0,2}(@[\\w.-]{1,40}|\\p{Lu}[\\p{L}.'-]{1,24}(?: \\p{Lu}[\\p{L}.'-]{0,24}){0,2})[*_]{0,2}\\s*[,;/|–—-]\\s*(?:due |by )?[*_]{0,2}(${DAY})[*_]{0,2}\\s*[)\\]]?\\.?\\s*$`,
  'u',
)
const LONGEST = 1500

/** Looks for each in the source words of an item (with their Markdown). */
export function itemInWords(words: string): ItemInWords {
  // Any line ending ends a value.
  const head = words.slice(0, LONGEST).replaceAll('\r', '\n')
  const owner = group(OWNER.exec(head))
  const due = group(DUE.exec(head))
  const tail = owner && due ? null : nameAndDay(head)
  return {
    owner: owner ? shortened(head, owner) : (tail?.owner ?? namedFirst(head) ?? group(MENTION.exec(head))),
    due: due ?? tail?.due ?? group(DAY_LAST.exec(head.slice(0, LONGEST))),
    ticket: whole(TICKET.exec(head)),
    status: group(STATUS.exec(head)),
  }
}

function namedFirst(head: string): Span | null {
  const found = group(NAMED_FIRST.exec(head.slice(0, 160)))
  return found && !NO_NAME.test(head.slice(found.from, found.to)) ? found : null
}

/** `Ada Example: …`: a name where every item of a list begins so and has a day. */
export function nameAsLabel(words: string): Span | null {
  const found = group(NAME_LABEL.exec(words.slice(0, 80)))
  return found && !NO_NAME.test(words.slice(found.from, found.to)) ? found : null
}

/** `… (Ada Example)` at the end: a name where every item of a list ends so. */
export function nameAtEnd(words: string): Span | null {
  const start = Math.max(0, words.length - 100)
  const match = NAMED_LAST.exec(words.slice(start))
  if (!match || NO_NAME.test(match[1]!)) return null
  const from = start + match.index + 1
  return { from, to: from + match[1]!.length }
}

function nameAndDay(head: string): { owner: Span; due: Span } | null {
  // Only the last line's end can match; a short piece keeps the search short.
  const start = Math.max(0, head.length - 160)
  const match = NAME_AND_DAY.exec(head.slice(start))
  if (!match) return null
  const from = start + match.index
  const name = from + match[0].indexOf(match[1]!)
  const day = from + match[0].lastIndexOf(match[2]!)
  return { owner: { from: name, to: name + match[1]!.length }, due: { from: day, to: day + match[2]!.length } }
}

function shortened(head: string, owner: Span): Span {
  const name = head.slice(owner.from, owner.to)
  const end = NAME_END.exec(name)
  return end && end.index > 0 ? { from: owner.from, to: owner.from + name.slice(0, end.index).trimEnd().length } : owner
}

function group(match: RegExpExecArray | null): Span | null {
  const found = match?.slice(1).find((value) => value !== undefined)
  if (!match || found === undefined) return null
  const trimmed = found.trim().replace(/[*_`.]+$/, '')
  const from = match.index + match[0].lastIndexOf(found) + found.indexOf(found.trim())
  return trimmed === '' ? null : { from, to: from + trimmed.length }
}

function whole(match: RegExpExecArray | null): Span | null {
  return match && { from: match.index, to: match.index + match[0].length }
}
