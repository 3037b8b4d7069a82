import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BASE, type SampleHouse, sampleHouse } from '../sample-house.ts'

let world: SampleHouse
beforeAll(async () => {
  world = await sampleHouse()
})
afterAll(() => world.close())

const FORM = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
const post = (path: string, fields: Record<string, string>, options: { cookie?: string; origin?: string } = {}) =>
  world.app.request(path, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { ...FORM, origin: options.origin ?? BASE, ...(options.cookie ? { cookie: options.cookie } : {}) },
  })
const cookieOf = (response: Response) => response.headers.getSetCookie()[0]!.split(';')[0]!
const ADA = { name: 'Ada <Example>', email: 'ada@example.com', password: 'four plain words here' }

describe('the pages', () => {
  it('say what this is and that nobody is here yet', async () => {
    const { status, headers, text } = await world.send('GET', '/')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect(text).toContain('Nobody is here yet')
  })

  it('hold nothing that the content security policy would refuse, and link to what is there', async () => {
    for (const path of ['/', '/api/docs', '/owner', '/sign-in']) {
      const { text } = await world.send('GET', path)
      expect(text).not.toMatch(/<style|style=|\son\w+=|<script>|javascript:/i)
      for (const [, target] of text.matchAll(/(?:href|src)="(\/[^"]*)"/g))
        expect((await world.send('GET', target!)).status, target).toBe(200)
      for (const [, target] of text.matchAll(/action="([^"]*)"/g))
        expect((await post(target!, {})).status, target).not.toBe(404)
    }
    expect((await world.send('GET', '/api/v1/openapi.json')).json.openapi).toBe('3.1.0')
  })

  it('make the owner by the link, whole or in part, and sign in and out, without any script', async () => {
    const link = await world.ownerLink()
    const weak = await post('/owner', { ...ADA, password: 'ada', link })
    expect(weak.status).toBe(422)
    const shown = await weak.text()
    expect(shown).toContain('role="alert"')
    expect(shown).toContain('value="Ada &lt;Example&gt;"')
    expect(shown).not.toContain('value="ada"')
    const made = await post('/owner', { ...ADA, link: `${BASE}/owner#${link}` })
    expect([made.status, made.headers.get('location')]).toEqual([303, '/'])
    const cookie = cookieOf(made)
    expect((await world.send('GET', '/', { cookie })).text).toContain('<strong>Ada &lt;Example&gt;</strong>')
    const out = await post('/sign-out', {}, { cookie })
    expect([out.status, cookieOf(out)]).toEqual([303, 'nevertwice_session='])
    expect((await world.send('GET', '/', { cookie })).text).toContain('href="/sign-in"')
    expect((await post('/sign-in', { ...ADA, password: 'wrong' })).status).toBe(401)
    const again = await post('/sign-in', ADA)
    expect(again.status).toBe(303)
    expect((await world.send('GET', '/', { cookie: cookieOf(again) })).text).toContain('You are signed in as')
    expect(world.lines.join('')).not.toContain(link)
  })

  it('F36 take no form from another site', async () => {
    const refused = await post('/sign-in', ADA, { origin: 'https://evil.example' })
    expect(refused.status).toBe(403)
    expect(refused.headers.getSetCookie()).toEqual([])
  })

  it('F26 take no more than a form needs, and nothing but a form', async () => {
    expect((await post('/sign-in', { ...ADA, email: 'a'.repeat(20_000) })).status).toBe(413)
    const json = await world.send('POST', '/sign-in', { body: { email: ADA.email, password: ADA.password } })
    expect(json.status).toBe(401)
  })
})
