/** Every endpoint, sorted by its file. A new one is a file under `endpoints/` and a line here. */
import type { Endpoint } from './endpoint.ts'
import { listAudit } from './endpoints/audit/list-audit.ts'
import { getDocs } from './endpoints/description/get-docs.ts'
import { getDocsCss } from './endpoints/description/get-docs-css.ts'
import { getOpenapi } from './endpoints/description/get-openapi.ts'
import { changeIncident } from './endpoints/incidents/change-incident.ts'
import { createIncident } from './endpoints/incidents/create-incident.ts'
import { getIncident } from './endpoints/incidents/get-incident.ts'
import { listIncidents } from './endpoints/incidents/list-incidents.ts'
import { unwaivePostmortem } from './endpoints/incidents/unwaive-postmortem.ts'
import { waivePostmortem } from './endpoints/incidents/waive-postmortem.ts'
import { getHealth } from './endpoints/operation/get-health.ts'
import { getReadiness } from './endpoints/operation/get-readiness.ts'
import { createOwner } from './endpoints/owner/create-owner.ts'
import { setPassword } from './endpoints/password/set-password.ts'
import { changePerson } from './endpoints/people/change-person.ts'
import { createPasswordLink } from './endpoints/people/create-password-link.ts'
import { createPerson } from './endpoints/people/create-person.ts'
import { deleteSessionsOfPerson } from './endpoints/people/delete-sessions-of-person.ts'
import { getPerson } from './endpoints/people/get-person.ts'
import { listPeople } from './endpoints/people/list-people.ts'
import { changeProfile } from './endpoints/profile/change-profile.ts'
import { setOwnPassword } from './endpoints/profile/set-own-password.ts'
import { deleteSecret } from './endpoints/secrets/delete-secret.ts'
import { listSecrets } from './endpoints/secrets/list-secrets.ts'
import { setSecret } from './endpoints/secrets/set-secret.ts'
import { changeService } from './endpoints/services/change-service.ts'
import { createService } from './endpoints/services/create-service.ts'
import { deleteService } from './endpoints/services/delete-service.ts'
import { listServices } from './endpoints/services/list-services.ts'
import { createSession } from './endpoints/session/create-session.ts'
import { deleteSession } from './endpoints/session/delete-session.ts'
import { getSession } from './endpoints/session/get-session.ts'
import { deleteOwnSession } from './endpoints/sessions/delete-own-session.ts'
import { listSessions } from './endpoints/sessions/list-sessions.ts'
import { deleteSetting } from './endpoints/settings/delete-setting.ts'
import { listSettings } from './endpoints/settings/list-settings.ts'
import { setSetting } from './endpoints/settings/set-setting.ts'
import { finishSignIn } from './endpoints/sign-in/finish-sign-in.ts'
import { getProvider } from './endpoints/sign-in/get-provider.ts'
import { getWays } from './endpoints/sign-in/get-ways.ts'
import { changeTeam } from './endpoints/teams/change-team.ts'
import { createTeam } from './endpoints/teams/create-team.ts'
import { deleteTeam } from './endpoints/teams/delete-team.ts'
import { getTeam } from './endpoints/teams/get-team.ts'
import { listTeams } from './endpoints/teams/list-teams.ts'
import { changeTenant } from './endpoints/tenants/change-tenant.ts'
import { createTenant } from './endpoints/tenants/create-tenant.ts'
import { deleteTenant } from './endpoints/tenants/delete-tenant.ts'
import { listTenants } from './endpoints/tenants/list-tenants.ts'
import { createToken } from './endpoints/tokens/create-token.ts'
import { deleteToken } from './endpoints/tokens/delete-token.ts'
import { listTokens } from './endpoints/tokens/list-tokens.ts'

/** All of them. */
export const ENDPOINTS: readonly Endpoint[] = [
  listAudit,
  getDocs,
  getDocsCss,
  getOpenapi,
  changeIncident,
  createIncident,
  getIncident,
  listIncidents,
  unwaivePostmortem,
  waivePostmortem,
  getHealth,
  getReadiness,
  createOwner,
  setPassword,
  changePerson,
  createPasswordLink,
  createPerson,
  deleteSessionsOfPerson,
  getPerson,
  listPeople,
  changeProfile,
  setOwnPassword,
  deleteSecret,
  listSecrets,
  setSecret,
  changeService,
  createService,
  deleteService,
  listServices,
  createSession,
  deleteSession,
  getSession,
  deleteOwnSession,
  listSessions,
  deleteSetting,
  listSettings,
  setSetting,
  finishSignIn,
  getProvider,
  getWays,
  changeTeam,
  createTeam,
  deleteTeam,
  getTeam,
  listTeams,
  changeTenant,
  createTenant,
  deleteTenant,
  listTenants,
  createToken,
  deleteToken,
  listTokens,
]
