/** A house with live editing for tests: a real database, a real port on loopback, people, and one postmortem. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer, type ServerType } from '@hono/node-server'
import { digest } from '../../base/digest.ts'
import { makeApp } from '../api/app.ts'
import { SESSION_COOKIE } from '../auth/cookies.ts'
import type { Permission, Role } from '../auth/permissions.ts'
import { newSecret, secretDigest } from '../auth/secret.ts'
import type { House } from '../house.ts'
import { BASE, sampleHouse } from '../sample-house.ts'
import { insertPerson } from '../store/people.ts'
import { insertSession } from '../store/sessions.ts'
import { insertToken } from '../store/tokens.ts'
import { attachLive, type LiveOptions } from './attach-live.ts'
import { LIVE_TEXTS } from './live-texts.ts'
import { type ClientOptions, LiveClient } from './sample-live-client.ts'
import { sampleTimers } from './sample-timers.ts'

/** The postmortem that is there. */
export const SAMPLE_ID = 'INC-2026-11-23-001'

/** Who connects. */
export interface SamplePerson {
  readonly id: string
  readonly session: string
  /** The headers of a browser of our own pages that is signed in. */
  readonly headers: Readonly<Record<string, string>>
}

/** Live editing on the house of `sampleHouse`, or on another database. */
export async function sampleLive(
  text: string,
  { store, ...options }: Partial<LiveOptions> & { store?: House['store'] } = {},
) {
  const sample = await sampleHouse()
  const house: House = { ...sample.house, ...(store ? { store } : {}), live: LIVE_TEXTS }
  const timers = sampleTimers(sample.later)
  const start = async () => {
    const server = createAdaptorServer({ fetch: makeApp(house).fetch })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return { server, live: await attachLive(server, house, { timers, ...options }) }
  }
  let running = await start()
  const clients: LiveClient[] = []
  const portOf = (server: ServerType) => (server.address() as AddressInfo).port
  const stop = async (how: 'close' | 'drain') => {
    await running.live[how]()
    running.server.close()
  }
  const addPostmortem = async (id: string, words: string, { restricted = false, by = 'system' } = {}) => {
    const now = house.now()
    const visibility = restricted ? 'restricted' : 'internal'
    await house.store.transaction(async (tx) => {
      const lists = { services: '[]', tenants: '[]', regions: '[]' }
      const common = { id, title: 'Checkout answered with errors', created_at: now, created_by: by, updated_at: now }
      const blank = { started_at: null, severity: null }
      await tx
        .insertInto('incidents')
        .values({
          ...common,
          ...lists,
          ...blank,
          ...{ ended_at: null, all_clear_at: null, source: 'hand', source_id: null, url: null, team_id: null },
          ...{ commander: null, visibility, postmortem: 'optional', waived_by: null, waived_at: null },
          ...{ waived_reason: null, revision: 1 },
        })
        .execute()
      await tx
        .insertInto('postmortems')
        .values({
          ...common,
          ...blank,
          ...{ incident_id: id, text: words, digest: digest(words), line_ending: '\n', bom: 0, revision: 1 },
          ...{ visibility, stage: 'draft', quarter: null, summary: '', counted: 0 },
        })
        .execute()
      await tx
        .insertInto('revisions')
        .values({
          postmortem_id: id,
          number: 1,
          text: words,
          digest: digest(words),
          at: now,
          actor: by,
          cause: 'created',
        })
        .execute()
    })
  }
  await addPostmortem(SAMPLE_ID, text)
  return {
    ...sample,
    house,
    timers,
    addPostmortem,
    get port() {
      return portOf(running.server)
    },
    get live() {
      return running.live
    },
    /** Somebody with a role, signed in. */
    async person(name: string, role: Role = 'writer'): Promise<SamplePerson> {
      const secret = newSecret()
      return house.store.transaction(async (tx) => {
        const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.com`
        const { id } = (await insertPerson(tx, { name, email, role, password: null }, house.now()))!
        const session = await insertSession(
          tx,
          { personId: id, secret: secretDigest(secret), address: '', agent: '' },
          house.now(),
        )
        return { id, session: session.id, headers: { origin: BASE, cookie: `${SESSION_COOKIE}=${secret}` } }
      })
    },
    /** The header of a new token. */
    async token(personId: string, scopes: readonly Permission[]): Promise<Record<string, string>> {
      const secret = `nt_${newSecret()}`
      const expiresAt = house.now() + 3_600_000
      await house.store.transaction((tx) =>
        insertToken(tx, { name: 'sample', personId, scopes, secret: secretDigest(secret), expiresAt }, house.now()),
      )
      return { authorization: `Bearer ${secret}` }
    },
    /** Connects; to another postmortem or another process where one is named. */
    connect(options: ClientOptions & { readonly to?: string; readonly at?: string } = {}): LiveClient {
      const { to = SAMPLE_ID, at = `ws://127.0.0.1:${portOf(running.server)}`, ...rest } = options
      const client = new LiveClient(`${at}/live/${to}`, rest)
      clients.push(client)
      return client
    },
    /** Waits until a line of the log makes it so. */
    until: (isSo: () => boolean) =>
      new Promise<void>((done) => {
        const push = sample.lines.push.bind(sample.lines)
        const look = () => {
          if (!isSo()) return
          sample.lines.push = push
          done()
        }
        sample.lines.push = (...lines) => {
          const length = push(...lines)
          look()
          return length
        }
        look()
      }),
    /** The row as it stands. */
    row: (id = SAMPLE_ID) =>
      house.store.read.selectFrom('postmortems').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    /** Ends as `how` says and starts again on the same database. */
    async restart(how: 'close' | 'drain'): Promise<void> {
      await stop(how)
      running = await start()
    },
    async close(): Promise<void> {
      for (const client of clients) client.cut()
      await stop('close')
      if (store) await store.close()
      await sample.close()
    },
  }
}
