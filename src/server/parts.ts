/** Every part, in the order in which they are started; they are stopped the other way round. A new one is a line here. */
import type { Part } from './part.ts'
import { privateSocket } from './private-socket.ts'

/** All of them. */
export const PARTS: readonly Part[] = [privateSocket]
