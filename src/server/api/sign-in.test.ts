import { describe, expect, it } from 'vitest'
import { onEachDatabase } from '../sample-each-database.ts'

const OWNER = { name: 'Ada Example', email: 'Ada@example.com', password: 'four plain words here' }
const cookieOf = (headers: Headers) => headers.get('set-cookie')!.split(';')[0]!

onEachDatabase((_database, house) => {
  describe('F37 the first-run link', () => {
    it('makes one owner, once, in time, also of two at once', async () => {
      const { send, ownerLink } = house()
      expect((await send('POST', '/api/v1/owner', { body: { ...OWNER, link: 'guessed' } })).status).toBe(403)
      const late = await ownerLink()
      house().later(15 * 60 * 1000)
      expect((await send('POST', '/api/v1/owner', { body: { ...OWNER, link: late } })).json.code).toBe(
        'owner-link-invalid',
      )
      const link = await ownerLink()
      const both = await Promise.all([0, 1].map(() => send('POST', '/api/v1/owner', { body: { ...OWNER, link } })))
      expect(both.map(({ status }) => status).sort()).toEqual([201, 403])
      const { headers, json } = both.find(({ status }) => status === 201)!
      expect(json).toMatchObject({ email: 'ada@example.com', role: 'admin' })
      expect(headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/)
      const me = await send('GET', '/api/v1/session', { cookie: cookieOf(headers) })
      expect(me.json).toMatchObject({ via: 'session', permissions: ['read', 'write', 'lead', 'admin'] })
      expect((await send('POST', '/api/v1/owner', { body: { ...OWNER, link } })).status).toBe(403)
    })
  })

  describe('sessions', () => {
    it('begin with the right password, and end', async () => {
      const { send } = house()
      const signedIn = await send('POST', '/api/v1/session', { body: { email: OWNER.email, password: OWNER.password } })
      expect(signedIn.status).toBe(201)
      const cookie = cookieOf(signedIn.headers)
      expect((await send('GET', '/api/v1/session', { cookie })).status).toBe(200)
      expect((await send('DELETE', '/api/v1/session', { cookie })).status).toBe(204)
      expect((await send('GET', '/api/v1/session', { cookie })).status).toBe(401)
    })

    it('F33 tell a wrong password and an unknown person alike', async () => {
      const { send } = house()
      const wrong = await send('POST', '/api/v1/session', {
        body: { email: OWNER.email, password: 'wrong words here' },
      })
      const unknown = await send('POST', '/api/v1/session', {
        body: { email: 'nobody@example.com', password: 'wrong' },
      })
      const { requestId, ...told } = wrong.json
      const { requestId: other, ...toldToo } = unknown.json
      expect([wrong.status, told]).toEqual([unknown.status, toldToo])
      expect(requestId).not.toBe(other)
    })

    it('F36 are not used by other sites', async () => {
      const { send } = house()
      const signedIn = await send('POST', '/api/v1/session', { body: { email: OWNER.email, password: OWNER.password } })
      const cookie = cookieOf(signedIn.headers)
      const elsewhere: Record<string, string>[] = [
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { 'sec-fetch-site': 'cross-site' },
      ]
      for (const headers of elsewhere)
        expect((await send('DELETE', '/api/v1/session', { cookie, headers })).json.code).toBe('cross-site')
      expect((await send('GET', '/api/v1/session', { cookie })).status).toBe(200)
    })
  })

  describe('answers', () => {
    it('say what is wrong, with the field', async () => {
      const { send } = house()
      const { status, headers, json } = await send('POST', '/api/v1/session', { body: { email: 1, more: 2 } })
      expect(status).toBe(400)
      expect(headers.get('content-type')).toBe('application/problem+json')
      expect(json.fields.map(({ field }: { field: string }) => field)).toContain('body.email')
      expect((await send('GET', '/api/v1/nothing')).json.code).toBe('no-such-path')
      expect((await send('GET', '/healthz?more=1')).status).toBe(400)
    })
    it('never log a password or a cookie', () => {
      expect(house().lines.join('')).not.toMatch(/four plain words|nevertwice_session/)
    })
  })
})
