import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sampleHouse } from '../sample-house.ts'
import { samplePerson, sampleToken } from '../sample-people.ts'
import { type Account, CLIENT, sampleProvider, throughProvider } from '../sample-provider.ts'
import { ATTEMPT_COOKIE } from './attempt.ts'

let world: Awaited<ReturnType<typeof sampleHouse>>
let provider: Awaited<ReturnType<typeof sampleProvider>>
let admin: Awaited<ReturnType<typeof samplePerson>>
beforeAll(async () => {
  world = await sampleHouse()
  provider = await sampleProvider(world.house.now)
  admin = await samplePerson(world.house, 'admin')
  await set('issuer', provider.issuer)
  await set('clientId', CLIENT.id)
  await set('scope', 'openid profile email groups')
  await set('roles', { 'sre-leads': 'lead', engineers: 'writer', owners: 'admin' })
  const body = { value: CLIENT.secret }
  await world.send('PUT', '/api/v1/secrets/sign-in.client-secret', { cookie: admin.cookie, body })
})
afterAll(async () => {
  await provider.close()
  await world.close()
})
beforeEach(() => {
  provider.lies(null)
  world.later(60_000)
})

const IDA: Account = {
  sub: 'ida',
  email: 'Ida.Provider@example.com',
  email_verified: true,
  name: 'Ida Provider',
  groups: ['engineers', 'tennis'],
}

const PIA: Account = { sub: 'pia', email: 'pia@example.com', email_verified: true, groups: ['engineers'] }

const set = async (key: string, value: unknown) => {
  const path = `/api/v1/settings/signIn.provider.${key}`
  const { status } = await world.send('PUT', path, { cookie: admin.cookie, body: { value } })
  expect(status).toBe(200)
}
const begin = async (returnTo = '/') => {
  const answer = await world.send('GET', `/api/v1/sign-in/provider?returnTo=${encodeURIComponent(returnTo)}`)
  return { ...answer, to: answer.headers.get('location')!, attempt: cookieOf(answer.headers) }
}
const cookieOf = (headers: Headers) => headers.get('set-cookie')?.split(';')[0] ?? ''
const sessionOf = (headers: Headers) => headers.getSetCookie()[0]!.split(';')[0]!
/** As a browser comes back: from another site. */
const comeBack = (path: string, cookie: string) =>
  world.send('GET', path, { cookie, headers: { origin: 'null', 'sec-fetch-site': 'cross-site' } })
const signIn = async (who: Account | null, returnTo?: string) => {
  provider.signsIn(who)
  const { to, attempt } = await begin(returnTo)
  return comeBack(await throughProvider(to), attempt)
}
const me = async (cookie: string) => (await world.send('GET', '/api/v1/session', { cookie })).json

describe('signing in at an OpenID provider', () => {
  it('is told as a way, and leads there with state, nonce and a PKCE challenge', async () => {
    expect((await world.send('GET', '/api/v1/sign-in')).json).toEqual({
      password: true,
      provider: { name: 'single sign-on' },
    })
    const { status, to, headers } = await begin('/incidents')
    expect(status).toBe(303)
    const query = new URL(to).searchParams
    for (const name of ['state', 'nonce', 'code_challenge']) expect(query.get(name)!.length).toBeGreaterThan(30)
    expect([query.get('code_challenge_method'), query.get('response_type')]).toEqual(['S256', 'code'])
    expect(headers.get('set-cookie')).toMatch(/^nevertwice_sign_in=v1\..*HttpOnly; SameSite=Lax; Max-Age=600$/)
    expect(headers.get('set-cookie')).not.toContain(query.get('state'))
  })

  it('makes the person the first time, with the role of the groups, and goes where it was begun', async () => {
    const answer = await signIn(IDA, '/incidents?severity=P1#top')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/incidents?severity=P1#top'])
    const { person, via } = await me(sessionOf(answer.headers))
    expect(person).toMatchObject({
      name: 'Ida Provider',
      email: 'ida.provider@example.com',
      role: 'writer',
      signsInBy: ['provider'],
    })
    expect(via).toBe('session')
    expect(answer.headers.getSetCookie()[1]).toMatch(new RegExp(`^${ATTEMPT_COOKIE}=;.*Max-Age=0`))
    const again = await signIn(IDA)
    expect((await me(sessionOf(again.headers))).person.id).toBe(person.id)
  })

  it('follows the groups each time, the highest of them, but never leaves nobody to administer', async () => {
    const role = async (groups: string[]) => {
      const answer = await signIn({ ...IDA, groups })
      return (await me(sessionOf(answer.headers))).person.role
    }
    expect(await role(['engineers', 'sre-leads'])).toBe('lead')
    expect(await role(['engineers'])).toBe('writer')
    expect(await role(['owners'])).toBe('admin')
    await world.send('PATCH', `/api/v1/people/${admin.id}`, { cookie: admin.cookie, body: { role: 'reader' } })
    expect(await role(['engineers'])).toBe('admin')
    const answer = await signIn({ ...IDA, groups: ['owners'] })
    const cookie = sessionOf(answer.headers)
    await world.send('PATCH', `/api/v1/people/${admin.id}`, { cookie, body: { role: 'admin' } })
    expect(await role(['engineers'])).toBe('writer')
  })

  it('links who is here by an address that the provider has verified, and nobody otherwise', async () => {
    const local = await samplePerson(world.house, 'reader', 'Local Person')
    const claims = { email: local.email, name: 'Other Name', groups: ['engineers'] }
    const unverified = await signIn({ ...claims, sub: 'taker' })
    expect(unverified.json).toMatchObject({ status: 409, code: 'email-taken' })
    const linked = await signIn({ ...claims, sub: 'local', email_verified: true })
    expect((await me(sessionOf(linked.headers))).person).toMatchObject({ id: local.id, name: 'Local Person' })
    const other = await signIn({ ...claims, sub: 'another', email_verified: true })
    expect(other.json.code).toBe('email-taken')
  })

  it('keeps out who is disabled', async () => {
    const answer = await signIn({ ...IDA, sub: 'gone', email: 'gone@example.com' })
    const { person } = await me(sessionOf(answer.headers))
    await world.send('PATCH', `/api/v1/people/${person.id}`, { cookie: admin.cookie, body: { disabled: true } })
    const again = await signIn({ ...IDA, sub: 'gone', email: 'gone@example.com' })
    expect(again.json).toMatchObject({ status: 403, code: 'person-disabled' })
    expect(again.headers.get('set-cookie')).toBe(null)
  })
})

describe('F35 what does not hold is refused, and said', () => {
  const refusedWith = async (answer: Awaited<ReturnType<typeof comeBack>>, code: string) => {
    expect(answer.json).toMatchObject({ code })
    expect([403, 503]).toContain(answer.status)
    expect(answer.headers.get('set-cookie') ?? '').not.toContain('nevertwice_session')
    const rows = await world.house.store.read.selectFrom('audit').selectAll().orderBy('seq', 'desc').limit(1).execute()
    expect(rows[0]).toMatchObject({ verb: 'session.refused' })
    expect(rows[0]!.data).toContain(code)
  }

  it('another state, none, an attempt of another browser, and one that is ten minutes old', async () => {
    provider.signsIn(IDA)
    const { to, attempt } = await begin()
    const back = await throughProvider(to)
    const turned = back.replace(/state=[^&]+/, 'state=guessed')
    await refusedWith(await comeBack(turned, attempt), 'sign-in-not-begun')
    await refusedWith(await comeBack(back.replace(/&?state=[^&]+/, ''), attempt), 'sign-in-not-begun')
    await refusedWith(await comeBack(back, ''), 'sign-in-not-begun')
    await refusedWith(await comeBack(back, (await begin()).attempt), 'sign-in-not-begun')
    await refusedWith(await comeBack(back, `${ATTEMPT_COOKIE}=v1.AAAA.BBBB.CCCC`), 'sign-in-not-begun')
    world.later(10 * 60 * 1000)
    await refusedWith(await comeBack(back, attempt), 'sign-in-not-begun')
  })

  it('a code that was used before', async () => {
    provider.signsIn(IDA)
    const { to, attempt } = await begin()
    const back = await throughProvider(to)
    expect((await comeBack(back, attempt)).status).toBe(303)
    await refusedWith(await comeBack(back, attempt), 'provider-answer-refused')
  })

  it('another issuer in the address', async () => {
    provider.signsIn(IDA)
    const { to, attempt } = await begin()
    const back = (await throughProvider(to)).replace(/iss=[^&]+/, 'iss=https%3A%2F%2Fevil.example')
    await refusedWith(await comeBack(back, attempt), 'provider-answer-refused')
  })

  it.each([
    ['another nonce', { claims: { nonce: 'another' } }],
    ['no nonce', { claims: { nonce: undefined } }],
    ['another issuer', { claims: { iss: 'https://evil.example' } }],
    ['another audience', { claims: { aud: 'another-client' } }],
    ['a time that is over', { claims: { exp: 1 } }],
    ['another key', { signed: 'foreign' }],
    ['no algorithm', { signed: 'none' }],
    ['an algorithm that takes the public key for a secret', { signed: 'HS256' }],
  ] as const)('an ID token with %s', async (_, lie) => {
    provider.lies(lie)
    await refusedWith(await signIn(IDA), 'provider-answer-refused')
  })

  it('clocks that are five minutes apart, either way; one minute is borne', async () => {
    const now = () => Math.round(world.house.now() / 1000)
    for (const [seconds, status] of [
      [300, 403],
      [-300, 403],
      [50, 303],
      [-50, 303],
    ] as const) {
      provider.lies({ claims: { iat: now() + seconds, exp: now() + seconds + 600 } })
      const answer = await signIn(IDA)
      expect([seconds, answer.status]).toEqual([seconds, status])
      if (status === 403) await refusedWith(answer, 'clocks-apart')
    }
    provider.lies({ claims: { iat: now() - 700, exp: now() - 100 } })
    await refusedWith(await signIn(IDA), 'provider-answer-refused')
  })

  it('who does not give leave, and who gives no address', async () => {
    await refusedWith(await signIn(null), 'provider-refused')
    await refusedWith(await signIn({ sub: 'nameless', groups: ['engineers'] }), 'claims-missing')
  })

  it('a group that was taken away: out everywhere, with every token', async () => {
    const who = { ...IDA, sub: 'removed', email: 'removed@example.com' }
    const session = sessionOf((await signIn(who)).headers)
    const { person } = await me(session)
    const token = await sampleToken(world.house, person.id, ['read'])
    const answer = await signIn({ ...who, groups: ['tennis'] })
    expect(answer.json).toMatchObject({ status: 403, code: 'no-role' })
    expect((await world.send('GET', '/api/v1/session', { cookie: session })).status).toBe(401)
    expect((await world.send('GET', '/api/v1/session', { token })).status).toBe(401)
  })

  it('a stranger, where no role is set for who comes', async () => {
    await set('roles', {})
    expect((await signIn({ ...IDA, sub: 'new', email: 'new@example.com' })).json.code).toBe('no-role')
    await set('defaultRole', 'reader')
    const answer = await signIn({ ...IDA, sub: 'new', email: 'new@example.com' })
    expect((await me(sessionOf(answer.headers))).person.role).toBe('reader')
    await set('defaultRole', 'none')
    await set('roles', { engineers: 'writer' })
  })

  it('a provider that is down, before and on the way; the owner link works still', async () => {
    provider.signsIn(IDA)
    const { to, attempt } = await begin()
    const back = await throughProvider(to)
    await provider.close()
    await refusedWith(await comeBack(back, attempt), 'provider-unreachable')
    world.later(61 * 60 * 1000)
    const down = await world.send('GET', '/api/v1/sign-in/provider')
    expect([down.status, down.json.code, down.headers.get('retry-after')]).toEqual([503, 'provider-unreachable', '10'])
    expect(down.json.detail).toContain('owner-link')
    const body = { name: 'Owner Example', email: 'owner@example.com', password: 'several plain words here' }
    const owner = await world.send('POST', '/api/v1/owner', { body: { ...body, link: await world.ownerLink() } })
    expect([owner.status, owner.json.role]).toEqual([201, 'admin'])
    provider = await sampleProvider(world.house.now)
    admin = await samplePerson(world.house, 'admin')
    await set('issuer', provider.issuer)
    expect((await signIn(PIA)).status).toBe(303)
    // Who came from another provider before is not taken for the same; an administrator unlinks them first.
    expect((await signIn(IDA)).json.code).toBe('email-taken')
    const { items } = (await world.send('GET', '/api/v1/people?limit=200', { cookie: admin.cookie })).json
    const { id } = items.find(({ email }: { email: string }) => email === IDA.email!.toLowerCase())
    const unlink = { cookie: admin.cookie, body: { unlinkProvider: true } }
    expect((await world.send('PATCH', `/api/v1/people/${id}`, unlink)).json.signsInBy).toEqual([])
    expect((await me(sessionOf((await signIn(IDA)).headers))).person.id).toBe(id)
  })

  it('logs no code, no state and no secret', () => {
    const text = world.lines.join('')
    expect(text).toContain('a sign-in was refused')
    expect(text).not.toMatch(/[?&](code|state)=|eyJ[\w-]{10}/)
    expect(text).not.toContain(CLIENT.secret)
  })
})

describe('F36 after signing in', () => {
  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '\\\\evil.example',
    '/%09/evil.example\t',
    '/./\t/evil.example',
    '/..//evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
    'http:evil.example',
    '/a\r\nset-cookie: x=y',
  ])('nobody is sent on to %j', async (returnTo) => {
    const { headers } = await signIn(PIA, returnTo)
    const to = headers.get('location')!
    expect(new URL(to, 'http://localhost:4070').origin).toBe('http://localhost:4070')
    expect(to).toBe('/')
  })
})
