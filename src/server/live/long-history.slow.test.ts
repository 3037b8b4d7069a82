import { afterAll, beforeAll, expect, it } from 'vitest'
import { appendLiveRows, countLiveRows, liveRowsAfter } from '../store/live-updates.ts'
import { docOf, textOf } from './live-doc.ts'
import { compactLog, liveText } from './live-log.ts'
import { LIMITS } from './pace.ts'
import { SAMPLE_ID, type SamplePerson, sampleLive } from './sample-live.ts'
import { typeALot } from './sample-typing.ts'

let world: Awaited<ReturnType<typeof sampleLive>>
let ada: SamplePerson
beforeAll(async () => {
  world = await sampleLive('Beginning.\n')
  ada = await world.person('Ada Example')
})
afterAll(() => world.close())

it('F47 a history of 100,000 updates is compacted without loss, and opens', async () => {
  const { store, now } = world.house
  const first = world.connect(ada)
  await first.ready()
  await first.leave()
  await world.live.idle()
  const [start] = await liveRowsAfter(store.read, SAMPLE_ID, 0)
  const typed = typeALot(start!.update, 100_000)
  expect(typed).toHaveLength(100_000)
  const rows = typed.map((update, at) => ({ id: SAMPLE_ID, seq: at + 2, update, actor: ada.id }))
  await store.transaction((tx) => appendLiveRows(tx, rows, now()))
  const before = docOf([start!.update, ...typed])

  // Nobody has compacted it yet, such as after a crash.
  const early = world.connect(ada)
  await early.ready()
  expect(early.text).toBe(textOf(before))

  expect(await store.transaction((tx) => compactLog(tx, SAMPLE_ID, LIMITS.log, now()))).toBe(true)
  const [row, ...more] = await liveRowsAfter(store.read, SAMPLE_ID, 0)
  expect([row!.seq, more.length]).toEqual([100_001, 0])
  expect(docOf([row!.update]).store.clients.size).toBe(before.store.clients.size)
  expect(await liveText(store.read, SAMPLE_ID)).toBe(textOf(before))

  // Who was there goes on, and who comes sees the same.
  early.type('The end.\n')
  await early.saved()
  await early.leave()
  await world.restart('drain')
  const late = world.connect(ada)
  await late.ready()
  expect(late.text).toBe(`${textOf(before)}The end.\n`)
  await late.leave()
})

it('a log is compacted while it grows, and when the last has left', async () => {
  const id = 'INC-2026-11-23-002'
  await world.addPostmortem(id, 'Beginning.\n')
  const a = world.connect({ ...ada, to: id })
  await a.ready()
  for (let count = 0; count <= LIMITS.log; count++) {
    a.type('x')
    if (count % 50 > 0) continue
    await a.saved()
    world.later(1000)
  }
  await a.saved()
  await world.live.idle()
  expect(await countLiveRows(world.house.store.read, id)).toBeLessThan(LIMITS.log)
  a.type('Last words.\n')
  await a.saved()
  await a.leave()
  // The revision is cut first.
  world.timers.pass(30_000)
  await world.live.idle()
  expect(await countLiveRows(world.house.store.read, id)).toBe(1)
  expect(await liveText(world.house.store.read, id)).toBe(a.text)
})
