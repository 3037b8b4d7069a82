/** `items`: tells owners that an action item is due soon, or late. */
import { z } from '@hono/zod-openapi'
import { DAY, type Instant, utcDay } from '../../../base/instant.ts'
import { type OpenItem, readOpenItems } from '../../store/jobs-deadlines.ts'
import { notice } from '../../store/jobs-notices.ts'
import { type Addressee, readAddressees, readReaders, readTeamLeads } from '../../store/jobs-people.ts'
import { addresseesOf, peopleNamed } from '../addressees.ts'
import { type JobCall, jobKind } from '../job-kind.ts'

/** Days before its due date that an item is told, and days after which one that is late is not told any more. */
const AHEAD = 3
const STALE = 30

/** Owners are matched by address, name or handle; of a late one that names nobody here, the team's lead is told. */
export const items = jobKind({
  name: 'items',
  data: z.strictObject({}),
  about: () => 'action items that are due or late',
  longest: 10 * 60 * 1000,
  attempts: 3,
  atOnce: 1,
  async run(_, call) {
    const { house, now, signal } = call
    if (house.settings.mail === null) return
    const db = house.store.read
    const people = await readAddressees(db)
    const leads = await readTeamLeads(db)
    const between = { from: utcDay(now - STALE * DAY), to: utcDay(now + AHEAD * DAY) }
    for (const item of await readOpenItems(db, between)) {
      signal.throwIfAborted()
      const late = item.due < utcDay(now)
      const owners = peopleNamed(item.owner, people)
      const lead = item.teamId === null ? undefined : leads.get(item.teamId)
      const concerned = owners.length > 0 || !late ? owners : people.filter(({ id }) => id === lead)
      if (concerned.length > 0) await tell(call, { item, late, concerned, people }, now)
    }
  },
})

async function tell(
  { house }: JobCall,
  about: { item: OpenItem; late: boolean; concerned: readonly Addressee[]; people: readonly Addressee[] },
  now: Instant,
): Promise<void> {
  const { item, late, concerned, people } = about
  const readers = item.restricted ? await readReaders(house.store.read, item.postmortem) : []
  const may = new Set([item.incidentBy, item.author, ...readers])
  const told = addresseesOf(concerned, people, { restricted: item.restricted, may })
  const what = late ? 'item-overdue' : 'item-due'
  await house.store.transaction(async (tx) => {
    for (const { id } of told)
      await notice(tx, { what, subject: `${item.incident}#${item.key}`, deadline: item.due, personId: id }, now)
  })
}
