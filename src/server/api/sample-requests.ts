/** Makes the requests of the examples in a sample house, each sent by who has the least role that may. */
import { PERMISSIONS, ROLES, type Role } from '../auth/permissions.ts'
import type { sampleHouse } from '../sample-house.ts'
import { samplePerson } from '../sample-people.ts'
import { sampleProvider } from '../sample-provider.ts'
import type { Endpoint } from './endpoint.ts'
import { endpointName } from './endpoint-name.ts'
import type { ExampleRequest, ExampleWorld } from './sample-example-world.ts'
import { EXAMPLES } from './sample-examples.ts'

/** The requests of one house; the same in the same order in every house, but for what is random. */
export function sampleRequests(world: Awaited<ReturnType<typeof sampleHouse>>) {
  const { house } = world
  let count = 0
  let running: ReturnType<typeof sampleProvider> | null = null
  const someone = (role: Role) => samplePerson(house, role, `${role} Number ${++count}`)

  const requestOf = async (endpoint: Endpoint): Promise<ExampleRequest> => {
    const name = endpointName(endpoint)
    const example = EXAMPLES[name]
    if (!example)
      throw new Error(
        `${name} has no example. Add a line to EXAMPLES in src/server/api/sample-examples.ts: a request that succeeds for the least role that may ("${endpoint.may}").`,
      )
    // Time passes between two examples, so that what one client may ask in a second is no part of what is tested.
    world.later(20_000)
    const admin = await someone('admin')
    const person = await someone(ROLES[PERMISSIONS.indexOf(endpoint.may ?? 'read')]!)
    const ask: ExampleWorld['ask'] = async (method, path, body, headers = {}) => {
      const answer = await world.send(method, path, { body, headers, cookie: admin.cookie })
      if (answer.status < 300) return answer.json
      throw new Error(`${name}: ${method} ${path} was answered with ${answer.status} ${answer.text}`)
    }
    const request = await example({
      world,
      house,
      admin,
      person,
      ask,
      someone,
      provider: () => {
        running ??= sampleProvider(house.now)
        return running
      },
      name: (of) => `${of}-${++count}`,
    })
    const guarded = endpoint.who === 'session' || endpoint.who === 'token'
    return guarded && request.cookie === undefined && request.token === undefined
      ? { ...request, cookie: person.cookie }
      : request
  }
  return { requestOf, close: async () => (await running)?.close() }
}
