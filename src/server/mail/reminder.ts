/** The words of a reminder: what is due, when, and where; about the work, never about who has not done it. */

/** What reminders are about. */
export const REMINDERS = [
  'draft-due',
  'draft-overdue',
  'item-due',
  'item-overdue',
  'publication-due',
  'publication-overdue',
] as const
/** One of them. */
export type ReminderKind = (typeof REMINDERS)[number]

/** What is told. */
export interface ReminderFacts {
  readonly what: ReminderKind
  /** `INC-2026-11-23-001`, or an item `INC-2026-11-23-001#A1`. */
  readonly subject: string
  /** The incident's title, or the item's description. */
  readonly title: string
  readonly severity: string | null
  /** `2026-11-26 00:00 UTC`, or a day. */
  readonly due: string
  /** What the draft lacks. */
  readonly missing: readonly string[]
  /** Why this person is told. */
  readonly because: string
}

/** Subject and plain text; everything that people wrote is one line of bounded length. */
export function reminderWords(facts: ReminderFacts, baseUrl: string): { subject: string; text: string } {
  const { what, subject, severity, due, missing, because } = facts
  const title = line(facts.title)
  const thing = THINGS[what]
  const late = what.endsWith('-overdue')
  const named = `${subject}${severity === null ? '' : ` (${line(severity)})`}, "${title}"`
  const sentences = [
    `${thing.sentence} ${named} ${late ? 'was due on' : 'is due on'} ${due}.`,
    ...(missing.length > 0 ? [`Still to be written: ${missing.join(' and ')}.`] : []),
    late ? thing.late : thing.soon,
  ]
  const text = [
    sentences.join('\n'),
    `It is at ${baseUrl} under ${subject}.`,
    `This mail comes to you because ${because}. Each deadline is told once. All times are UTC.`,
  ].join('\n\n')
  return { subject: `${thing.subject} ${late ? 'was due' : 'due'} ${due}: ${subject} ${title}`, text: `${text}\n` }
}

interface Thing {
  readonly subject: string
  readonly sentence: string
  readonly soon: string
  readonly late: string
}

const DRAFT: Thing = {
  subject: 'Draft',
  sentence: 'The draft of the postmortem of',
  soon: 'A summary and a timeline are enough for now; the rest can follow in the review.',
  late: 'A summary and a timeline are enough for now. If something stands in the way, tell your platform lead, or have it waived with a reason.',
}

const PUBLICATION: Thing = {
  subject: 'Postmortem',
  sentence: 'The publication of the postmortem of',
  soon: 'What its stage still waits for is shown with it.',
  late: 'What its stage still waits for is shown with it. If something stands in the way, tell your platform lead.',
}

const ITEM: Thing = {
  subject: 'Action item',
  sentence: 'The action item',
  soon: 'If the date cannot be kept, move it with a reason.',
  late: 'Record it as done with its proof, move the date with a reason, or say why it will not be done.',
}

const THINGS: Readonly<Record<ReminderKind, Thing>> = {
  'draft-due': DRAFT,
  'draft-overdue': DRAFT,
  'item-due': ITEM,
  'item-overdue': ITEM,
  'publication-due': PUBLICATION,
  'publication-overdue': PUBLICATION,
}

/** What somebody wrote, on one line, without control characters or marks that turn the direction of a line. */
function line(words: string): string {
  const one = words
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return one.length > 150 ? `${one.slice(0, 149).trimEnd()}…` : one
}
