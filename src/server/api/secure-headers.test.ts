import { afterAll, beforeAll, expect, it } from 'vitest'
import { sampleHouse } from '../sample-house.ts'
import { makeApp } from './app.ts'

let world: Awaited<ReturnType<typeof sampleHouse>>
beforeAll(async () => {
  world = await sampleHouse()
})
afterAll(() => world.close())

it.each(['/healthz', '/api/docs', '/api/v1/session', '/no-such-path', '/api/v1/sign-in/provider'])(
  'F36 %s is not framed, not sniffed, not kept, and runs nothing that stands in a page',
  async (path) => {
    const { headers } = await world.send('GET', path)
    const policy = headers.get('content-security-policy')!
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|\*/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('access-control-allow-origin')).toBe(null)
    expect(headers.get('strict-transport-security')).toBe(null)
  },
)

it('demands TLS, and cookies that are sent by TLS alone, where browsers reach it so', async () => {
  const baseUrl = 'https://postmortems.example.com'
  const app = makeApp({ ...world.house, settings: { ...world.house.settings, baseUrl } })
  const body = { name: 'Owner Example', email: 'o@example.com', password: 'several plain words here' }
  const answer = await app.request('/api/v1/owner', {
    method: 'POST',
    headers: { origin: baseUrl, 'content-type': 'application/json' },
    body: JSON.stringify({ ...body, link: await world.ownerLink() }),
  })
  expect(answer.headers.get('strict-transport-security')).toMatch(/^max-age=31536000/)
  expect(answer.headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Lax; .*; Secure$/)
})
