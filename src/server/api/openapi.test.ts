import { afterAll, beforeAll, expect, it } from 'vitest'
import { sampleHouse } from '../sample-house.ts'

let world: Awaited<ReturnType<typeof sampleHouse>>
beforeAll(async () => {
  world = await sampleHouse()
})
afterAll(() => world.close())

it('describes the API as OpenAPI 3.1, with how to sign in and where it is', async () => {
  const { json } = await world.send('GET', '/api/v1/openapi.json')
  expect(json).toMatchObject({
    openapi: '3.1.0',
    servers: [{ url: 'http://localhost:4070' }],
    components: { securitySchemes: { session: { in: 'cookie' }, token: { scheme: 'bearer' } } },
  })
  expect(json.paths['/api/v1/session'].post.security).toEqual([])
  expect(json.paths['/api/v1/session'].delete.security).toEqual([{ session: [] }])
  const refs = [...JSON.stringify(json).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name!)
  for (const name of refs) expect(json.components.schemas).toHaveProperty(name)
})

it('is a page that the policy of the pages lets through: no script, no style in place, nothing from elsewhere', async () => {
  const { text, headers } = await world.send('GET', '/api/docs')
  expect(headers.get('content-type')).toMatch(/^text\/html/)
  expect(headers.get('content-security-policy')).toContain("style-src 'self'")
  expect(text).not.toMatch(/<script|<style|\sstyle=|\son\w+=|(src|href)="(?:https?:)?\/\//i)
  expect(text).toContain('<code>DELETE /api/v1/session</code>')
  expect(text).toContain('POST /api/v1/owner')
  expect((await world.send('GET', '/api/docs.css')).headers.get('content-type')).toMatch(/^text\/css/)
})
