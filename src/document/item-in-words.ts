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
  /\b(?:owners?|assignees?|assigned to|responsible|dri)\b\**\s*[:=]\s*\**\s*([^,;|)\]\n—–]{1,60})|(?:担当者?|オーナー)\s*[:：]\s*([^、,;|)）\n]{1,40})/i
const MENTION = /(?:^|[\s([（—–-])(@[\w][\w.-]{0,38}(?:\/[\w.-]{1,38})?)/
const DUE =
  /\b(?:due(?: date| by| on)?|deadline|eta|target(?: date)?|by)\b\**\s*[:=]?\s*\**\s*((?:\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}\/\d{2,4}|(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:\s+\d{1,2}(?:st|nd|rd|th)?)?(?:,?\s+\d{4})?))(?!\w)|(?:期限|期日)\s*[:：]\s*(\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?)/i
const TICKET =
  /\[[^\]\n]{1,200}\]\(https?:\/\/[^\s)]{1,300}\)|https?:\/\/[^\s)>\]]*\/(?:issues|pull|pulls|browse|merge_requests|-\/issues)\/[^\s)>\]]{1,200}|(?<![\w/&])(?:[\w.-]{1,40}\/[\w.-]{1,60})?#\d{1,7}\b|\b[A-Z][A-Z0-9]{1,9}-\d{1,6}\b(?<!UTF-8|UTF-16|SHA-256|SHA-1|ISO-8601|RFC-\d+)/
const STATUS =
  /\bstatus\b\**\s*[:=]\s*\**\s*([^,;|)\]\n]{1,40})|[([（]\s*((?:done|completed?|in progress|open|wip|todo|not started|won'?t (?:do|fix)|verified|完了|未着手|進行中)[^)\]）\n]{0,20})[)\]）]|(✅|☑️?|✔️?)/i
const LONGEST = 1500

/** Looks for each in the source words of an item (with their Markdown). */
export function itemInWords(words: string): ItemInWords {
  const head = words.slice(0, LONGEST)
  return {
    owner: group(OWNER.exec(head)) ?? group(MENTION.exec(head)),
    due: group(DUE.exec(head)),
    ticket: whole(TICKET.exec(head)),
    status: group(STATUS.exec(head)),
  }
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
