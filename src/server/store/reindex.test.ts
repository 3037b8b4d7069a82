import { afterAll, beforeAll, expect, it } from 'vitest'
import { sampleHouse } from '../sample-house.ts'
import { SAMPLE_TEXT } from '../sample-text.ts'
import { reindex } from './reindex.ts'

let world: Awaited<ReturnType<typeof sampleHouse>>
beforeAll(async () => {
  world = await sampleHouse()
})
afterAll(() => world.close())

const TABLES = [
  'derived_artefacts',
  'derived_causes',
  'derived_item_owners',
  'derived_items',
  'derived_milestones',
  'derived_services',
] as const

async function everythingDerived() {
  const { read } = world.house.store
  const tables = await Promise.all(TABLES.map((table) => read.selectFrom(table).selectAll().execute()))
  const sorted = tables.map((rows) => rows.map((row) => JSON.stringify(row)).sort())
  const postmortems = await read
    .selectFrom('postmortems')
    .select(['id', 'title', 'summary', 'stage', 'severity', 'started_at', 'quarter', 'visibility', 'counted'])
    .orderBy('id')
    .execute()
  const rollups = await read
    .selectFrom('rollups')
    .selectAll()
    .where('value', '!=', 0)
    .orderBy('name')
    .orderBy('key')
    .execute()
  return { sorted, postmortems, rollups }
}

it('F53 what is derived, lost or wrong, is made again from texts and records, and equal', async () => {
  const ada = await world.person('Ada Example', 'writer')
  const send = (method: string, path: string, body: unknown, headers = {}) =>
    world.send(method, `/api/v1/postmortems${path}`, { token: ada.token, body, headers })
  await send('POST', '', { text: SAMPLE_TEXT })
  await send('POST', '', { date: '2026-11-21', title: 'Certificates expired', severity: 'P2' })
  await send('POST', '', { date: '2026-11-21', visibility: 'restricted' })
  await send('POST', '/INC-2026-11-20-001/items/A1/transition', { to: 'done', proof: { reference: 'c0ffee1' } })
  await send('POST', '/INC-2026-11-20-001/items/A2/due', { to: '2027-04-02', reason: 'Later' })
  await send('POST', '/INC-2026-11-20-001/review', {})
  const before = await everythingDerived()
  expect(before.rollups.length).toBeGreaterThan(4)
  expect(before.rollups).toContainEqual({ name: 'closure', key: '2026-Q4 done', value: 1 })
  expect(before.sorted.map((rows) => rows.length > 0)).toEqual(TABLES.map(() => true))

  await world.house.store.transaction(async (tx) => {
    for (const table of TABLES) await tx.deleteFrom(table).execute()
    await tx
      .updateTable('postmortems')
      .set({ title: 'wrong', stage: 'closed', severity: null, quarter: '1999-Q1' })
      .execute()
    await tx.updateTable('rollups').set({ value: 77 }).execute()
  })
  expect(await everythingDerived()).not.toEqual(before)
  expect(await reindex(world.house)).toBe(3)
  expect(await everythingDerived()).toEqual(before)
  expect(await reindex(world.house)).toBe(3)
  expect(await everythingDerived()).toEqual(before)
})
