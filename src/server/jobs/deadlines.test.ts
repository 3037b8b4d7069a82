import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { DAY, HOUR } from '../../base/instant.ts'
import type { House } from '../house.ts'
import { onEachDatabase } from '../sample-each-database.ts'
import { DRAFT, sampleAddressee, sampleIncident, sampleItem, samplePostmortem, sampleTeam } from '../sample-incident.ts'
import type { JobKind } from './job-kind.ts'
import { deadlines } from './kinds/deadlines.ts'
import { items } from './kinds/items.ts'
import { sampleMailSettings } from './sample-mail-settings.ts'

const MINUTE = 60_000
// Monday 2026-11-23 14:00 UTC: the draft is due on Wednesday at 14:00, publication at the end of the next Monday.
const BEGIN = Date.UTC(2026, 10, 23, 14, 0)
const DRAFT_DUE = BEGIN + 2 * DAY
const PUBLICATION_DUE = Date.UTC(2026, 11, 1)

onEachDatabase((_, world) => {
  const people: Record<string, string> = {}
  let house: House
  let team = ''
  const at = (moment: number) => world().later(moment - world().house.now())
  /** What is told at a moment and was not before, as `what subject: person`. */
  const toldAt = async (kind: JobKind, moment: number) => {
    at(moment)
    await kind.run({}, { house, now: house.now(), signal: new AbortController().signal })
    const fresh = await house.store.read.selectFrom('notices').selectAll().where('state', '=', 'waiting').execute()
    const jobs = await house.store.transaction((tx) => tx.deleteFrom('jobs').returning('kind').execute())
    expect(jobs).toEqual(fresh.map(() => ({ kind: 'mail' })))
    await house.store.transaction((tx) => tx.updateTable('notices').set({ state: 'told' }).execute())
    const nameOf = (id: string) => Object.keys(people).find((name) => people[name] === id)
    return fresh.map(({ what, subject, person_id }) => `${what} ${subject}: ${nameOf(person_id)}`).sort()
  }
  beforeAll(async () => {
    house = { ...world().house, settings: { ...world().house.settings, mail: sampleMailSettings() } }
    people.ada = await sampleAddressee(house, 'Ada Example', { handles: ['@ada'] })
    people.bo = await sampleAddressee(house, 'Bo Example')
    people.cleo = await sampleAddressee(house, 'Cleo Example')
    people.dan = await sampleAddressee(house, 'Dan Example', { role: 'lead' })
    people.root = await sampleAddressee(house, 'Root Example', { role: 'admin' })
    team = await sampleTeam(house, 'Payments', people.cleo)
  })
  afterEach(async () => {
    at(BEGIN)
    await house.store.transaction(async (tx) => {
      for (const table of ['derived_items', 'record_entries', 'postmortem_readers', 'postmortems'] as const)
        await tx.deleteFrom(table).execute()
      for (const table of ['incidents', 'notices', 'jobs'] as const) await tx.deleteFrom(table).execute()
    })
  })

  describe('the deadlines of an incident', () => {
    it('are told before and after them, once each, also where there is no draft', async () => {
      await sampleIncident(house, 'INC-1', { commander: '@Ada', team_id: team })
      expect(await toldAt(deadlines, DRAFT_DUE - 12 * HOUR - MINUTE)).toEqual([])
      expect(await toldAt(deadlines, DRAFT_DUE - 12 * HOUR)).toEqual(['draft-due INC-1: ada'])
      expect(await toldAt(deadlines, DRAFT_DUE)).toEqual([])
      const late = ['draft-overdue INC-1: ada', 'draft-overdue INC-1: cleo']
      expect(await toldAt(deadlines, DRAFT_DUE + MINUTE)).toEqual(late)
      expect(await toldAt(deadlines, DRAFT_DUE + 5 * MINUTE)).toEqual([])
      expect(await toldAt(deadlines, PUBLICATION_DUE - DAY)).toEqual(['publication-due INC-1: ada'])
      expect(await toldAt(deadlines, PUBLICATION_DUE + MINUTE)).toEqual([
        'publication-overdue INC-1: ada',
        'publication-overdue INC-1: cleo',
      ])
      expect(await toldAt(deadlines, PUBLICATION_DUE + 20 * DAY)).toEqual([])
    })

    it('of a draft are kept by a summary and a timeline; the author hears of the rest', async () => {
      await sampleIncident(house, 'INC-1')
      await sampleIncident(house, 'INC-2')
      await samplePostmortem(house, 'INC-1', DRAFT, { created_by: people.bo! })
      await samplePostmortem(house, 'INC-2', DRAFT.replace(/Checkout answered.*/, ''), { created_by: people.bo! })
      expect(await toldAt(deadlines, DRAFT_DUE + MINUTE)).toEqual(['draft-overdue INC-2: bo'])
      const late = ['publication-overdue INC-1: bo', 'publication-overdue INC-2: bo']
      expect(await toldAt(deadlines, PUBLICATION_DUE + MINUTE)).toEqual(late)
    })

    it('are none where nothing is required, it was waived, is published, was published before, or is not over', async () => {
      await sampleIncident(house, 'INC-1', { postmortem: 'optional' })
      await sampleIncident(house, 'INC-2', { postmortem: 'waived' })
      await sampleIncident(house, 'INC-3', { all_clear_at: null })
      for (const [id, stage] of Object.entries({ 'INC-4': 'published', 'INC-5': 'closed', 'INC-6': 'in review' })) {
        await sampleIncident(house, id)
        await samplePostmortem(house, id, DRAFT, { stage })
      }
      const receipt = (target: string) => JSON.stringify({ verb: 'receipt', data: { target } })
      const add = (line: string, seq: number) =>
        house.store.transaction((tx) =>
          tx
            .insertInto('record_entries')
            .values({ postmortem_id: 'INC-6', seq, id: `${seq}`, at: BEGIN, actor: 'x', verb: 'receipt', line })
            .execute(),
        )
      await add(receipt('board'), 1)
      expect(await toldAt(deadlines, PUBLICATION_DUE + MINUTE)).toEqual(['publication-overdue INC-6: dan'])
      await house.store.transaction((tx) => tx.deleteFrom('notices').execute())
      await add(receipt('git'), 2)
      expect(await toldAt(deadlines, PUBLICATION_DUE + MINUTE)).toEqual([])
    })

    it('are told to the leads of the server where they concern nobody that is known', async () => {
      await sampleIncident(house, 'INC-1', { commander: 'Somebody Else' })
      expect(await toldAt(deadlines, DRAFT_DUE + MINUTE)).toEqual(['draft-overdue INC-1: dan'])
    })

    it('are told anew where the all-clear is moved, and not where they are long past when first seen', async () => {
      await sampleIncident(house, 'INC-1', { commander: 'Ada.Example@EXAMPLE.com' })
      await sampleIncident(house, 'INC-0', { commander: 'ada', all_clear_at: BEGIN - 60 * DAY })
      expect(await toldAt(deadlines, DRAFT_DUE - HOUR)).toEqual(['draft-due INC-1: ada'])
      const moved = { all_clear_at: BEGIN + HOUR }
      await house.store.transaction((tx) => tx.updateTable('incidents').set(moved).where('id', '=', 'INC-1').execute())
      expect(await toldAt(deadlines, DRAFT_DUE - HOUR)).toEqual(['draft-due INC-1: ada'])
    })

    it('of a restricted one are told to those who may see it alone', async () => {
      const restricted = { visibility: 'restricted' as const, commander: 'ada', team_id: team }
      await sampleIncident(house, 'INC-1', restricted)
      expect(await toldAt(deadlines, DRAFT_DUE + MINUTE)).toEqual(['draft-overdue INC-1: root'])
      await samplePostmortem(house, 'INC-1', DRAFT, { created_by: people.bo! })
      await house.store.transaction((tx) =>
        tx.insertInto('postmortem_readers').values({ postmortem_id: 'INC-1', person_id: people.ada! }).execute(),
      )
      expect(await toldAt(deadlines, PUBLICATION_DUE + MINUTE)).toEqual([
        'publication-overdue INC-1: ada',
        'publication-overdue INC-1: bo',
      ])
    })

    it('are told to nobody while no mail is set', async () => {
      await sampleIncident(house, 'INC-1', { commander: 'ada' })
      house = { ...house, settings: { ...house.settings, mail: null } }
      expect(await toldAt(deadlines, DRAFT_DUE + MINUTE)).toEqual([])
      house = { ...house, settings: { ...house.settings, mail: sampleMailSettings() } }
    })
  })

  describe('the due dates of action items', () => {
    it('are told to their owners by address, name or handle, before and after, once each', async () => {
      await sampleIncident(house, 'INC-1')
      await samplePostmortem(house, 'INC-1', DRAFT)
      await sampleItem(house, 'INC-1', { key: 'A1', owner: '@ada, Bo  Example', due: '2026-11-26' })
      await sampleItem(house, 'INC-1', { key: 'A2', owner: 'bo.example@example.com', due: '2026-11-27' })
      await sampleItem(house, 'INC-1', { key: 'A3', owner: 'ada', due: '2026-11-26', status: 'done' })
      await sampleItem(house, 'INC-1', { key: 'A4', owner: 'ada', due: '2026-08-01' })
      expect(await toldAt(items, BEGIN)).toEqual(['item-due INC-1#A1: ada', 'item-due INC-1#A1: bo'])
      expect(await toldAt(items, BEGIN + DAY)).toEqual(['item-due INC-1#A2: bo'])
      expect(await toldAt(items, BEGIN + 3 * DAY)).toEqual([])
      const late = ['item-overdue INC-1#A1: ada', 'item-overdue INC-1#A1: bo']
      expect(await toldAt(items, BEGIN + 4 * DAY)).toEqual(late)
      expect(await toldAt(items, BEGIN + 5 * DAY)).toEqual(['item-overdue INC-1#A2: bo'])
    })

    it('that are past are told to the lead of the team where the owner is not known', async () => {
      await sampleIncident(house, 'INC-1', { team_id: team })
      await samplePostmortem(house, 'INC-1', DRAFT)
      await sampleItem(house, 'INC-1', { key: 'A1', owner: 'Somebody Else', due: '2026-11-24', teamId: team })
      expect(await toldAt(items, BEGIN)).toEqual([])
      expect(await toldAt(items, BEGIN + 2 * DAY)).toEqual(['item-overdue INC-1#A1: cleo'])
    })

    it('of a restricted postmortem are not told to an owner who may not see it', async () => {
      await sampleIncident(house, 'INC-1', { visibility: 'restricted' })
      await samplePostmortem(house, 'INC-1', DRAFT, { created_by: people.bo! })
      await sampleItem(house, 'INC-1', { key: 'A1', owner: 'ada', due: '2026-11-24' })
      await sampleItem(house, 'INC-1', { key: 'A2', owner: 'bo example', due: '2026-11-24' })
      expect(await toldAt(items, BEGIN)).toEqual(['item-due INC-1#A1: root', 'item-due INC-1#A2: bo'])
    })
  })
})
