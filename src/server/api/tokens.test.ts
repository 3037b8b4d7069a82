import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleHouse } from '../sample-house.ts'
import { samplePerson, sampleToken } from '../sample-people.ts'

let world: Awaited<ReturnType<typeof sampleHouse>>
beforeAll(async () => {
  world = await sampleHouse()
})
afterAll(() => world.close())

const HOUR = 3_600_000

describe('F38 tokens', () => {
  it('are shown once, with scopes within those of the person, for a year at most', async () => {
    const { cookie } = await samplePerson(world.house, 'writer')
    const now = world.house.now()
    const make = (body: object) =>
      world.send('POST', '/api/v1/tokens', {
        cookie,
        body: { name: 'ci', scopes: ['read'], expiresAt: now + HOUR, ...body },
      })
    expect((await make({ scopes: ['read', 'admin'] })).json.code).toBe('scope-above')
    expect((await make({ expiresAt: now })).json.code).toBe('expiry-out-of-range')
    expect((await make({ expiresAt: now + 367 * 24 * HOUR })).json.code).toBe('expiry-out-of-range')
    expect((await make({ scopes: [] })).status).toBe(400)
    const { json } = await make({})
    expect(json.secret).toMatch(/^nt_[\w-]{43}$/)
    const list = await world.send('GET', '/api/v1/tokens', { cookie })
    expect(list.text).not.toContain(json.secret)
    expect(list.json.items).toEqual([json.token])
    const kept = JSON.stringify(await world.house.store.read.selectFrom('tokens').selectAll().execute())
    expect(kept).not.toContain(json.secret.slice(3))
    expect((await world.send('GET', '/api/v1/session', { token: json.secret })).json.via).toBe('token')
  })

  it('end when they expire, when they are revoked, and may less when their person may less', async () => {
    const admin = await samplePerson(world.house, 'admin')
    const person = await samplePerson(world.house, 'lead')
    const token = await sampleToken(world.house, person.id, ['read', 'write'])
    const permissions = async () => (await world.send('GET', '/api/v1/session', { token })).json.permissions
    expect(await permissions()).toEqual(['read', 'write'])
    const body = { role: 'reader' }
    await world.send('PATCH', `/api/v1/people/${person.id}`, { cookie: admin.cookie, body })
    expect(await permissions()).toEqual(['read'])
    const { id } = (await world.send('GET', '/api/v1/tokens', { token })).json.items[0]
    const other = await samplePerson(world.house, 'reader')
    expect((await world.send('DELETE', `/api/v1/tokens/${id}`, { cookie: other.cookie })).status).toBe(404)
    expect((await world.send('DELETE', `/api/v1/tokens/${id}`, { cookie: admin.cookie })).status).toBe(204)
    expect((await world.send('GET', '/api/v1/session', { token })).json.code).toBe('token-invalid')
    const late = await sampleToken(world.house, other.id, ['read'])
    world.later(HOUR)
    expect((await world.send('GET', '/api/v1/session', { token: late })).json.code).toBe('token-invalid')
  })

  it('of others are an administrator’s to see', async () => {
    const admin = await samplePerson(world.house, 'admin')
    const reader = await samplePerson(world.house, 'reader')
    await sampleToken(world.house, reader.id, ['read'])
    expect((await world.send('GET', '/api/v1/tokens?of=all', { cookie: reader.cookie })).status).toBe(403)
    const { json } = await world.send('GET', '/api/v1/tokens?of=all', { cookie: admin.cookie })
    expect(json.items.map(({ personId }: { personId: string }) => personId)).toContain(reader.id)
    const readOnly = await sampleToken(world.house, admin.id, ['read'])
    expect((await world.send('GET', '/api/v1/tokens?of=all', { token: readOnly })).status).toBe(403)
  })

  it('are never taken from an address, a body or another header, and never logged', async () => {
    const person = await samplePerson(world.house, 'reader')
    const token = await sampleToken(world.house, person.id, ['read'])
    for (const path of [`/api/v1/session?token=${token}`, `/api/v1/session?access_token=${token}`, `/api/v1/${token}`])
      expect([400, 401, 404]).toContain((await world.send('GET', path)).status)
    const elsewhere: Record<string, string>[] = [
      { 'x-api-key': token },
      { 'x-auth-token': token },
      { authorization: `Basic ${Buffer.from(`x:${token}`).toString('base64')}` },
      { authorization: token },
      { cookie: `token=${token}` },
      { cookie: `nevertwice_session=${token}` },
    ]
    for (const headers of elsewhere) expect((await world.send('GET', '/api/v1/session', { headers })).status).toBe(401)
    await world.send('GET', '/api/v1/session', { token })
    expect(world.lines.join('')).not.toContain(token)
  })
})
