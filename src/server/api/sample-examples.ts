/** One request for every endpoint that succeeds, for the tests that walk over all of them. */

import type { Role } from '../auth/permissions.ts'
import type { House } from '../house.ts'
import type { SendOptions, sampleHouse } from '../sample-house.ts'
import type { samplePerson } from '../sample-people.ts'

/** What an example makes its request with. */
export interface ExampleWorld {
  readonly world: Awaited<ReturnType<typeof sampleHouse>>
  readonly house: House
  /** An administrator, who prepares what an example needs. */
  readonly admin: { readonly id: string; readonly cookie: string }
  /** Who sends the request: has the least role that may. */
  readonly person: { readonly id: string; readonly name: string; readonly email: string; readonly cookie: string }
  /** Sends as the administrator and gives the JSON of the answer; throws where it was refused. */
  readonly ask: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<ReturnType<typeof JSON.parse>>
  readonly someone: (role: Role) => ReturnType<typeof samplePerson>
  /** A different name each time. */
  readonly name: (of: string) => string
}

/** The request: a path with its values and query in place, and what goes with it. */
export interface ExampleRequest extends SendOptions {
  readonly path: string
}

/** Examples by endpoint, sorted by path as the list of endpoints is read. */
export const EXAMPLES: Readonly<Record<string, (world: ExampleWorld) => ExampleRequest | Promise<ExampleRequest>>> = {
  'GET /api/docs': () => ({ path: '/api/docs' }),
  'GET /api/docs.css': () => ({ path: '/api/docs.css' }),
  'GET /api/v1/openapi.json': () => ({ path: '/api/v1/openapi.json' }),
  'POST /api/v1/owner': async ({ world, name }) => ({
    path: '/api/v1/owner',
    body: {
      link: await world.ownerLink(),
      name: 'Owner Example',
      email: `${name('owner')}@example.com`,
      password: 'four plain words here',
    },
  }),
  'GET /api/v1/session': () => ({ path: '/api/v1/session' }),
  'DELETE /api/v1/session': () => ({ path: '/api/v1/session?everywhere=true' }),
  'POST /api/v1/session': async ({ world, name }) => {
    const who = { email: `${name('owner')}@example.com`, password: 'four plain words here' }
    const link = await world.ownerLink()
    await world.send('POST', '/api/v1/owner', { body: { link, name: 'Owner Example', ...who } })
    return { path: '/api/v1/session', body: who }
  },
  'GET /healthz': () => ({ path: '/healthz' }),
  'GET /readyz': () => ({ path: '/readyz' }),
}
