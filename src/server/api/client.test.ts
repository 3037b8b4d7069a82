import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeClient } from '../../../client/nevertwice.ts'
import { clientSource } from '../../../scripts/client-source.ts'
import { BASE, sampleHouse } from '../sample-house.ts'
import { samplePerson, sampleToken } from '../sample-people.ts'
import { ENDPOINTS } from './endpoints.ts'
import { openApi } from './open-api.ts'
import { schemaToType } from './schema-to-type.ts'

let world: Awaited<ReturnType<typeof sampleHouse>>
beforeAll(async () => {
  world = await sampleHouse()
})
afterAll(() => world.close())

describe('the client', () => {
  it('is the one that the API describes', () => {
    const file = readFileSync(new URL('../../../client/nevertwice.ts', import.meta.url), 'utf8')
    expect(file === clientSource(openApi(ENDPOINTS)), 'client/nevertwice.ts is out of date: run `npm run client`').toBe(
      true,
    )
  })

  it('calls the server with a token, and throws what the server refuses', async () => {
    const person = await samplePerson(world.house, 'reader')
    const token = await sampleToken(world.house, person.id, ['read'])
    const send = async (url: string, init: RequestInit) => world.app.request(url, init)
    const call = makeClient({ baseUrl: BASE, token, send })
    const { status, body } = await call('GET /api/v1/session', {})
    expect([status, body.person.email, body.via]).toEqual([200, person.email, 'token'])
    await expect(call('DELETE /api/v1/session', { query: { everywhere: 'true' } })).rejects.toMatchObject({
      name: 'NevertwiceProblem',
      status: 403,
      code: 'session-only',
    })
    expect((await call('GET /api/docs.css', {})).body).toContain('color-scheme')
  })
})

it('writes schemas as types', () => {
  expect(
    schemaToType({
      type: 'object',
      required: ['a'],
      properties: {
        a: { type: ['string', 'null'] },
        'b-c': { type: 'array', items: { anyOf: [{ $ref: '#/components/schemas/Person' }, { type: 'null' }] } },
        d: { enum: ['x', 'y'] },
        e: { type: 'object', additionalProperties: { type: 'integer' } },
      },
    }),
  ).toBe(
    '{ readonly a: string | null; readonly "b-c"?: readonly (Person | null)[]; readonly d?: "x" | "y"; readonly e?: { readonly [name: string]: number } }',
  )
})
