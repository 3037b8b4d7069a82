/** Who does something: a person with what they may, a stranger, or the server itself. */
import type { Permission, Role } from './permissions.ts'

/** A person who is signed in, or whose token was sent. */
export interface Person {
  readonly kind: 'person'
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly permissions: ReadonlySet<Permission>
  readonly via: 'session' | 'token'
  /** The session or the token. */
  readonly credential: string
}

/** Nobody that we know. */
export interface Stranger {
  readonly kind: 'stranger'
}

/** The server's own work. */
export interface System {
  readonly kind: 'system'
  readonly name: string
}

/** Whoever it is. */
export type Actor = Person | Stranger | System

/** The name under which the audit and the record know an actor. */
export function actorName(actor: Actor): string {
  return actor.kind === 'stranger' ? 'nobody' : actor.name
}
