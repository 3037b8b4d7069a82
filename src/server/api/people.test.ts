import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInLimitOf } from '../auth/sign-in-limit.ts'
import { sampleHouse } from '../sample-house.ts'
import { PASSWORD, samplePerson, sampleToken } from '../sample-people.ts'
import { deleteSessions } from '../store/sessions.ts'

let world: Awaited<ReturnType<typeof sampleHouse>>
let admin: Awaited<ReturnType<typeof samplePerson>>
beforeAll(async () => {
  world = await sampleHouse()
  admin = await samplePerson(world.house, 'admin', 'Root Example')
})
afterAll(() => world.close())

const asAdmin = (method: string, path: string, body?: unknown, headers = {}) =>
  world.send(method, path, { cookie: admin.cookie, body, headers })
const withPassword = async (name: string) => {
  const { id, email } = await samplePerson(world.house, 'reader', name, true)
  await world.house.store.transaction((tx) => deleteSessions(tx, { personId: id }))
  return { id, who: { email, password: PASSWORD } }
}
const cookieOf = (headers: Headers) => headers.get('set-cookie')!.split(';')[0]!

describe('people', () => {
  it('come in by a link that sets a password, once', async () => {
    const made = await asAdmin('POST', '/api/v1/people', { name: 'Ida Example', email: 'Ida@Example.com' })
    expect(made.json).toMatchObject({ person: { email: 'ida@example.com', role: 'reader', signsInBy: [] } })
    const link = made.json.passwordLink.split('#')[1]
    const weak = await world.send('PUT', '/api/v1/password', { body: { link, password: 'short' } })
    expect([weak.status, weak.json.code]).toEqual([422, 'password-weak'])
    const body = { link, password: 'several plain words here' }
    expect((await world.send('PUT', '/api/v1/password', { body })).json.signsInBy).toEqual(['password'])
    expect((await world.send('PUT', '/api/v1/password', { body })).json.code).toBe('password-link-invalid')
    const signIn = { email: 'ida@example.com', password: 'several plain words here' }
    expect((await world.send('POST', '/api/v1/session', { body: signIn })).status).toBe(201)
    const kept = JSON.stringify(await world.house.store.read.selectFrom('people').selectAll().execute())
    expect(kept).not.toContain('several plain')
  })

  it('F29 are there once for one key, and the link is shown once and kept nowhere', async () => {
    const body = { name: 'Key Example', email: 'key@example.com' }
    const headers = { 'idempotency-key': 'one-key-for-one-person' }
    const first = await asAdmin('POST', '/api/v1/people', body, headers)
    const again = await asAdmin('POST', '/api/v1/people', body, headers)
    expect(first.json.passwordLink).toMatch(/^http:\/\/localhost:4070\/set-password#[\w-]{43}$/)
    expect(again.json).toEqual({ ...first.json, passwordLink: null })
    const secret = first.json.passwordLink.split('#')[1]
    for (const table of ['idempotency', 'password_links', 'audit'] as const)
      expect(JSON.stringify(await world.house.store.read.selectFrom(table).selectAll().execute())).not.toContain(secret)
    expect(world.lines.join('')).not.toContain(secret)
  })

  it('have one address each', async () => {
    const body = { name: 'Root Again', email: 'ROOT.example@example.com' }
    expect((await asAdmin('POST', '/api/v1/people', body)).json.code).toBe('email-taken')
    const other = await samplePerson(world.house, 'reader')
    const change = await asAdmin('PATCH', `/api/v1/people/${other.id}`, { email: 'Root.Example@example.com' })
    expect(change.json.code).toBe('email-taken')
  })

  it('F31 change nothing of themselves that is not theirs to change', async () => {
    const { cookie } = await samplePerson(world.house, 'reader')
    for (const body of [
      { role: 'admin' },
      { id: 'x' },
      { disabled: false },
      { password: 'x' },
      { email: 'a@example.com' },
    ])
      expect((await world.send('PATCH', '/api/v1/profile', { cookie, body })).status).toBe(400)
  })

  it('are listed page by page, each once', async () => {
    const names: string[] = []
    for (let after = ''; ; ) {
      const { json } = await asAdmin('GET', `/api/v1/people?limit=2${after}`)
      names.push(...json.items.map(({ name }: { name: string }) => name))
      if (json.next === null) break
      after = `&after=${json.next}`
    }
    expect(names).toEqual([...new Set(names)].sort())
    expect(names).toContain('Root Example')
  })

  it('are never without an admin, also of two who go at once', async () => {
    expect((await asAdmin('PATCH', `/api/v1/people/${admin.id}`, { role: 'lead' })).json.code).toBe('last-admin')
    expect((await asAdmin('PATCH', `/api/v1/people/${admin.id}`, { disabled: true })).json.code).toBe('last-admin')
    const other = await samplePerson(world.house, 'admin')
    const both = await Promise.all([
      asAdmin('PATCH', `/api/v1/people/${other.id}`, { role: 'reader' }),
      world.send('PATCH', `/api/v1/people/${admin.id}`, { cookie: other.cookie, body: { role: 'reader' } }),
    ])
    expect(both.map(({ status }) => status).sort()[0]).toBe(200)
    const { json } = await world.send('GET', '/api/v1/session', { cookie: admin.cookie })
    const { json: theirs } = await world.send('GET', '/api/v1/session', { cookie: other.cookie })
    expect([json.person.role, theirs.person.role].filter((role) => role === 'admin')).toHaveLength(1)
    if (theirs.person.role === 'admin') admin = other
  })
})

describe('F34 sessions', () => {
  it('take a new role at the next request', async () => {
    const person = await samplePerson(world.house, 'admin')
    const list = () => world.send('GET', '/api/v1/people', { cookie: person.cookie })
    expect((await list()).status).toBe(200)
    await asAdmin('PATCH', `/api/v1/people/${person.id}`, { role: 'reader' })
    expect((await list()).json.code).toBe('not-permitted')
  })

  it('end at once with the person, as tokens do, and stay so', async () => {
    const person = await samplePerson(world.house, 'writer')
    const token = await sampleToken(world.house, person.id, ['read'])
    const ask = async () => [
      (await world.send('GET', '/api/v1/session', { cookie: person.cookie })).status,
      (await world.send('GET', '/api/v1/session', { token })).status,
    ]
    expect(await ask()).toEqual([200, 200])
    expect((await asAdmin('PATCH', `/api/v1/people/${person.id}`, { disabled: true })).json.disabled).toBe(true)
    expect(await ask()).toEqual([401, 401])
    await asAdmin('PATCH', `/api/v1/people/${person.id}`, { disabled: false })
    expect(await ask()).toEqual([401, 401])
  })

  it('are ended by an administrator, who leaves a line in the log where that is refused', async () => {
    const person = await samplePerson(world.house, 'reader')
    const path = `/api/v1/people/${person.id}/sessions`
    expect((await world.send('DELETE', path, { cookie: person.cookie })).status).toBe(403)
    const line = world.lines
      .map((text) => JSON.parse(text))
      .find(({ msg, actor }) => msg === 'refused' && actor === person.id)
    expect(line).toMatchObject({ code: 'not-permitted', requestId: expect.any(String) })
    expect((await asAdmin('DELETE', path)).status).toBe(204)
    expect((await world.send('GET', '/api/v1/session', { cookie: person.cookie })).status).toBe(401)
    expect((await asAdmin('DELETE', `/api/v1/people/${'0'.repeat(26)}/sessions`)).status).toBe(404)
  })

  it('of a disabled person do not begin, with the right password', async () => {
    const { id, who } = await withPassword('Gone Example')
    await asAdmin('PATCH', `/api/v1/people/${id}`, { disabled: true })
    expect((await world.send('POST', '/api/v1/session', { body: who })).json.code).toBe('credentials-wrong')
    expect((await asAdmin('POST', `/api/v1/people/${id}/password-link`)).json.code).toBe('person-disabled')
  })

  it('are not taken over: the secret that was there before signing in is worth nothing after', async () => {
    const { who } = await withPassword('Fix Example')
    const planted = await samplePerson(world.house, 'reader')
    const { headers } = await world.send('POST', '/api/v1/session', { cookie: planted.cookie, body: who })
    expect(cookieOf(headers)).not.toBe(planted.cookie)
    expect((await world.send('GET', '/api/v1/session', { cookie: planted.cookie })).status).toBe(401)
  })

  it('get a new secret every hour; the old one ends a minute later, and is worth nothing to a thief', async () => {
    const person = await samplePerson(world.house, 'reader')
    world.later(61 * 60 * 1000)
    const rotated = await world.send('GET', '/api/v1/session', { cookie: person.cookie })
    const next = cookieOf(rotated.headers)
    expect(next).not.toBe(person.cookie)
    expect((await world.send('GET', '/api/v1/session', { cookie: person.cookie })).status).toBe(200)
    world.later(61 * 1000)
    expect((await world.send('GET', '/api/v1/session', { cookie: person.cookie })).status).toBe(401)
    expect((await world.send('GET', '/api/v1/session', { cookie: next })).status).toBe(200)
  })

  it('end when they are silent or old, and are not brought back by a cookie that was kept', async () => {
    const person = await samplePerson(world.house, 'reader')
    world.later(31 * 24 * 3600 * 1000)
    expect((await world.send('GET', '/api/v1/session', { cookie: person.cookie })).status).toBe(401)
    admin = await samplePerson(world.house, 'admin', 'Root Later')
  })

  it('are listed and ended one by one, and none of others', async () => {
    const { who } = await withPassword('Two Example')
    const one = cookieOf((await world.send('POST', '/api/v1/session', { body: who })).headers)
    const two = cookieOf((await world.send('POST', '/api/v1/session', { body: who })).headers)
    const { json } = await world.send('GET', '/api/v1/sessions', { cookie: one })
    expect(json.items).toHaveLength(2)
    const other = json.items.find(({ current }: { current: boolean }) => !current)
    const stranger = await samplePerson(world.house, 'admin')
    const path = `/api/v1/sessions/${other.id}`
    expect((await world.send('DELETE', path, { cookie: stranger.cookie })).status).toBe(404)
    expect((await world.send('DELETE', path, { cookie: one })).status).toBe(204)
    expect((await world.send('GET', '/api/v1/session', { cookie: two })).status).toBe(401)
    expect((await world.send('GET', '/api/v1/session', { cookie: one })).status).toBe(200)
  })

  it('but one end with a new password, which asks for the old one', async () => {
    const { who } = await withPassword('Change Example')
    const one = cookieOf((await world.send('POST', '/api/v1/session', { body: who })).headers)
    const two = cookieOf((await world.send('POST', '/api/v1/session', { body: who })).headers)
    const put = (current: string, password: string) =>
      world.send('PUT', '/api/v1/profile/password', { cookie: one, body: { current, password } })
    expect((await put('guessed', 'other plain words here')).json.code).toBe('credentials-wrong')
    expect((await put(who.password, 'short')).json.code).toBe('password-weak')
    expect((await put(who.password, 'other plain words here')).status).toBe(204)
    expect((await world.send('GET', '/api/v1/session', { cookie: one })).status).toBe(200)
    expect((await world.send('GET', '/api/v1/session', { cookie: two })).status).toBe(401)
    expect((await world.send('POST', '/api/v1/session', { body: who })).status).toBe(401)
  })
})

describe('F33 guessing passwords', () => {
  it('is stopped for a while, also with the right one, and tells nothing of who is known', async () => {
    const { who } = await withPassword('Guessed Example')
    const tries = async (email: string) => {
      const answers: unknown[] = []
      // The first eight are counted without asking, for each question costs a scrypt.
      for (let at = 0; at < 8; at++) signInLimitOf(world.house).take('192.0.2.9', email, world.house.now())
      for (let at = 8; at < 11; at++) {
        const { status, json } = await world.send('POST', '/api/v1/session', { body: { email, password: 'wrong' } })
        answers.push([status, json.code, json.detail])
      }
      return answers
    }
    const known = await tries(who.email)
    expect(await tries('nobody-at-all@example.com')).toEqual(known)
    expect(known.at(-1)).toEqual([429, 'sign-in-limited', expect.stringContaining('too many tries')])
    const right = await world.send('POST', '/api/v1/session', { body: who })
    expect([right.status, Number(right.headers.get('retry-after')) > 0]).toEqual([429, true])
    world.later(15 * 60 * 1000 + 1)
    expect((await world.send('POST', '/api/v1/session', { body: who })).status).toBe(201)
  })
})
