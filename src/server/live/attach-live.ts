/** Live editing on a server that listens: connections at `/live/{id}`, for as long as it runs. */
import { randomUUID } from 'node:crypto'
import type { Duplex } from 'node:stream'
import type { ServerType } from '@hono/node-server'
import { type WebSocket, WebSocketServer } from 'ws'
import { canEditText } from '../../actions/can-edit-text.ts'
import { ApiFailure, notFound } from '../api/failure.ts'
import { RateLimit } from '../api/rate-limit.ts'
import type { House } from '../house.ts'
import { viewersOf } from '../store/live-rights.ts'
import { hear } from '../store/notices.ts'
import type { Reader } from '../store/store.ts'
import { Connection, type Holder } from './connection.ts'
import { GroupCommit } from './group-commit.ts'
import type { LiveDocument } from './live-document.ts'
import { LiveDocuments } from './live-documents.ts'
import { LIMITS, PACE, SYSTEM_TIMERS, type Timers } from './pace.ts'
import { refuseUpgrade } from './refuse-upgrade.ts'
import { applyRight, isOut, readStanding, rightOf, type Viewers } from './rights.ts'
import { greet, takeFrame } from './serve-connection.ts'
import { takeOutcome } from './take-outcome.ts'
import { whoConnects } from './who-connects.ts'

/** Live editing that runs. */
export interface Live {
  /** Somebody signed out, was disabled, or has another role: looks at once what everybody may. */
  readonly rightsChanged: () => Promise<void>
  /** When all that is due is written: updates, rows, revisions, compaction. */
  readonly idle: () => Promise<void>
  /** Takes nobody new, stores what came, lets everything follow, and sends everybody away. */
  readonly drain: () => Promise<void>
  /** Ends at once, as a process that dies would: what is not stored was not acknowledged. */
  readonly close: () => Promise<void>
}

/** What a test gives otherwise. */
export interface LiveOptions {
  readonly timers?: Timers
  readonly canEdit?: typeof canEditText
}

type Upgrade = Parameters<WebSocketServer['handleUpgrade']>[0]

/** Attaches it; connections are taken from then on. */
export async function attachLive(
  server: ServerType,
  house: House,
  { timers = SYSTEM_TIMERS, canEdit = canEditText }: LiveOptions = {},
): Promise<Live> {
  const process = randomUUID().slice(0, 8)
  const documents = new LiveDocuments(house, timers)
  const connections = new Map<Connection, LiveDocument>()
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: LIMITS.frame,
    perMessageDeflate: false,
  })
  const group = new GroupCommit({
    house,
    timers,
    canEdit,
    process: house.store.hear ? process : null,
    stored(outcome) {
      const grown = takeOutcome(outcome, house.now())
      if (grown === null) documents.drop(outcome.document)
      else if (grown > 0) documents.changed(outcome.document, grown)
      if (outcome.document.connections.size === 0) documents.left(outcome.document)
    },
  })
  const sinks = {
    waits: (document: LiveDocument) => group.add(document),
    moved: (document: LiveDocument) => documents.moved(document),
    full: () => {
      let bytes = 0
      for (const { waitingBytes } of documents.all()) bytes += waitingBytes
      return bytes > LIMITS.unstored
    },
  }
  const stopHearing = await hear(house.store, 'live', (told) => {
    if (told === null) for (const document of documents.all()) group.add(document)
    const [from, id] = told?.split('/') ?? []
    const document = id !== undefined && from !== process ? documents.find(id) : null
    if (document) group.add(document)
  })
  const { burst, eachSecond } = LIMITS.comings
  const comings = new RateLimit(burst, eachSecond)
  // Heard before it is there, in an embedded database: reading in a transaction waits for it.
  const stopHearingRights = await hear(
    house.store,
    'rights',
    () => void lookAt((look) => house.store.transaction(look)),
  )
  let open = true
  const stops: (() => void)[] = []

  const upgrade = (request: Upgrade, socket: Duplex, head: Buffer) => {
    const broken = () => socket.destroy()
    socket.on('error', broken)
    admit(request)
      .then(({ holder, document, may }) => {
        socket.off('error', broken)
        sockets.handleUpgrade(request, socket, head, (taken) => {
          begin(taken, holder, document, may, new URL(request.url!, 'http://live').searchParams.get('log'))
        })
        documents.arrived(document)
      })
      .catch((failure) => {
        if (!(failure instanceof ApiFailure)) house.log.error({ err: failure }, 'a live connection failed')
        void refuseUpgrade(socket, failure)
      })
  }

  async function admit(request: Upgrade): Promise<{ holder: Holder; document: LiveDocument; may: 'read' | 'write' }> {
    const id = /^\/live\/([\w.-]{1,80})(?:\?|$)/.exec(request.url ?? '')?.[1]
    if (id === undefined) throw new ApiFailure('not-found', 'no-such-path', 'Connections are taken at /live/{id}.')
    if (!open) throw new ApiFailure('unavailable', 'stopping', 'The server stops. Connect again in a moment.')
    const now = house.now()
    const holder = await whoConnects(house, request, now)
    comings.take(holder.id, now)
    const right = rightOf(
      holder,
      await readStanding(house.store.read, [holder], now),
      await viewersOf(house.store.read, id),
    )
    if (isOut(right)) throw notFound('postmortem of that id')
    const own = [...connections.keys()].filter(({ person }) => person.id === holder.id).length
    const there = documents.find(id)?.connections.size ?? 0
    if (own >= LIMITS.connections.ofPerson || there >= LIMITS.connections.ofDocument)
      throw new ApiFailure('too-many', 'too-many-connections', 'Too many connections are open. Close other tabs first.')
    const document = await documents.open(id)
    if (document === null) throw notFound('postmortem of that id')
    return { holder, document, may: right === 'write' ? 'write' : 'read' }
  }

  function begin(socket: WebSocket, holder: Holder, document: LiveDocument, may: 'read' | 'write', log: string | null) {
    const connection = new Connection(socket, holder, may, house.now())
    document.connections.add(connection)
    connections.set(connection, document)
    socket.on('message', (data: Buffer, binary) => {
      if (!open) return
      if (binary) takeFrame(document, connection, data, house.now(), sinks)
      else connection.close('garbage')
    })
    socket.on('pong', () => {
      connection.asked = false
    })
    socket.on('error', () => {})
    socket.once('close', () => {
      connections.delete(connection)
      document.connections.delete(connection)
      document.presence.leave(connection)
      documents.moved(document)
      documents.left(document)
    })
    greet(document, connection)
    // A client of a log that was begun anew has nothing in common with this one.
    if (log !== null && log !== document.generation) connection.startOver(document.generation)
  }

  async function lookAt(reading: (look: (db: Reader) => Promise<void>) => Promise<void>): Promise<void> {
    if (connections.size === 0) return
    try {
      await reading(look)
    } catch (error) {
      house.log.error({ err: error }, 'the rights of live connections could not be read')
    }
  }

  const rightsChanged = () => lookAt((look) => look(house.store.read))

  async function look(db: Reader): Promise<void> {
    const holders = [...connections.keys()].map(({ person }) => person)
    const standing = await readStanding(db, holders, house.now())
    const viewers = new Map<string, Viewers>()
    for (const { id } of new Set(connections.values())) viewers.set(id, await viewersOf(db, id))
    for (const [connection, { id }] of connections) {
      // Who came meanwhile was looked at when coming.
      if (!holders.includes(connection.person)) continue
      applyRight(connection, rightOf(connection.person, standing, viewers.get(id) ?? null))
    }
  }

  /** Does something again and again, until stopped. */
  function each(ms: number, work: () => Promise<void> | void): void {
    let cancel = () => {}
    const arm = () => {
      cancel = timers.after(ms, async () => {
        await work()
        if (open) arm()
      })
    }
    arm()
    stops.push(() => cancel())
  }

  each(PACE.rights, rightsChanged)
  each(PACE.ping, () => {
    for (const connection of connections.keys()) connection.ask()
  })
  each(PACE.sweep.every, () => documents.sweep())
  void documents.sweep()
  server.on('upgrade', upgrade as never)

  async function end(): Promise<void> {
    server.off('upgrade', upgrade as never)
    for (const stop of stops) stop()
    group.stop()
    documents.close()
    for (const connection of connections.keys()) connection.end()
    await stopHearing()
    await stopHearingRights()
    await documents.idle()
  }

  return {
    rightsChanged,
    async idle() {
      await group.settled()
      await documents.idle()
    },
    async drain() {
      open = false
      // What cannot be stored was not acknowledged, and its clients keep it.
      await Promise.race([group.settled(), new Promise<void>((done) => timers.after(PACE.drain, done))])
      for (const connection of connections.keys()) connection.close('goingAway')
      await documents.followAll()
      await end()
    },
    async close() {
      open = false
      await end()
    },
  }
}
