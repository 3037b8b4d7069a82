/** Every endpoint, sorted by its file. A new one is a file under `endpoints/` and a line here. */
import type { Endpoint } from './endpoint.ts'
import { listAudit } from './endpoints/audit/list-audit.ts'
import { acceptSuggestion } from './endpoints/comments/accept-suggestion.ts'
import { createComment } from './endpoints/comments/create-comment.ts'
import { listComments } from './endpoints/comments/list-comments.ts'
import { refuseSuggestion } from './endpoints/comments/refuse-suggestion.ts'
import { resolveComment } from './endpoints/comments/resolve-comment.ts'
import { getDocs } from './endpoints/description/get-docs.ts'
import { getDocsCss } from './endpoints/description/get-docs-css.ts'
import { getOpenapi } from './endpoints/description/get-openapi.ts'
import { addEvidence } from './endpoints/evidence/add-evidence.ts'
import { listEvidence } from './endpoints/evidence/list-evidence.ts'
import { exportEvidence } from './endpoints/export/export-evidence.ts'
import { exportHtml } from './endpoints/export/export-html.ts'
import { exportJson } from './endpoints/export/export-json.ts'
import { exportMarkdown } from './endpoints/export/export-markdown.ts'
import { exportRecord } from './endpoints/export/export-record.ts'
import { getFigures } from './endpoints/figures/get-figures.ts'
import { compareRevisions } from './endpoints/history/compare-revisions.ts'
import { getRevision } from './endpoints/history/get-revision.ts'
import { listRevisions } from './endpoints/history/list-revisions.ts'
import { restoreRevision } from './endpoints/history/restore-revision.ts'
import { changeIncident } from './endpoints/incidents/change-incident.ts'
import { createIncident } from './endpoints/incidents/create-incident.ts'
import { getIncident } from './endpoints/incidents/get-incident.ts'
import { listIncidents } from './endpoints/incidents/list-incidents.ts'
import { unwaivePostmortem } from './endpoints/incidents/unwaive-postmortem.ts'
import { waivePostmortem } from './endpoints/incidents/waive-postmortem.ts'
import { listItems } from './endpoints/items/list-items.ts'
import { listPostmortemItems } from './endpoints/items/list-postmortem-items.ts'
import { moveItemDue } from './endpoints/items/move-item-due.ts'
import { recordItemEffect } from './endpoints/items/record-item-effect.ts'
import { setItemTicket } from './endpoints/items/set-item-ticket.ts'
import { transitionItem } from './endpoints/items/transition-item.ts'
import { discardJob } from './endpoints/jobs/discard-job.ts'
import { listJobs } from './endpoints/jobs/list-jobs.ts'
import { listSchedules } from './endpoints/jobs/list-schedules.ts'
import { runJobAgain } from './endpoints/jobs/run-job-again.ts'
import { createMeeting } from './endpoints/meetings/create-meeting.ts'
import { listMeetings } from './endpoints/meetings/list-meetings.ts'
import { putMeeting } from './endpoints/meetings/put-meeting.ts'
import { getHealth } from './endpoints/operation/get-health.ts'
import { getMetrics } from './endpoints/operation/get-metrics.ts'
import { getReadiness } from './endpoints/operation/get-readiness.ts'
import { createOwner } from './endpoints/owner/create-owner.ts'
import { setPassword } from './endpoints/password/set-password.ts'
import { changePerson } from './endpoints/people/change-person.ts'
import { createPasswordLink } from './endpoints/people/create-password-link.ts'
import { createPerson } from './endpoints/people/create-person.ts'
import { deleteSessionsOfPerson } from './endpoints/people/delete-sessions-of-person.ts'
import { getPerson } from './endpoints/people/get-person.ts'
import { listPeople } from './endpoints/people/list-people.ts'
import { addReceipt } from './endpoints/postmortems/add-receipt.ts'
import { attestAllHands } from './endpoints/postmortems/attest-all-hands.ts'
import { checkPostmortem } from './endpoints/postmortems/check-postmortem.ts'
import { createPostmortem } from './endpoints/postmortems/create-postmortem.ts'
import { getPostmortem } from './endpoints/postmortems/get-postmortem.ts'
import { importPostmortems } from './endpoints/postmortems/import-postmortems.ts'
import { listPostmortems } from './endpoints/postmortems/list-postmortems.ts'
import { listReceipts } from './endpoints/postmortems/list-receipts.ts'
import { listSignatures } from './endpoints/postmortems/list-signatures.ts'
import { openReview } from './endpoints/postmortems/open-review.ts'
import { patchPostmortemText } from './endpoints/postmortems/patch-postmortem-text.ts'
import { putPostmortemText } from './endpoints/postmortems/put-postmortem-text.ts'
import { putReaders } from './endpoints/postmortems/put-readers.ts'
import { reopenPostmortem } from './endpoints/postmortems/reopen-postmortem.ts'
import { returnPostmortem } from './endpoints/postmortems/return-postmortem.ts'
import { scheduleAllHands } from './endpoints/postmortems/schedule-all-hands.ts'
import { signPostmortem } from './endpoints/postmortems/sign-postmortem.ts'
import { withdrawSignature } from './endpoints/postmortems/withdraw-signature.ts'
import { changeProfile } from './endpoints/profile/change-profile.ts'
import { setOwnPassword } from './endpoints/profile/set-own-password.ts'
import { searchPostmortems } from './endpoints/search/search-postmortems.ts'
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
import { addTimelineEntry } from './endpoints/timeline/add-timeline-entry.ts'
import { listTimeline } from './endpoints/timeline/list-timeline.ts'
import { createToken } from './endpoints/tokens/create-token.ts'
import { deleteToken } from './endpoints/tokens/delete-token.ts'
import { listTokens } from './endpoints/tokens/list-tokens.ts'

/** All of them. */
export const ENDPOINTS: readonly Endpoint[] = [
  listAudit,
  acceptSuggestion,
  createComment,
  listComments,
  refuseSuggestion,
  resolveComment,
  getDocs,
  getDocsCss,
  getOpenapi,
  addEvidence,
  listEvidence,
  exportEvidence,
  exportHtml,
  exportJson,
  exportMarkdown,
  exportRecord,
  getFigures,
  compareRevisions,
  getRevision,
  listRevisions,
  restoreRevision,
  changeIncident,
  createIncident,
  getIncident,
  listIncidents,
  unwaivePostmortem,
  waivePostmortem,
  listItems,
  listPostmortemItems,
  moveItemDue,
  recordItemEffect,
  setItemTicket,
  transitionItem,
  discardJob,
  listJobs,
  listSchedules,
  runJobAgain,
  createMeeting,
  listMeetings,
  putMeeting,
  getHealth,
  getMetrics,
  getReadiness,
  createOwner,
  setPassword,
  changePerson,
  createPasswordLink,
  createPerson,
  deleteSessionsOfPerson,
  getPerson,
  listPeople,
  addReceipt,
  attestAllHands,
  checkPostmortem,
  createPostmortem,
  getPostmortem,
  importPostmortems,
  listPostmortems,
  listReceipts,
  listSignatures,
  openReview,
  patchPostmortemText,
  putPostmortemText,
  putReaders,
  reopenPostmortem,
  returnPostmortem,
  scheduleAllHands,
  signPostmortem,
  withdrawSignature,
  changeProfile,
  setOwnPassword,
  searchPostmortems,
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
  addTimelineEntry,
  listTimeline,
  createToken,
  deleteToken,
  listTokens,
]
