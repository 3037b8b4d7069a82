/** Who looks, as the store asks it. */
import type { Viewer } from '../store/incident-visibility.ts'
import type { Person } from './actor.ts'

/** An administrator sees everything; a token of one only where it may do what administrators may. */
export function viewerOf({ id, permissions }: Person): Viewer {
  return { id, admin: permissions.has('admin') }
}
