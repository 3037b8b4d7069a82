/** Kills the built server at random moments while clients write through the API, and looks afterwards for everything that was answered. */
import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { newSecret, secretDigest } from '../../src/server/auth/secret.ts'
import { openStore, type StorePlace } from '../../src/server/store/open-store.ts'
import { findPersonByEmail, insertPerson } from '../../src/server/store/people.ts'
import { insertSession } from '../../src/server/store/sessions.ts'
import type { Store } from '../../src/server/store/store.ts'
import { insertToken } from '../../src/server/store/tokens.ts'
import { type BuiltServer, startServer } from './built-server.ts'

/** Clients that write at the same time. */
const CLIENTS = 20
/** Sessions that each client has to end, one by one, in a round. */
const SESSIONS = 60

/** What is tried. */
export interface Torture {
  readonly executable: string
  readonly place: StorePlace
  readonly rounds: number
  readonly say?: (line: string) => void
}

/** What came of it. */
export interface Tortured {
  readonly rounds: number
  /** Writes that the server answered before it was killed. */
  readonly answered: number
  /** What was answered and is not there, in words. */
  readonly lost: readonly string[]
  /** Paths that were written through. */
  readonly through: readonly string[]
}

/** What clients did, kept outside of the server. */
interface Answered {
  /** Titles of incidents by their id. */
  readonly incidents: Map<string, string>
  /** Ids of sessions that were ended. */
  readonly ended: Set<string>
}

/** Runs the rounds; throws where the store does not open again. */
export async function torture({ executable, place, rounds, say = () => {} }: Torture): Promise<Tortured> {
  const answered: Answered = { incidents: new Map(), ended: new Set() }
  const lost = new Set<string>()
  const through = new Set<string>()
  for (let round = 1; round <= rounds; round++) {
    const clients = await withStore(place, prepareClients)
    const server = await startServer(executable, environment(place))
    const canCreate = await knows(server, '/api/v1/incidents')
    through.add('DELETE /api/v1/session')
    if (canCreate) through.add('POST /api/v1/incidents')
    const before = answered.incidents.size + answered.ended.size
    const killAfter = randomInt(1, CLIENTS * 20)
    const counted = () => {
      if (answered.incidents.size + answered.ended.size - before >= killAfter) server.child.kill('SIGKILL')
    }
    const work = clients.map((client) => write(server, client, canCreate, answered, counted))
    // However slow the machine is, the round ends, also in the middle of the first writes.
    const end = setTimeout(() => server.child.kill('SIGKILL'), randomInt(200, 4000))
    await Promise.all(work)
    clearTimeout(end)
    server.child.kill('SIGKILL')
    await server.ended
    for (const words of await withStore(place, (store) => missing(store, answered))) lost.add(words)
    say(`round ${round}: ${answered.incidents.size + answered.ended.size - before} answered, ${lost.size} lost`)
  }
  return {
    rounds,
    answered: answered.incidents.size + answered.ended.size,
    lost: [...lost],
    through: [...through],
  }
}

interface Client {
  readonly token: string
  readonly sessions: readonly { readonly id: string; readonly secret: string }[]
}

function environment(place: StorePlace): NodeJS.ProcessEnv {
  return { LOG_LEVEL: 'error', ...('url' in place ? { DATABASE_URL: place.url } : { NEVERTWICE_DATA: place.folder }) }
}

/** Opens the store as the server would, which is the first thing that a kill might have broken. */
async function withStore<T>(place: StorePlace, work: (store: Store) => Promise<T>): Promise<T> {
  const opened = await openStore(place)
  if (!opened.ok) throw new Error(`the store does not open again: ${opened.refusal.message}`)
  try {
    return await work(opened.value)
  } finally {
    await opened.value.close()
  }
}

function prepareClients(store: Store): Promise<Client[]> {
  const now = Date.now()
  return store.transaction(async (tx) => {
    const email = 'ada@example.com'
    const known = await findPersonByEmail(tx, email)
    const { id: personId } =
      known ?? (await insertPerson(tx, { name: 'Ada Example', email, role: 'admin', password: null }, now))!
    const clients: Client[] = []
    for (let at = 0; at < CLIENTS; at++) {
      const token = `nt_${newSecret()}`
      const expiresAt = now + 60 * 60 * 1000
      const kept = { name: `client ${at}`, personId, scopes: ['read', 'write'], secret: secretDigest(token), expiresAt }
      await insertToken(tx, kept, now)
      const sessions: { id: string; secret: string }[] = []
      for (let each = 0; each < SESSIONS; each++) {
        const secret = newSecret()
        const about = { personId, secret: secretDigest(secret), address: '127.0.0.1', agent: 'torture' }
        sessions.push({ id: (await insertSession(tx, about, now)).id, secret })
      }
      clients.push({ token, sessions })
    }
    return clients
  })
}

async function knows({ url }: BuiltServer, path: string): Promise<boolean> {
  const described = (await (await fetch(`${url}/api/v1/openapi.json`)).json()) as {
    paths: Record<string, { post?: object }>
  }
  return described.paths[path]?.post !== undefined
}

/** Writes until the server is gone or there is nothing left to write. */
async function write(
  { url }: BuiltServer,
  { token, sessions }: Client,
  canCreate: boolean,
  answered: Answered,
  counted: () => void,
): Promise<void> {
  try {
    for (const { id, secret } of sessions) {
      const out = await fetch(`${url}/api/v1/session`, {
        method: 'DELETE',
        headers: { cookie: `nevertwice_session=${secret}`, origin: url },
      })
      if (out.status === 204) answered.ended.add(id)
      counted()
      if (!canCreate) continue
      const title = `Torture ${randomBytes(8).toString('hex')}`
      const made = await fetch(`${url}/api/v1/incidents`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
        },
        body: JSON.stringify({ title }),
      })
      if (made.status === 201) answered.incidents.set(((await made.json()) as { id: string }).id, title)
      counted()
    }
  } catch {
    // Killed in the middle: what was not answered may be there or not.
  }
}

/** By content, also of rounds before: what was answered and is not there, and what is there in half. */
async function missing({ read }: Store, { incidents, ended }: Answered): Promise<string[]> {
  const lost: string[] = []
  const titles = new Map(
    (await read.selectFrom('incidents').select(['id', 'title']).execute()).map((row) => [row.id, row.title]),
  )
  for (const [id, title] of incidents) if (titles.get(id) !== title) lost.push(`incident ${id}`)
  const open = new Set((await read.selectFrom('sessions').select('id').execute()).map(({ id }) => id))
  for (const id of ended) if (open.has(id)) lost.push(`end of session ${id}`)
  const audit = await read.selectFrom('audit').select(['verb', 'subject']).execute()
  const created = audit.filter(({ verb }) => verb === 'incident.created')
  if (created.length !== titles.size) lost.push(`${titles.size} incidents, ${created.length} of them in the audit`)
  const told = audit.filter(({ verb }) => verb === 'session.ended').length
  if (told < ended.size) lost.push(`${ended.size} ends of sessions answered, ${told} of them in the audit`)
  return lost
}
