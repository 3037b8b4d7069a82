/** What runs beside the HTTP application for as long as the server does: live editing, jobs, the private socket. */
import type { ServerType } from '@hono/node-server'
import type { House } from './house.ts'

/** What a part is given. */
export interface Surroundings {
  readonly house: House
  /** The listening server, for parts that take over connections (`upgrade`). */
  readonly server: ServerType
}

/** A part that runs. */
export interface RunningPart {
  /** Ends it once its work is safe; called when no new connections are taken, while requests may still be answered. */
  readonly stop: () => Promise<void>
}

/** One part. */
export interface Part {
  readonly name: string
  readonly start: (surroundings: Surroundings) => Promise<RunningPart>
}
