import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SAMPLE } from '../../signoff/sample-postmortem.ts'
import { postgresPrograms, startPostgres, type ThrowawayPostgres } from '../sample-postgres.ts'
import { openStore } from '../store/open-store.ts'
import { databaseCommand } from '../store/sample-command.ts'
import { appendServerEdit, liveText } from './live-log.ts'
import { SAMPLE_ID, type SamplePerson, sampleLive } from './sample-live.ts'

interface Other {
  readonly child: ChildProcess
  readonly address: string
}

describe.skipIf(postgresPrograms() === null)('F45 several processes on one PostgreSQL', () => {
  let postgres: ThrowawayPostgres
  let world: Awaited<ReturnType<typeof sampleLive>>
  let ada: SamplePerson
  let bo: SamplePerson
  let other: Other
  const name = `live_${randomBytes(4).toString('hex')}`
  const command = (sql: string) => databaseCommand(postgres.urlOf('postgres'), sql)
  const startOther = async (): Promise<Other> => {
    const script = join(import.meta.dirname, 'sample-live-process.ts')
    const child = spawn(process.execPath, ['--import', 'tsx', script, postgres.urlOf(name)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [line] = (await once(child.stdout!.setEncoding('utf8'), 'data')) as [string]
    return { child, address: `ws://127.0.0.1:${line.trim()}` }
  }
  beforeAll(async () => {
    postgres = await startPostgres()
    await command(`create database ${name}`)
    const store = await openStore({ url: postgres.urlOf(name) })
    if (!store.ok) throw new Error(store.refusal.message)
    world = await sampleLive(SAMPLE, { store: store.value })
    ada = await world.person('Ada Example')
    bo = await world.person('Bo Sample')
    other = await startOther()
  }, 120_000)
  afterAll(async () => {
    other?.child.kill('SIGKILL')
    await world?.close()
    await postgres?.stop()
  })

  const open = async () => {
    const [a, b] = [world.connect({ headers: ada.headers }), world.connect({ headers: bo.headers, at: other.address })]
    await Promise.all([a.ready(), b.ready()])
    await b.until(() => b.text === a.text)
    return [a, b] as const
  }

  it('converge', async () => {
    const [a, b] = await open()
    for (let count = 0; count < 20; count++) {
      a.type(`a${count} `)
      b.type(`b${count} `, 0)
    }
    await Promise.all([a.saved(), b.saved()])
    await Promise.all([a.until(() => a.text.includes('b19 ')), b.until(() => b.text.includes('a19 '))])
    await a.until(() => a.text === b.text)
    expect(await liveText(world.house.store.read, SAMPLE_ID)).toBe(a.text)
    await Promise.all([a.leave(), b.leave()])
  })

  it('hear of edits by the API in the other, once they are there', async () => {
    const [a, b] = await open()
    await world.house.store.transaction(async (tx) => {
      const text = (await liveText(tx, SAMPLE_ID))!
      await appendServerEdit(tx, SAMPLE_ID, `${text}By the API.\n`, ada.id, world.house.now())
    })
    await Promise.all([a, b].map((client) => client.until(() => client.text.endsWith('By the API.\n'))))
    await Promise.all([a.leave(), b.leave()])
  })

  it('lose nothing that was acknowledged when one is killed, and its clients go on at the other', async () => {
    const [a, b] = await open()
    b.type('Acknowledged. ', 0)
    await b.saved()
    b.type('Perhaps not. ', 0)
    other.child.kill('SIGKILL')
    expect(await b.closed()).toBe(1006)
    await a.until(() => a.text.includes('Acknowledged. '))
    const again = world.connect({ headers: bo.headers, doc: b.doc, log: b.notice('hello')!.log })
    await again.ready()
    await again.saved()
    await a.until(() => a.text === again.text)
    expect(a.text).toMatch(/^Perhaps not\. Acknowledged\. /)
    other = await startOther()
    const b2 = world.connect({ headers: bo.headers, at: other.address })
    await b2.ready()
    expect(b2.text).toBe(a.text)
    await Promise.all([a.leave(), again.leave(), b2.leave()])
  })

  it('keep what is typed while the database is away, and store it when it is back', async () => {
    const [a, b] = await open()
    await command(`update pg_database set datallowconn = false where datname = '${name}'`)
    await command(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`)
    a.type('Typed without a database.\n')
    const stored = a.notice('stored')?.upTo ?? 0
    await world.until(() => world.lines.some((line) => line.includes('could not be stored')))
    expect(a.notice('stored')?.upTo ?? 0).toBe(stored)
    expect(b.text).not.toContain('Typed without a database.')
    await command(`update pg_database set datallowconn = true where datname = '${name}'`)
    await a.saved()
    await b.until(() => b.text === a.text)
    expect(b.text).toContain('Typed without a database.')
    await Promise.all([a.leave(), b.leave()])
  })

  it('do not write at once what one of them sees signed', async () => {
    const [a, b] = await open()
    let release = () => {}
    const held = new Promise<void>((done) => {
      release = done
    })
    const signing = world.house.store.transaction(async (tx) => {
      await tx.selectFrom('postmortems').select('id').where('id', '=', SAMPLE_ID).forUpdate().execute()
      b.type('Waits for the row.\n')
      await held
      return (await liveText(tx, SAMPLE_ID))!
    })
    await b.until(() => b.text.endsWith('Waits for the row.\n'))
    release()
    expect(await signing).not.toContain('Waits for the row.')
    await a.until(() => a.text.endsWith('Waits for the row.\n'))
    await Promise.all([a.leave(), b.leave()])
  })
})
