/** Every endpoint, sorted by its file. A new one is a file under `endpoints/` and a line here. */
import type { Endpoint } from './endpoint.ts'
import { getDocs } from './endpoints/description/get-docs.ts'
import { getDocsCss } from './endpoints/description/get-docs-css.ts'
import { getOpenapi } from './endpoints/description/get-openapi.ts'
import { getHealth } from './endpoints/operation/get-health.ts'
import { getReadiness } from './endpoints/operation/get-readiness.ts'
import { createOwner } from './endpoints/owner/create-owner.ts'
import { setPassword } from './endpoints/password/set-password.ts'
import { changePerson } from './endpoints/people/change-person.ts'
import { createPasswordLink } from './endpoints/people/create-password-link.ts'
import { createPerson } from './endpoints/people/create-person.ts'
import { getPerson } from './endpoints/people/get-person.ts'
import { listPeople } from './endpoints/people/list-people.ts'
import { changeProfile } from './endpoints/profile/change-profile.ts'
import { setOwnPassword } from './endpoints/profile/set-own-password.ts'
import { createSession } from './endpoints/session/create-session.ts'
import { deleteSession } from './endpoints/session/delete-session.ts'
import { getSession } from './endpoints/session/get-session.ts'
import { deleteOwnSession } from './endpoints/sessions/delete-own-session.ts'
import { listSessions } from './endpoints/sessions/list-sessions.ts'
import { createToken } from './endpoints/tokens/create-token.ts'
import { deleteToken } from './endpoints/tokens/delete-token.ts'
import { listTokens } from './endpoints/tokens/list-tokens.ts'

/** All of them. */
export const ENDPOINTS: readonly Endpoint[] = [
  getDocs,
  getDocsCss,
  getOpenapi,
  getHealth,
  getReadiness,
  createOwner,
  setPassword,
  changePerson,
  createPasswordLink,
  createPerson,
  getPerson,
  listPeople,
  changeProfile,
  setOwnPassword,
  createSession,
  deleteSession,
  getSession,
  deleteOwnSession,
  listSessions,
  createToken,
  deleteToken,
  listTokens,
]
