/** A house for tests: a real database in a temporary folder, a clock that stands still, a log that is kept. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DEFAULT_POLICY } from '../checks/policy.ts'
import { makeApp } from './api/app.ts'
import { PERMISSIONS, type Role } from './auth/permissions.ts'
import { newSecret, secretDigest } from './auth/secret.ts'
import type { House } from './house.ts'
import { openLog } from './log.ts'
import { freshDatabase } from './sample-fresh-database.ts'
import type { StoreKind } from './store/migration.ts'
import { openStore } from './store/open-store.ts'
import { insertOwnerLink } from './store/owner-links.ts'
import { insertPerson } from './store/people.ts'
import { insertToken } from './store/tokens.ts'

/** The address that browsers of a sample reach it by. */
export const BASE = 'http://localhost:4070'

/** A house, its application, and what a test does with them. */
export type SampleHouse = Awaited<ReturnType<typeof sampleHouse>>

/** On a database of its own; `onEachDatabase` runs a whole suite on every kind. */
export async function sampleHouse({ database = 'sqlite' }: { database?: StoreKind } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'nevertwice-house-'))
  const fresh = database === 'postgres' ? await freshDatabase() : null
  const place = fresh ? { url: fresh.url } : { folder }
  const opened = await openStore(place)
  if (!opened.ok) throw new Error(opened.refusal.message)
  const lines: string[] = []
  let now = Date.UTC(2026, 10, 23, 14, 0)
  const house: House = {
    settings: {
      mail: null,
      host: '127.0.0.1',
      port: 4070,
      baseUrl: BASE,
      trustProxy: 0,
      dataFolder: folder,
      store: place,
      backups: null,
      logLevel: 'info',
    },
    rules: {
      policy: DEFAULT_POLICY,
      severities: {},
      publication: { mainTarget: 'git', targets: ['git'], channel: null, board: null },
    },
    store: opened.value,
    log: openLog('info', { write: (line) => lines.push(line) }),
    now: () => now,
  }
  const app = makeApp(house)
  const send = async (method: string, path: string, options: SendOptions = {}) => {
    const { body, headers = {}, cookie, token, peer } = options
    const init = {
      method,
      headers: {
        origin: BASE,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(cookie ? { cookie } : {}),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    }
    const response = await app.request(path, init, peer ? { incoming: { socket: { remoteAddress: peer } } } : undefined)
    const text = await response.text()
    const json = /[/+]json(?:;|$)/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : null
    return { status: response.status, headers: response.headers, text, json }
  }
  return {
    house,
    app,
    lines,
    send,
    later: (ms: number) => {
      now += ms
    },
    /** A link that makes an owner. */
    async ownerLink() {
      const link = newSecret()
      await house.store.transaction((tx) => insertOwnerLink(tx, secretDigest(link), now))
      return link
    },
    /** A person with a role, and an API token of theirs with all that the role may do. */
    async person(name: string, role: Role) {
      const secret = `nt_${newSecret()}`
      return house.store.transaction(async (tx) => {
        const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.com`
        const { id } = (await insertPerson(tx, { name, email, role, password: null }, now))!
        const token = { name: 'sample', personId: id, scopes: PERMISSIONS, secret: secretDigest(secret) }
        await insertToken(tx, { ...token, expiresAt: now + 365 * 24 * 60 * 60 * 1000 }, now)
        return { id, name, token: secret }
      })
    },
    async close() {
      await house.store.close()
      await fresh?.remove()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What a request carries. */
export interface SendOptions {
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly cookie?: string
  readonly token?: string
  /** The address of the other end. */
  readonly peer?: string
}
