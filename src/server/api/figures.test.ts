import { afterAll, beforeAll, expect, it } from 'vitest'
import { closureRate } from '../../actions/closure-rate.ts'
import { itemStates } from '../../actions/item-state.ts'
import { parseQuarter, reviewDay } from '../../actions/quarter.ts'
import { readRecord } from '../../record/read-record.ts'
import { sampleHouse } from '../sample-house.ts'
import { SAMPLE_TEXT } from '../sample-text.ts'
import { openPostmortem } from '../store/postmortem-text.ts'

let world: Awaited<ReturnType<typeof sampleHouse>>
beforeAll(async () => {
  world = await sampleHouse()
})
afterAll(() => world.close())

const DAY = 24 * 60 * 60 * 1000

it('figures equal a recount, and those of a quarter do not change after its review day', async () => {
  const { token } = await world.person('Ada Example', 'writer')
  const ids = ['INC-2026-11-20-001', 'INC-2026-11-20-002', 'INC-2026-11-20-003']
  for (const id of ids)
    await world.send('POST', '/api/v1/postmortems', { token, body: { text: SAMPLE_TEXT.replaceAll(ids[0]!, id) } })
  const move = (id: string, item: string, body: object) =>
    world.send('POST', `/api/v1/postmortems/${id}/items/${item}/transition`, { token, body })
  const figures = async () => (await world.send('GET', '/api/v1/figures', { token })).json
  const recount = async (name: string, today: string) => {
    const quarter = parseQuarter(name)!
    const whole = await Promise.all(ids.map((id) => openPostmortem(world.house, world.house.store.read, id)))
    const states = whole.flatMap((opened) => itemStates(opened!.postmortem, readRecord(opened!.recordText).entries))
    const { total, closed, verified, rate } = closureRate(states, quarter, { review: reviewDay(quarter, 10), today })
    return { total, closed, verified, rate }
  }
  const of = async (name: string) =>
    (await figures()).closure.find(({ quarter }: { quarter: string }) => quarter === name)

  await move(ids[0]!, 'A1', { to: 'done', proof: { reference: 'c0ffee1' } })
  await move(ids[0]!, 'A1', {
    to: 'verified',
    check: 'promtool test rules',
    proof: { type: 'test', reference: 'run 7' },
  })
  await move(ids[1]!, 'A1', { to: 'done', proof: { reference: 'c0ffee2' } })
  await move(ids[2]!, 'A1', {
    to: "won't do",
    reason: 'The vendor ends it',
    acceptedBy: 'Lea Sample',
    until: '2027-06-01',
  })
  expect(await of('2026-Q4')).toMatchObject({ total: 3, closed: 2, verified: 1, final: false, reviewDay: '2027-01-14' })
  expect(await of('2026-Q4')).toMatchObject(await recount('2026-Q4', '2026-11-23'))
  expect(await of('2027-Q1')).toMatchObject(await recount('2027-Q1', '2026-11-23'))
  expect((await figures()).postmortems).toEqual([{ stage: 'draft', count: 3 }])
  expect((await figures()).severities).toEqual([{ quarter: '2026-Q4', severity: 'P1', count: 3 }])

  world.later(80 * DAY)
  await move(ids[0]!, 'A1', { to: 'open', reason: 'It came again' })
  expect(await of('2026-Q4')).toMatchObject({ total: 3, closed: 2, verified: 1, final: true })
  expect(await of('2026-Q4')).toMatchObject(await recount('2026-Q4', '2027-02-11'))
  expect((await figures()).items).toContainEqual({ status: 'open', count: 4 })
})
