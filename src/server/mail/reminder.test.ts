import { describe, expect, it } from 'vitest'
import { REMINDERS, type ReminderFacts, reminderWords } from './reminder.ts'

const FACTS: ReminderFacts = {
  what: 'draft-overdue',
  subject: 'INC-2026-11-23-001',
  title: 'Checkout refused cards',
  severity: 'P1',
  due: '2026-11-25 14:00 UTC',
  missing: ['the summary', 'the timeline'],
  because: 'you are its incident commander',
}

describe('a reminder', () => {
  it('says what was due, when in UTC, what is missing and where', () => {
    const { subject, text } = reminderWords(FACTS, 'https://postmortems.example.com')
    expect(subject).toBe('Draft was due 2026-11-25 14:00 UTC: INC-2026-11-23-001 Checkout refused cards')
    expect(
      text,
    ).toBe(`The draft of the postmortem of INC-2026-11-23-001 (P1), "Checkout refused cards" was due on 2026-11-25 14:00 UTC.
Still to be written: the summary and the timeline.
A summary and a timeline are enough for now. If something stands in the way, tell your platform lead, or have it waived with a reason.

It is at https://postmortems.example.com under INC-2026-11-23-001.

This mail comes to you because you are its incident commander. Each deadline is told once. All times are UTC.
`)
  })
  it('blames nobody', () => {
    for (const what of REMINDERS) {
      const { subject, text } = reminderWords({ ...FACTS, what }, 'https://postmortems.example.com')
      expect(`${subject} ${text}`).not.toMatch(
        /\b(fail|fault|forgot|neglect|you (have|did) not|must|negligen|careless)/i,
      )
    }
  })
  it('keeps what people wrote on one line of bounded length', () => {
    const title = `Line\r\nBcc: eve@example.com\u2028\u202e${'x'.repeat(5000)}`
    const { subject, text } = reminderWords({ ...FACTS, title, severity: 'P1\r\nX' }, 'https://a.example')
    expect(subject).not.toMatch(/[\r\n\u2028\u202e]/)
    expect(subject.length).toBeLessThan(250)
    expect(text).not.toMatch(/\r|\u2028|\u202e|^Bcc/m)
  })
})
