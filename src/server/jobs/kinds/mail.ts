/** `mail`: one reminder to one person. */
import { z } from '@hono/zod-openapi'
import { REMINDERS, reminderWords } from '../../mail/reminder.ts'
import { messageIdOf, sendMail } from '../../mail/send-mail.ts'
import { endNotice, findNotice } from '../../store/jobs-notices.ts'
import { readAddressees } from '../../store/jobs-people.ts'
import { JobFailure, jobKind } from '../job-kind.ts'
import { reminderFacts } from '../reminder-facts.ts'

/** Its words are made when it is sent: a job holds no title, and who lost the right to see something is not told of it. */
export const mail = jobKind({
  name: 'mail',
  data: z.strictObject({
    what: z.enum(REMINDERS),
    subject: z.string(),
    deadline: z.string(),
    person: z.string(),
  }),
  about: ({ what, subject, deadline, person }) => `${what} of ${subject} (${deadline}) to ${person}`,
  longest: 12 * 60 * 1000,
  attempts: 8,
  atOnce: 2,
  async run({ person: personId, ...noted }, { house, now, signal }) {
    const { store, settings } = house
    const kept = await findNotice(store.read, { ...noted, personId })
    if (kept?.state !== 'waiting') return
    const person = (await readAddressees(store.read)).find(({ id }) => id === personId)
    const facts = person && (await reminderFacts(house, noted, person, now))
    if (!facts) return endNotice(store, kept.key, 'passed', now)
    if (settings.mail === null)
      throw new JobFailure('No mail server is set. Set SMTP_URL and MAIL_FROM, restart the server, and run it again.', {
        parked: true,
      })
    await sendMail(
      settings.mail,
      {
        ...reminderWords(facts, settings.baseUrl),
        to: { name: person.name, address: person.email },
        messageId: messageIdOf(kept.key, settings.baseUrl),
        date: kept.at,
      },
      signal,
    )
    await endNotice(store, kept.key, 'told', now)
  },
})
