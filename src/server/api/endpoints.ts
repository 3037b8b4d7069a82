/** Every endpoint, sorted by its file. A new one is a file under `endpoints/` and a line here. */
import type { Endpoint } from './endpoint.ts'
import { getDocs } from './endpoints/description/get-docs.ts'
import { getDocsCss } from './endpoints/description/get-docs-css.ts'
import { getOpenapi } from './endpoints/description/get-openapi.ts'
import { getHealth } from './endpoints/operation/get-health.ts'
import { getReadiness } from './endpoints/operation/get-readiness.ts'
import { createOwner } from './endpoints/owner/create-owner.ts'
import { createSession } from './endpoints/session/create-session.ts'
import { deleteSession } from './endpoints/session/delete-session.ts'
import { getSession } from './endpoints/session/get-session.ts'

/** All of them. */
export const ENDPOINTS: readonly Endpoint[] = [
  getDocs,
  getDocsCss,
  getOpenapi,
  getHealth,
  getReadiness,
  createOwner,
  createSession,
  deleteSession,
  getSession,
]
