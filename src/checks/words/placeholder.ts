/** Tells the blanks of the form from answers. */

/** Every blank: `\<...\>`, `<name>`, `YYYY-MM-DD`, `HH:MM`, `INC-YYYY-...`, `P0 | P1 | P2`, TODO and its kin. */
const PLACEHOLDER = [
  String.raw`\\<[^<>\r\n]{1,300}\\>`,
  // Not an HTML tag, an address or a comparison: words of the form, or several words without `=`, `:` or `/`.
  String.raw`<(?:name|names|list|link|links|date|time|title|owner|ticket|ticket-id|id|url|team|teams|role|tbd|todo|incident-title|[A-Za-z][\w'-]*(?:[ ;,.?-]+[\w'-]+){1,30}[?.]?)>`,
  String.raw`\bINC-YYYY-MM-DD-N+\b`,
  String.raw`\bYYYY[-/]MM[-/]DD\b`,
  String.raw`\bHH:MM(?::SS)?\b`,
  String.raw`\bP0 ?[|/] ?P1(?: ?[|/] ?P[23])+`,
  String.raw`\b(?:TODO|TBD|TBA|TBC|FIXME|XXX)\b`,
  String.raw`\b[Tt]o be (?:determined|confirmed|written|added|filled in|decided)\b`,
  '未定|未記入|後で記入|記入予定',
].join('|')
/** A cheap first look: without one of these no blank can be there. */
const MAY_HOLD = /[<\\]|YYYY|HH:MM|TODO|TB[ADC]|FIXME|XXX|o be |P0 ?[|/]|未定|未記|記入/
const ANY = new RegExp(PLACEHOLDER)
const EVERY = new RegExp(PLACEHOLDER, 'g')

/** How sentences of the template begin that say what to write there. */
const GUIDANCE =
  /^\s*(?:A 2-4 sentence executive summary|A clear, technical, blameless explanation of what went wrong\. Aim for|Specific things to celebrate\. The runbook that worked|Specific gaps\. NOT people)/

/** The blanks of the form in a text, with their offsets. */
export function placeholdersIn(text: string): { words: string; at: number }[] {
  if (!MAY_HOLD.test(text)) return []
  return Array.from(text.matchAll(EVERY), (match) => ({ words: match[0], at: match.index }))
}

/** Whether words begin with a sentence of the template that says what to write there. */
export function isGuidance(text: string): boolean {
  // Asked of every paragraph, so the first letter decides for most.
  const first = text.charCodeAt(0)
  const isOther = first > 65 && first !== 83 && first < 128
  return !isOther && GUIDANCE.test(text)
}

/** Whether there are no words at all: blank, dashes or dots. */
export function isBlank(text: string): boolean {
  return /^[\s.…?_–—-]*$/.test(text)
}

/** Whether plain words are still to be written: blank, dashes or dots, holding a blank of the form, or its guidance. */
export function isUnwritten(text: string): boolean {
  const words = text.trim()
  if (isBlank(words) || isGuidance(words)) return true
  if (/^(?:todo|tbd|tba|tbc|fixme)\b/i.test(words)) return true
  return MAY_HOLD.test(words) && (ANY.test(words) || /<[A-Za-z][^<>]{0,300}>/.test(words))
}
