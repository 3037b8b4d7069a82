/** What the requests of the walker test are made with. */
import type { Role } from '../auth/permissions.ts'
import type { House } from '../house.ts'
import type { SendOptions, sampleHouse } from '../sample-house.ts'
import type { samplePerson } from '../sample-people.ts'
import type { sampleProvider } from '../sample-provider.ts'

/** What an example makes its request with. */
export interface ExampleWorld {
  readonly world: Awaited<ReturnType<typeof sampleHouse>>
  readonly house: House
  /** An administrator, who prepares what an example needs. */
  readonly admin: { readonly id: string; readonly cookie: string }
  /** Who sends the request: has the least role that may. */
  readonly person: { readonly id: string; readonly name: string; readonly email: string; readonly cookie: string }
  /** Sends as the administrator and gives the JSON of the answer; throws where it was refused. */
  readonly ask: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<ReturnType<typeof JSON.parse>>
  readonly someone: (role: Role) => ReturnType<typeof samplePerson>
  /** An OpenID provider that runs. */
  readonly provider: () => ReturnType<typeof sampleProvider>
  /** A different name each time. */
  readonly name: (of: string) => string
}

/** The request: a path with its values and query in place, and what goes with it. */
export interface ExampleRequest extends SendOptions {
  readonly path: string
}
