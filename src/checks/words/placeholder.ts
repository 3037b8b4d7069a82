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
const ANY = new RegExp(PLACEHOLDER)
const EVERY = new RegExp(PLACEHOLDER, 'g')

/** Sentences of the template that say what to write there. */
const GUIDANCE = [
  'a 2-4 sentence executive summary. what happened, who was affected, what the root cause was, and what we did.',
  'a clear, technical, blameless explanation of what went wrong. aim for the system-level cause',
  'specific things to celebrate. the runbook that worked;',
  'specific gaps. not people; systems.',
]

/** The blanks of the form in a text, with their offsets. */
export function placeholdersIn(text: string): { words: string; at: number }[] {
  return Array.from(text.matchAll(EVERY), (match) => ({ words: match[0], at: match.index }))
}

/** Whether plain words begin with a sentence of the template that says what to write there. */
export function isGuidance(text: string): boolean {
  const start = text.trimStart().slice(0, 120).toLowerCase().replaceAll('**', '')
  return GUIDANCE.some((sentence) => start.startsWith(sentence.slice(0, Math.max(28, Math.min(sentence.length, 60)))))
}

/** Whether there are no words at all: blank, dashes or dots. */
export function isBlank(text: string): boolean {
  return /^[\s.…?_–—-]*$/.test(text)
}

/** Whether plain words are still to be written: blank, dashes or dots, holding a blank of the form, or its guidance. */
export function isUnwritten(text: string): boolean {
  const words = text.trim()
  if (isBlank(words) || isGuidance(words)) return true
  return ANY.test(words) || /^(?:todo|tbd|tba|tbc|fixme)\b/i.test(words) || /<[A-Za-z][^<>]{0,300}>/.test(words)
}
