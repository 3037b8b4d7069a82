/** Every endpoint, sorted by its file. A new one is a file under `endpoints/` and a line here. */
import type { Endpoint } from './endpoint.ts'
import { getHealth } from './endpoints/operation/get-health.ts'
import { getReadiness } from './endpoints/operation/get-readiness.ts'
import { createOwner } from './endpoints/owner/create-owner.ts'
import { checkPostmortem } from './endpoints/postmortems/check-postmortem.ts'
import { createPostmortem } from './endpoints/postmortems/create-postmortem.ts'
import { getPostmortem } from './endpoints/postmortems/get-postmortem.ts'
import { listPostmortems } from './endpoints/postmortems/list-postmortems.ts'
import { patchPostmortemText } from './endpoints/postmortems/patch-postmortem-text.ts'
import { putPostmortemText } from './endpoints/postmortems/put-postmortem-text.ts'
import { createSession } from './endpoints/session/create-session.ts'
import { deleteSession } from './endpoints/session/delete-session.ts'
import { getSession } from './endpoints/session/get-session.ts'

/** All of them. */
export const ENDPOINTS: readonly Endpoint[] = [
  getHealth,
  getReadiness,
  createOwner,
  checkPostmortem,
  createPostmortem,
  getPostmortem,
  listPostmortems,
  patchPostmortemText,
  putPostmortemText,
  createSession,
  deleteSession,
  getSession,
]
