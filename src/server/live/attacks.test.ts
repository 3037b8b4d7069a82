import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { SAMPLE } from '../../signoff/sample-postmortem.ts'
import { BASE } from '../sample-house.ts'
import { updatePerson } from '../store/people.ts'
import { revokeToken } from '../store/tokens.ts'
import { updateFrame } from './frames.ts'
import { liveText } from './live-log.ts'
import { LIMITS } from './pace.ts'
import { SAMPLE_ID, type SamplePerson, sampleLive } from './sample-live.ts'

let world: Awaited<ReturnType<typeof sampleLive>>
let ada: SamplePerson
let mallory: SamplePerson
beforeAll(async () => {
  world = await sampleLive(SAMPLE)
  ada = await world.person('Ada Example')
  mallory = await world.person('Mallory Sample')
})
afterAll(() => world.close())

const open = async ({ headers }: { readonly headers: Readonly<Record<string, string>> }, to = SAMPLE_ID) => {
  const client = world.connect({ headers, to })
  await client.ready()
  return client
}

describe('F44 a connection that sends', () => {
  // Whatever was sent: who edits goes on editing, and the text is what was typed.
  afterEach(async () => {
    const a = await open(ada)
    const words = `Whole after "${expect.getState().currentTestName}".\n`
    a.type(words)
    await a.saved()
    expect(await liveText(world.house.store.read, SAMPLE_ID)).toBe(a.text)
    expect(a.text.startsWith(SAMPLE)).toBe(true)
    expect(a.text.endsWith(words)).toBe(true)
    await a.leave()
  })

  const type = (change: (doc: Y.Doc) => void) => {
    const doc = new Y.Doc()
    change(doc)
    return updateFrame(Y.encodeStateAsUpdate(doc))
  }

  it.each<[string, Uint8Array | string]>([
    ['text', 'hello'],
    ['nothing', new Uint8Array(0)],
    ['an unknown kind', Uint8Array.of(77)],
    ['a notice of ours', Uint8Array.of(100, 2, 123, 125)],
    ['half an update', updateFrame(Uint8Array.of(1, 1, 255))],
    ['a length without an end', Uint8Array.of(0, 2, 255, 255, 255, 255, 255, 255, 255, 255, 127)],
    ['a vector that is none', Uint8Array.of(0, 0, 3, 255, 255, 255)],
    ['more than a frame', Uint8Array.of(3, 0, 0)],
    ['presence that is no JSON', Uint8Array.of(1, 5, 1, 7, 1, 1, 120)],
    ['bold text', type((doc) => doc.getText('text').insert(0, 'x', { bold: true }))],
    ['a picture', type((doc) => doc.getText('text').insertEmbed(0, { image: 'x' }))],
    ['another type', type((doc) => doc.getMap('more').set('a', 1))],
    ['a map under the name of the text', type((doc) => doc.getMap('text').set('a', 'x'))],
    ['a list', type((doc) => doc.getArray('text').insert(0, [{ a: 1 }]))],
  ])('%s, is closed', async (_, frame) => {
    const client = await open(mallory)
    client.send(frame)
    expect(await client.closed()).toBe(4400)
  })

  it('10 MB, is closed before it is read', async () => {
    const client = await open(mallory)
    client.send(new Uint8Array(10_000_000))
    expect(await client.closed()).toBe(1009)
  })

  it('a flood, is closed, and what was stored of it is whole', async () => {
    const client = await open(mallory)
    for (let count = 0; count < LIMITS.frames.burst * 2; count++) client.send(Uint8Array.of(3))
    expect(await client.closed()).toBe(4429)
  })

  it("under another's client id, is closed; the other's next words are there", async () => {
    const [victim, client] = [await open(ada), await open(mallory)]
    victim.type('Ada begins, ')
    await victim.saved()
    await client.until(() => client.text === victim.text)
    const forged = new Y.Doc()
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(client.doc))
    const before = Y.encodeStateVector(forged)
    forged.clientID = victim.doc.clientID
    forged.getText('text').insert(0, 'Mallory was here. ')
    client.sendUpdate(Y.encodeStateAsUpdate(forged, before))
    expect(await client.closed()).toBe(4403)
    victim.type('and Ada ends.\n')
    await victim.saved()
    expect(victim.text.endsWith('Ada begins, and Ada ends.\n')).toBe(true)
    victim.erase('Ada begins, and Ada ends.\n')
    await victim.saved()
    await victim.leave()
  })

  it("under the server's client id, is closed", async () => {
    const client = await open(mallory)
    client.doc.clientID = 1
    client.type('Not the server.')
    expect(await client.closed()).toBe(4403)
  })

  it('an update for another document, is set back', async () => {
    const other = new Y.Doc()
    other.getText('text').insert(0, 'first ')
    const before = Y.encodeStateVector(other)
    other.getText('text').insert(6, 'and then')
    const client = await open(mallory)
    client.sendUpdate(Y.encodeStateAsUpdate(other, before))
    await client.until(() => client.notice('refused'))
    expect(client.notice('refused')).toMatchObject({ code: 'out-of-step', suggestion: null })
    await client.leave()
  })

  it("presence under another's name, is known by its own; another's place is not taken", async () => {
    const [a, client] = [await open(ada), await open(mallory)]
    client.show({ user: { name: 'Ada Example', email: 'ada@example.com' }, cursor: { anchor: 1 }, more: 'x' })
    await a.until(() => a.presence.size > 0)
    expect([...a.presence.values()]).toEqual([
      { user: { name: 'Mallory Sample', colour: expect.any(Number) }, cursor: { anchor: 1 } },
    ])
    a.show({ cursor: null })
    await client.until(() => client.presence.has(a.doc.clientID))
    client.show({ cursor: { anchor: 2 } }, 9, a.doc.clientID)
    expect(await client.closed()).toBe(4403)
    await a.until(() => !a.presence.has(client.doc.clientID))
    await a.leave()
  })

  it('edits that are refused again and again, is closed', async () => {
    const client = await open(mallory)
    for (let count = 0; client.code === null; count++) {
      expect(count).toBeLessThan(20)
      client.type('\0')
      await client.until(() => client.code !== null || client.notices.some(({ type }) => type === 'reset'))
      await client.until(() => client.code !== null || client.synced)
      client.notices.length = 0
    }
    expect(client.code).toBe(4429)
  })
})

describe('a connection is refused', () => {
  it.each<[number, string, () => Promise<Record<string, string>>]>([
    [401, 'to a stranger', async () => ({ origin: BASE })],
    [401, 'for a session that is none', async () => ({ origin: BASE, cookie: 'nevertwice_session=guessed' })],
    [401, 'for a token that is none', async () => ({ authorization: `Bearer nt_${'x'.repeat(43)}` })],
    [403, 'F36 to another site', async () => ({ ...ada.headers, origin: 'https://evil.example' })],
    [403, 'F36 to a page without an origin', async () => ({ cookie: ada.headers.cookie! })],
    [403, 'F36 to a sandboxed page', async () => ({ ...ada.headers, origin: 'null' })],
    [404, 'where a token may not even read', async () => world.token(ada.id, [])],
  ])('with %i %s', async (code, _, headers) => {
    expect(await world.connect({ headers: await headers() }).closed()).toBe(code)
  })

  it('F38 for a token in the address', async () => {
    const { authorization } = await world.token(ada.id, ['read', 'write'])
    const to = `${SAMPLE_ID}?token=${authorization!.slice(7)}`
    expect(await world.connect({ headers: { origin: BASE }, to }).closed()).toBe(401)
    expect(world.lines.join('')).not.toContain(authorization!.slice(7))
  })

  it('where there is no such postmortem, and alike where it is restricted', async () => {
    const id = 'INC-2026-11-23-009-k3x'
    const reader = await world.person('Rea Reader', 'reader')
    const admin = await world.person('Ad Min', 'admin')
    await world.addPostmortem(id, SAMPLE, { restricted: true, by: ada.id })
    const told = async (to: string) => {
      const answer = await fetch(`http://127.0.0.1:${world.port}/live/${to}`)
      return answer.status
    }
    expect(await told(id)).toBe(await told('INC-2026-11-23-010'))
    for (const to of [id, 'INC-2026-11-23-010'])
      expect(await world.connect({ headers: mallory.headers, to }).closed()).toBe(404)
    const [made, over] = [await open(ada, id), await open(admin, id)]
    expect(await world.connect({ headers: reader.headers, to: id }).closed()).toBe(404)
    await world.house.store.transaction((tx) =>
      tx.insertInto('postmortem_readers').values({ postmortem_id: id, person_id: reader.id }).execute(),
    )
    const let_in = await open(reader, id)
    await world.house.store.transaction((tx) => tx.deleteFrom('postmortem_readers').execute())
    await world.live.rightsChanged()
    expect(await let_in.closed()).toBe(4404)
    await Promise.all([made.leave(), over.leave()])
  })
})

describe('F34 a connection that is open', () => {
  it('ends at once when its person signs out by the API', async () => {
    const guest = await world.person('Gus Guest')
    const client = await open(guest)
    expect((await world.send('DELETE', '/api/v1/session', { cookie: guest.headers.cookie! })).status).toBe(204)
    expect(await client.closed()).toBe(4401)
  })

  it('ends within 5 s of a session that went without a word, and stores nothing from then on', async () => {
    const guest = await world.person('Lou Silent')
    const [watching, writing] = [await open(guest), await open(guest)]
    await world.house.store.transaction((tx) => tx.deleteFrom('sessions').where('person_id', '=', guest.id).execute())
    writing.type('After signing out.\n')
    expect(await writing.closed()).toBe(4401)
    expect(await liveText(world.house.store.read, SAMPLE_ID)).not.toContain('After signing out.')
    world.timers.pass(5000)
    expect(await watching.closed()).toBe(4401)
  })

  it('ends when its person is disabled or its token revoked', async () => {
    const guest = await world.person('Dis Abled')
    const headers = await world.token(guest.id, ['read', 'write'])
    const [session, token] = [await open(guest), await open({ headers })]
    const { store, now } = world.house
    const { id } = await store.read
      .selectFrom('tokens')
      .select('id')
      .where('person_id', '=', guest.id)
      .executeTakeFirstOrThrow()
    await store.transaction((tx) => revokeToken(tx, id, null, now()))
    await world.live.rightsChanged()
    expect(await token.closed()).toBe(4401)
    await store.transaction((tx) => updatePerson(tx, guest.id, { disabled_at: now() }, now()))
    world.timers.pass(5000)
    expect(await session.closed()).toBe(4401)
  })

  it('may no longer write when its role changes', async () => {
    const guest = await world.person('Ro Le')
    const client = await open(guest)
    await world.house.store.transaction((tx) => updatePerson(tx, guest.id, { role: 'reader' }, world.house.now()))
    client.type('As a reader.\n', 0)
    await client.until(() => client.notice('refused'))
    expect(client.notice('refused')?.code).toBe('read-only')
    await client.until(() => client.notice('rights'))
    expect(client.notice('rights')?.may).toBe('read')
    await world.house.store.transaction((tx) => updatePerson(tx, guest.id, { role: 'writer' }, world.house.now()))
    world.timers.pass(5000)
    await client.until(() => client.notice('rights')?.may === 'write')
    await client.leave()
  })
})

it('who does not answer is given up, and who does stays', async () => {
  const [silent, there] = [await open(mallory), await open(ada)]
  silent.stall()
  there.show({ cursor: null })
  silent.show({ cursor: null })
  await there.until(() => there.presence.has(silent.doc.clientID))
  world.timers.pass(15_000)
  there.type('A word that comes after the pong.\n')
  await there.saved()
  world.timers.pass(15_000)
  await there.until(() => !there.presence.has(silent.doc.clientID))
  there.type('Still there.\n')
  await there.saved()
  await there.leave()
})

it('no path but that of live editing is upgraded', async () => {
  const socket = new WebSocket(`ws://127.0.0.1:${world.port}/elsewhere`, { headers: ada.headers })
  socket.on('error', () => {})
  const status = await new Promise((done) =>
    socket.on('unexpected-response', (_, response) => done(response.statusCode)),
  )
  expect(status).toBe(404)
})
