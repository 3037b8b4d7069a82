/** `deadlines`: tells whom it concerns that a draft or a publication is due soon, or late; also where there is no draft at all. */
import { z } from '@hono/zod-openapi'
import { DAY, formatInstant, HOUR, type Instant } from '../../../base/instant.ts'
import { type OwingIncident, readOwingIncidents } from '../../store/jobs-deadlines.ts'
import { notice } from '../../store/jobs-notices.ts'
import { type Addressee, readAddressees, readReaders, readTeamLeads } from '../../store/jobs-people.ts'
import { addresseesOf, peopleNamed } from '../addressees.ts'
import { type JobCall, jobKind } from '../job-kind.ts'
import { type Owed, owedBy } from '../owed.ts'

/** How long before a deadline it is told. */
const AHEAD = { draft: 12 * HOUR, publication: DAY }
/** What is late for longer than this when it is first seen, such as an archive that was imported, is not told. */
const STALE = 30 * DAY

/** Every incident that ended, requires a postmortem, and has none that is published. */
export const deadlines = jobKind({
  name: 'deadlines',
  data: z.strictObject({}),
  about: () => 'drafts and publications that are due or late',
  longest: 10 * 60 * 1000,
  attempts: 3,
  atOnce: 1,
  async run(_, call) {
    const { house, now, signal } = call
    if (house.settings.mail === null) return
    const db = house.store.read
    const people = await readAddressees(db)
    const leads = await readTeamLeads(db)
    const drafts = { from: now - STALE, to: now + AHEAD.draft }
    for (const incident of await readOwingIncidents(db)) {
      signal.throwIfAborted()
      for (const owed of await owedBy(db, incident, house.rules.policy, drafts)) {
        const late = now > owed.due
        if (now < owed.due - AHEAD[owed.what] || now > owed.due + STALE) continue
        const team = incident.teamId === null ? undefined : leads.get(incident.teamId)
        const lead = late ? people.filter(({ id }) => id === team) : []
        await tell(call, { incident, owed, late, concerned: [...concernedBy(incident, people), ...lead], people }, now)
      }
    }
  },
})

/** The commander, and who writes the document. */
function concernedBy({ commander, author }: OwingIncident, people: readonly Addressee[]): Addressee[] {
  return [...peopleNamed(commander, people), ...people.filter(({ id }) => id === author)]
}

async function tell(
  { house }: JobCall,
  about: {
    incident: OwingIncident
    owed: Owed
    late: boolean
    concerned: readonly Addressee[]
    people: readonly Addressee[]
  },
  now: Instant,
): Promise<void> {
  const { incident, owed, late, concerned, people } = about
  const readers = incident.restricted ? await readReaders(house.store.read, incident.postmortem) : []
  const may = new Set([incident.createdBy, ...(incident.author ? [incident.author] : []), ...readers])
  const told = addresseesOf(concerned, people, { restricted: incident.restricted, may })
  await house.store.transaction(async (tx) => {
    for (const { id } of told) {
      const what = `${owed.what}-${late ? 'overdue' : 'due'}`
      await notice(tx, { what, subject: incident.id, deadline: formatInstant(owed.due), personId: id }, now)
    }
  })
}
