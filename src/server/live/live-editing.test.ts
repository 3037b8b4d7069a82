import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SAMPLE } from '../../signoff/sample-postmortem.ts'
import { followLiveText } from '../store/follow-live-text.ts'
import { deleteLiveLog } from '../store/live-updates.ts'
import { SAMPLE_ID, type SamplePerson, sampleLive } from './sample-live.ts'

let world: Awaited<ReturnType<typeof sampleLive>>
let ada: SamplePerson
let bo: SamplePerson
beforeAll(async () => {
  world = await sampleLive(SAMPLE)
  ada = await world.person('Ada Example')
  bo = await world.person('Bo Sample')
})
afterAll(() => world.close())

const both = async () => {
  const clients = [world.connect(ada), world.connect(bo)] as const
  await Promise.all(clients.map((client) => client.ready()))
  return clients
}

describe('two who edit', () => {
  it('see what each other types, and are told when it is stored', async () => {
    const [a, b] = await both()
    expect(a.text).toBe(SAMPLE)
    a.type('More from Ada.\n')
    b.type('More from Bo.\n', 0)
    await Promise.all([a.saved(), b.saved()])
    await a.until(() => a.text === b.text && a.text.includes('Bo.'))
    expect(a.text).toBe(`More from Bo.\n${SAMPLE}More from Ada.\n`)
    expect(a.notice('hello')).toMatchObject({ may: 'write', you: { name: 'Ada Example' } })
    await Promise.all([a.leave(), b.leave()])
  })

  it('are told only what is stored, whatever happens to the process after that', async () => {
    const [a, b] = await both()
    a.type('Stored before it was acknowledged.\n')
    await a.saved()
    await world.restart('close')
    expect([await a.closed(), await b.closed()]).toEqual([1006, 1006])
    const c = world.connect(bo)
    await c.ready()
    expect(c.text).toContain('Stored before it was acknowledged.')
    await c.leave()
  })

  it('F42 merge what each typed while offline, and both keep all of it', async () => {
    const [a, b] = await both()
    await Promise.all([a.leave(), b.leave()])
    a.type('Ada was on a train.\n', 0)
    b.type('Bo was asleep.\n', 0)
    const [log, docA, docB] = [a.notice('hello')!.log, a.doc, b.doc]
    await world.restart('drain')
    const again = [world.connect({ ...ada, doc: docA, log }), world.connect({ ...bo, doc: docB, log })] as const
    const [a2, b2] = again
    await Promise.all(
      again.map((client) => client.until(() => /train[\s\S]*asleep|asleep[\s\S]*train/.test(client.text))),
    )
    await Promise.all([a2.saved(), b2.saved()])
    expect(a2.text).toBe(b2.text)
    await Promise.all([a2.leave(), b2.leave()])
  })
})

describe('the text row', () => {
  it('follows after a second of quiet, and a revision after thirty', async () => {
    const [a, b] = await both()
    a.type('Followed.\n')
    await Promise.all([a.saved(), b.until(() => b.text === a.text)])
    expect((await world.row()).text).not.toContain('Followed.')
    const { revision } = await world.row()
    world.timers.pass(1000)
    await world.live.idle()
    expect(await world.row()).toMatchObject({ text: a.text, revision })
    world.timers.pass(29_000)
    await a.until(() => a.notice('revision'))
    expect(await world.row()).toMatchObject({ text: a.text, revision: revision + 1 })
    const kept = await world.house.store.read
      .selectFrom('revisions')
      .selectAll()
      .where('number', '=', revision + 1)
      .executeTakeFirstOrThrow()
    expect(kept).toMatchObject({ postmortem_id: SAMPLE_ID, actor: ada.id, cause: 'live', text: a.text })
    await Promise.all([a.leave(), b.leave()])
  })

  it('is not behind for ever while somebody goes on typing', async () => {
    const [a, b] = await both()
    for (let times = 0; times <= 10; times++) {
      if (times > 0) world.timers.pass(904)
      a.type('.')
      await a.saved()
    }
    expect((await world.row()).text).not.toContain('..')
    // 10 s after the first of them, and less than a second after the last.
    world.timers.pass(960)
    await world.live.idle()
    expect((await world.row()).text).toContain('.........')
    await Promise.all([a.leave(), b.leave()])
  })
})

describe('what a process that died left behind', () => {
  it('follows when the next one starts', async () => {
    const [a, b] = await both()
    a.type('Left behind.\n')
    await a.saved()
    await world.restart('close')
    expect((await world.row()).text).not.toContain('Left behind.')
    world.later(60_000)
    await world.restart('close')
    await world.live.idle()
    const row = await world.row()
    expect(row.text).toContain('Left behind.')
    const { text } = await world.house.store.read
      .selectFrom('revisions')
      .select('text')
      .where('number', '=', row.revision)
      .executeTakeFirstOrThrow()
    expect(text).toBe(row.text)
    expect([await a.closed(), await b.closed()]).toEqual([1006, 1006])
  })

  it('and a server that stops in peace leaves nothing behind', async () => {
    const [a, b] = await both()
    a.type('Stopped in peace.\n')
    await a.saved()
    await world.restart('drain')
    expect([await a.closed(), await b.closed()]).toEqual([1001, 1001])
    expect((await world.row()).text).toContain('Stopped in peace.')
  })
})

describe('a log that was begun anew', () => {
  it('takes nothing of the one before: who had it open is sent away, and starts over', async () => {
    const [a, b] = await both()
    const log = a.notice('hello')!.log
    const { text } = await world.row()
    await world.house.store.transaction(async (tx) => {
      await deleteLiveLog(tx, SAMPLE_ID)
      await followLiveText(world.house, tx, SAMPLE_ID, 'Nothing but this is left.\n', world.house.now())
    })
    expect([await a.closed(), await b.closed()]).toEqual([4404, 4404])
    a.type('On top of what is gone.\n')
    const again = world.connect({ ...ada, doc: a.doc, log })
    await again.until(() => again.notice('reset') && again.synced)
    expect(again.text).toBe('Nothing but this is left.\n')
    again.type('And on it goes.\n')
    await again.saved()
    expect(again.text).toBe('Nothing but this is left.\nAnd on it goes.\n')
    expect(text).not.toBe(again.text)
    await again.leave()
  })
})
